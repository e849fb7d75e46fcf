import { once } from 'node:events';
import { createServer } from 'node:net';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { libraryOpener } from '../../../src/interfaces/cli/session/library-opener.js';
import {
  startLoopbackServer,
  type LoopbackServer,
} from '../../support/eventstoredb/server/loopback-server.js';
import { textOf } from './json-fields.js';
import { clock, runWith, type Setting } from './terminal.js';

let server: LoopbackServer;
let store = '';
const folder = mkdtempSync(join(tmpdir(), 'quejas-cli-server-'));
beforeAll(async () => {
  server = await startLoopbackServer();
  store = server.connectionString.replace('://', '://admin:s3cret@');
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const quejas = (argv: readonly string[], setting: Setting = {}) =>
  runWith(libraryOpener, [...argv, '--now', clock, '--json'], {
    cwd: folder,
    ...setting,
    env: { HOME: folder, XDG_CONFIG_HOME: join(folder, 'config'), QUEJAS_STORE: store, ...setting.env },
  });

const filing = (id: number) =>
  JSON.stringify({
    commandId: `0198c000-0000-7000-8000-00000000000${String(id)}`,
    kind: 'fault',
    channel: 'phone',
    receivedAt: '2026-11-24T17:00:00.000Z',
    subscriber: { ref: 's-1', name: 'Ana Pérez' },
    contract: `k-${String(id)}`,
    description: 'Sin señal',
  });

const folioOf = (value: unknown): string => textOf(value, 'folio');

describe('the command line on a server', () => {
  it('asks for a provider where the server has none yet', async () => {
    const ran = await quejas(['file', '--input', '-'], { input: filing(1) });
    expect([ran.status, ran.json]).toMatchObject([2, [{ ok: false, code: 'provider-missing' }]]);
  });

  it('files, and then knows the provider by its folios', async () => {
    const filed = await quejas(['file', '--input', '-', '--provider', 'conectared'], { input: filing(1) });
    expect([filed.status, filed.stderr]).toEqual([0, '']);
    const folio = folioOf(filed.json[0]);
    const shown = await quejas(['show', folio]);
    expect([shown.status, shown.json]).toMatchObject([0, [{ folio, status: 'acknowledged' }]]);
    expect(existsSync(join(folder, 'quejas-rows.db'))).toBe(true);
  });

  it('holds the vault against the one that the server’s values were sealed with: keys check', async () => {
    const own = await quejas(['keys', 'check']);
    expect([own.status, own.json]).toMatchObject([0, [{ ok: true, persons: 1 }]]);
    const other = `file:${join(folder, 'another-vault.db')}`;
    const elsewhere = { env: { QUEJAS_STORE: 'sqlite:./elsewhere.db', QUEJAS_KEYS: other } };
    await quejas(['file', '--input', '-', '--provider', 'conectared'], { input: filing(1), ...elsewhere });
    const foreign = await quejas(['keys', 'check'], { env: { QUEJAS_KEYS: other } });
    expect([foreign.status, foreign.json]).toMatchObject([3, [{ ok: false, code: 'keys-foreign' }]]);
  });

  it('reads in one process what another one wrote, with rows of its own', async () => {
    const filed = await quejas(['file', '--input', '-'], { input: filing(2) });
    const rows = ['--rows', 'memory:'];
    const queue = await quejas(['queue', ...rows]);
    expect(queue.json).toMatchObject([{ total: 2 }]);
    expect(JSON.stringify(queue.json)).toContain(folioOf(filed.json[0]));
    const listed = await quejas(['list', '--subscriber', 's-1', '--rows', 'sqlite:others.db']);
    expect(listed.json).toMatchObject([{ total: 2 }]);
  });

  it('prints events in their order without any rows', async () => {
    const ran = await quejas(['events', '--rows', 'sqlite:none.db']);
    expect(ran.status).toBe(0);
    expect(ran.json.length).toBeGreaterThanOrEqual(5);
    expect(existsSync(join(folder, 'none.db'))).toBe(false);
  });

  it('has several providers to choose from once there are several', async () => {
    await quejas(['file', '--input', '-', '--provider', 'emenet'], { input: filing(3) });
    const ran = await quejas(['queue']);
    expect([ran.status, ran.json]).toMatchObject([2, [{ code: 'provider-ambiguous' }]]);
  });

  it('leaves no call and no subscription open', async () => {
    const { open } = await server.observed();
    expect(open.subscription).toBe(0);
  });

  it.each(['backup', 'restore'])('refuses %s, and says what to do instead', async (name) => {
    const ran = await quejas([name, name === 'backup' ? 'copy.db' : 'quejas-rows.db']);
    expect([ran.status, ran.json]).toMatchObject([2, [{ code: 'server-keeps-its-own' }]]);
  });

  it('says that rows follow another store, and leaves them', async () => {
    const other = await startLoopbackServer();
    const ran = await quejas(['queue', '--provider', 'conectared', '--store', other.connectionString]);
    expect([ran.status, ran.json]).toMatchObject([3, [{ code: 'rows-foreign' }]]);
    await other.stop();
  });

  it('says that the server does not answer, and never with which password it was asked', async () => {
    const unreachable = 'esdb://admin:s3cret@127.0.0.1:1?tls=false&maxDiscoverAttempts=1';
    const ran = await quejas([
      'queue',
      '--provider',
      'conectared',
      '--rows',
      'memory:',
      '--store',
      unreachable,
    ]);
    expect([ran.status, ran.json]).toMatchObject([3, [{ ok: false, code: 'store-unavailable' }]]);
    expect(ran.stdout + ran.stderr).not.toContain('s3cret');
  }, 60_000);

  it('says that a server does not answer that takes the connection and is silent', async () => {
    const silent = createServer((socket) => socket.unref());
    const listening = once(silent, 'listening');
    silent.listen(0, '127.0.0.1');
    await listening;
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const where = ['--rows', 'memory:', '--store', `esdb://127.0.0.1:${String(port)}?tls=false`];
    const ran = await quejas(['file', '--input', '-', '--provider', 'conectared', ...where], {
      input: filing(4),
    });
    expect([ran.status, ran.json]).toMatchObject([3, [{ ok: false, code: 'store-unavailable' }]]);
    silent.close();
  }, 60_000);

  it('says that the user may not read everything', async () => {
    await server.fault({ on: 'subscribe', fault: { kind: 'access-denied' }, times: 100 });
    const ran = await quejas(['queue', '--provider', 'conectared']);
    expect([ran.status, ran.json]).toMatchObject([3, [{ ok: false, code: 'store-denied' }]]);
    await server.clearFaults();
  }, 60_000);
});
