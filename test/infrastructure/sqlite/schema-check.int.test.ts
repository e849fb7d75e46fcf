import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readModelProjector } from '../../../src/composition/open-quejas.js';
import { sqliteEventStore, sqliteProjectedRows } from '../../../src/infrastructure/sqlite/index.js';
import { restore } from '../../../src/jobs/restore/restore.js';
import { asOlderFile } from '../../support/older-file.js';
import { faultOf, fillStore, openRaw } from './samples.js';
import { temporaryFolder } from './temporary.js';

let folder = temporaryFolder();
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const path = () => folder.path('store.db');

const filled = async (count: number): Promise<void> => {
  const store = sqliteEventStore({ path: path(), inline: readModelProjector() });
  await fillStore(store, count);
  await store.close();
};

const change = (sql: string): void => {
  const raw = openRaw(path());
  raw.exec(sql);
  raw.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  raw.close();
};

const rewriting = `CREATE TRIGGER rewrites AFTER INSERT ON commands
  BEGIN INSERT OR REPLACE INTO streams VALUES (1, 'complaint-x'); END`;

const changes: readonly (readonly [string, string, string])[] = [
  ['lost its append-only trigger', 'DROP TRIGGER events_no_update', 'trigger events_no_update is missing'],
  [
    'has another trigger under its name',
    `DROP TRIGGER events_no_delete; CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT 1; END`,
    'trigger events_no_delete is another one',
  ],
  ['has a foreign trigger that rewrites', rewriting, 'trigger rewrites is not ours'],
  [
    'has a foreign trigger on rows',
    `CREATE TRIGGER hides AFTER INSERT ON case_totals_v1 BEGIN DELETE FROM case_totals_v1; END`,
    'trigger hides is not ours',
  ],
  ['has a foreign view', 'CREATE VIEW seen AS SELECT * FROM events', 'view seen is not ours'],
  [
    'has a foreign index that may refuse events',
    'CREATE UNIQUE INDEX once ON events (body)',
    'index once is not ours',
  ],
  ['lost a table', 'DROP TABLE process_checkpoints', 'table process_checkpoints is missing'],
  ['has other columns', 'ALTER TABLE folios ADD COLUMN note TEXT', 'table folios is another one'],
];

describe('the schema of a store, compared when it is opened', () => {
  it.each(changes)('tells a file that %s, and leaves it as it is', async (_what, sql, reason) => {
    await filled(3);
    change(sql);
    const bytes = readFileSync(path());
    for (const readOnly of [true, false, 'if-needed'] as const) {
      const store = sqliteEventStore({ path: path(), readOnly });
      expect(await faultOf(store.open())).toMatchObject({
        code: 'store-altered',
        kind: 'unavailable',
        details: { path: path(), reason: expect.stringContaining(reason) },
      });
      await store.close();
    }
    expect(readFileSync(path()).equals(bytes)).toBe(true);
  });

  it('takes every table of read models, and a table of the host, for what may be there', async () => {
    await filled(3);
    change('CREATE TABLE notes (x); CREATE INDEX of_notes ON notes (x); ANALYZE');
    const store = sqliteEventStore({ path: path(), inline: readModelProjector() });
    await store.rebuild('case-totals');
    await store.close();
    const reading = sqliteEventStore({ path: path(), readOnly: true });
    expect((await reading.readAll({ limit: 10 })).events).toHaveLength(3);
    await reading.close();
  });

  it.each([1, 2, 3, 4])('is that of version %i for a file of that version', async (version) => {
    await filled(3);
    asOlderFile(path(), version);
    copyFileSync(path(), folder.path('copy.db'));
    const reading = sqliteEventStore({ path: folder.path('copy.db'), readOnly: true });
    expect((await reading.readAll({ limit: 10 })).events).toHaveLength(3);
    await reading.close();
    change('DROP TRIGGER events_no_update');
    const store = sqliteEventStore({ path: path() });
    expect(await faultOf(store.open())).toMatchObject({ code: 'store-altered' });
    await store.close();
  });

  it.each(changes)('keeps a copy that %s from being restored: nothing changes', async (_what, sql) => {
    await filled(3);
    change(sql);
    expect(await faultOf(restore(path(), folder.path('other.db')))).toMatchObject({
      code: 'copy-corrupt',
      details: { path: path() },
    });
    expect(existsSync(folder.path('other.db'))).toBe(false);
  });

  it('tells rows apart with a foreign trigger as rows that are of no use', async () => {
    const rows = () => sqliteProjectedRows({ path: path(), projections: readModelProjector() });
    const made = rows();
    await made.rowCheckpoints();
    await made.close();
    change(`CREATE TRIGGER hides AFTER INSERT ON case_totals_v1 BEGIN DELETE FROM case_totals_v1; END`);
    const again = rows();
    expect(await faultOf(again.rowCheckpoints())).toMatchObject({
      code: 'rows-unusable',
      details: { reason: 'trigger hides is not ours' },
    });
    await again.close();
  });
});
