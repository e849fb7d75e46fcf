import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { libraryOpener } from '../../../src/interfaces/cli/session/library-opener.js';
import { readOpenMetrics } from '../../support/open-metrics.js';
import {
  startLoopbackServer,
  type FaultRule,
  type LoopbackServer,
} from '../../support/eventstoredb/server/loopback-server.js';
import { fieldOf, listOf, textOf } from './json-fields.js';
import { clock, runWith } from './terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'quejas-cli-rows-'));
const file = 'sqlite:quejas.db';
let server: LoopbackServer;

const quejas = (store: string, argv: readonly string[], input = '') =>
  runWith(libraryOpener, [...argv, '--store', store, '--now', clock, '--json'], {
    ...{ cwd: folder, input },
    env: { HOME: folder, XDG_CONFIG_HOME: join(folder, 'config') },
  });

const onServer = (...argv: readonly string[]) => quejas(server.connectionString, argv);
const onFile = (...argv: readonly string[]) => quejas(file, argv);

const filing = (number: number) =>
  JSON.stringify({
    ...{ commandId: `0198c000-0000-7000-8000-${String(number).padStart(12, '0')}`, kind: 'fault' },
    ...{ channel: number % 2 === 0 ? 'phone' : 'email', receivedAt: '2026-11-22T17:00:00.000Z' },
    ...{ subscriber: { ref: `s-${String(number)}` }, contract: `k-${String(number)}` },
    description: 'Sin señal',
  });

/** The same seven filings, one of them assigned, in a store. */
const lived = async (store: string): Promise<void> => {
  const provider = ['--provider', 'conectared'];
  let folio = '';
  for (let number = 1; number <= 7; number += 1) {
    const filed = await quejas(store, ['file', '--input', '-', ...provider], filing(number));
    expect(filed.status).toBe(0);
    folio = textOf(filed.json.at(-1), 'folio');
  }
  const commandId = '0198c000-0000-7000-8000-000000000099';
  const input = JSON.stringify({ commandId, technician: 'rt-3' });
  expect((await quejas(store, ['assign', folio, '--input', '-', ...provider], input)).status).toBe(0);
};

beforeAll(async () => {
  server = await startLoopbackServer();
  await lived(server.connectionString);
  await lived(file);
}, 120_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A read, or a subscription, that goes wrong: the command has to come to its end all the same. */
const troubles: readonly (readonly [string, readonly FaultRule[]])[] = [
  ['nothing', []],
  [
    'connections that are reset',
    [
      { on: 'subscribe', fault: { kind: 'reset-later', afterEvents: 3 } },
      { on: 'read', fault: { kind: 'reset' } },
    ],
  ],
  [
    'events and checkpoints that come twice',
    [
      { on: 'subscribe', fault: { kind: 'repeat-event', afterEvents: 2 }, times: 2 },
      { on: 'subscribe', fault: { kind: 'old-checkpoints' }, after: 2 },
    ],
  ],
  [
    'a server that is busy, and late',
    [
      { on: 'read', fault: { kind: 'busy' } },
      { on: 'read', fault: { kind: 'late-reply', ms: 200 } },
      { on: 'subscribe', fault: { kind: 'not-ready' } },
      { on: 'subscribe', fault: { kind: 'end', afterEvents: 4 } },
    ],
  ],
];

describe.each(troubles)(
  'read models on a server whose rows lie in a file beside it, with %s',
  (_what, rules) => {
    beforeEach(async () => {
      await server.clearFaults();
      for (const rule of rules) await server.fault(rule);
    });

    it('are made anew, replayed, paused, resumed and found equal to the events', async () => {
      for (const [action, name] of [
        ['rebuild', 'queues'],
        ['replay', 'case-totals'],
        ['pause', 'case-status'],
        ['resume', 'case-status'],
      ] as const)
        expect(await onServer('projections', action, name)).toMatchObject({
          status: 0,
          json: [{ ok: true, name }],
        });
      const verified = await onServer('projections', 'verify');
      expect(verified.status).toBe(0);
      expect(verified.stdout).not.toContain('"equal":false');
      const { json, status } = await onServer('projections', 'list');
      expect(status).toBe(0);
      expect(listOf({ list: json[0] }, 'list').map((each) => fieldOf(each, 'state'))).not.toContain('paused');
      expect((await onServer('totals')).json).toEqual((await onFile('totals')).json);
    }, 60_000);

    it('tell in sla, queue, metrics and analytics what an embedded store tells of the same commands', async () => {
      const [there, here] = [await onServer('sla'), await onFile('sla')];
      expect([there.status, there.json]).toEqual([0, here.json]);
      expect(fieldOf(there.json[0], 'open')).toBe(7);
      expect(fieldOf((await onServer('queue', '--for', 'all')).json[0], 'total')).toBe(7);

      const metrics = async (ran: ReturnType<typeof onServer>) => {
        const { status, stdout } = await ran;
        expect(status).toBe(0);
        return readOpenMetrics(stdout).filter(({ name }) => /complaints$|unrecorded_due/u.test(name));
      };
      expect(await metrics(onServer('metrics'))).toEqual(await metrics(onFile('metrics')));

      const tables = ['complaints', 'clocks', 'pauses', 'visits', 'compensation'];
      for (const [store, dir] of [
        [server.connectionString, 'there'],
        [file, 'here'],
      ] as const)
        expect(await quejas(store, ['analytics', dir, '--salt', 'one'])).toMatchObject({ status: 0 });
      for (const name of tables)
        expect(readFileSync(join(folder, 'there', `${name}.csv`), 'utf8')).toBe(
          readFileSync(join(folder, 'here', `${name}.csv`), 'utf8'),
        );
      expect(readFileSync(join(folder, 'there', 'log.xes'), 'utf8')).toBe(
        readFileSync(join(folder, 'here', 'log.xes'), 'utf8'),
      );
    }, 60_000);
  },
);
