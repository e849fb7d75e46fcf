import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emenet } from '../../../src/domain/provider/index.js';
import { libraryOpener } from '../../../src/interfaces/cli/session/library-opener.js';
import { queueLabels } from '../../../src/interfaces/cli/reading/queue-labels.js';
import { namedQueues } from '../../../src/queries/queue-names.js';
import { fieldOf, listOf } from './json-fields.js';
import { clock, runWith, type Setting } from './terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'quejas-queues-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const quejas = (argv: readonly string[], setting: Setting = {}) =>
  runWith(libraryOpener, [...argv, '--now', clock], {
    cwd: folder,
    ...setting,
    env: {
      HOME: folder,
      NO_COLOR: '1',
      QUEJAS_STORE: 'sqlite:q.db',
      QUEJAS_KEYS: 'file:keys/k.db',
      QUEJAS_PROVIDER: 'emenet',
    },
  });

const names = [...new Set([...namedQueues, ...emenet.areas.map(({ id }) => id)])];
const called = names.map((name) => queueLabels(emenet)[name]?.es ?? '');

describe('quejas queue --for', () => {
  beforeAll(async () => {
    const { status } = await quejas([
      'demo',
      '--store',
      'sqlite:q.db',
      '--accesses',
      '1500',
      '--days',
      '5',
      '--json',
    ]);
    expect(status).toBe(0);
  }, 60_000);

  it.each(names)('%s lists the cases of that queue, each with its reason', async (name) => {
    const { status, json, stderr } = await quejas(['queue', '--for', name, '--limit', '1000', '--json']);
    expect([status, stderr]).toEqual([0, '']);
    const items = listOf(json[0], 'items');
    expect(fieldOf(json[0], 'total')).toBe(items.length);
    for (const item of items) {
      expect(listOf(item, 'reasons')).toContain(fieldOf(item, 'reason'));
      if (name !== 'all') expect(fieldOf(item, 'queue')).toBe(name);
    }
  });

  it('all lists each case that stands in some queue, once', async () => {
    const foliosIn = async (name: string): Promise<readonly unknown[]> => {
      const { json } = await quejas(['queue', '--for', name, '--limit', '1000', '--json']);
      return listOf(json[0], 'items').map((item) => fieldOf(item, 'folio'));
    };
    const somewhere = new Set<unknown>();
    for (const name of names)
      if (name !== 'all') for (const folio of await foliosIn(name)) somewhere.add(folio);
    const all = await foliosIn('all');
    expect(all.length).toBeGreaterThan(0);
    expect([...all].sort()).toEqual([...somewhere].sort());
  });

  it('says in Spanish to a person what there is to do, and names the queues where one is unknown', async () => {
    const seen = await quejas(['queue'], { isTTY: true, columns: 160 });
    expect(seen.stdout).toMatch(/Asignar responsable técnico|Dar a conocer el folio|Cerrar/);
    const unknown = await quejas(['queue', '--for', 'nowhere']);
    expect(unknown.status).toBe(2);
    for (const name of called) expect(unknown.stderr).toContain(name);
  });

  it('a name that is none is refused with each queue there is, named once', async () => {
    const { status, stderr } = await quejas(['queue', '--for', 'nadie']);
    const [, told = ''] = /se espera uno de: ([^.]+)\./u.exec(stderr) ?? [];
    expect(status).toBe(2);
    expect(told.split(', ')).toEqual(called);
  });
});
