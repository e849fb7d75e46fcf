import { afterAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { asCustomerService, conectared, openQuejas } from '../../src/index.js';
import { queues } from '../../src/projections/queues/projection.js';
import { removeScratch, report, scratchFolder } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-1');
const { name: table } = queues().table;

const namesIn = (database: DatabaseSync, sql: string): readonly string[] =>
  database
    .prepare(sql)
    .all(table)
    .map(({ name }) => String(name));

const dropIndexes = (database: DatabaseSync): void => {
  const indexes = namesIn(database, `SELECT name FROM pragma_index_list(?) WHERE origin = 'c'`);
  expect(indexes).not.toEqual([]);
  for (const index of indexes) database.exec(`DROP INDEX "${index}"`);
};

const damages: Readonly<Record<string, (database: DatabaseSync) => void>> = {
  'their table is missing': (database) => database.exec(`DROP TABLE ${table}`),
  'their table has other columns': (database) =>
    database.exec(`ALTER TABLE ${table} RENAME COLUMN leads TO x`),
  'their table lacks an index': dropIndexes,
  'their table has a unique index that is not ours': (database) =>
    database.exec(`CREATE UNIQUE INDEX x ON ${table} (queue)`),
};

describe.each(['inline', 'apart'])('Rows %s whose table was changed by hand', (place) => {
  const opened = () => {
    const folder = scratchFolder();
    const [store, rows, keys] = [
      `sqlite:${join(folder, 'q.db')}`,
      `sqlite:${join(folder, 'rows.db')}`,
      `file:${join(folder, 'keys')}`,
    ] as const;
    const options = { store, keys, provider: conectared, ...(place === 'apart' && { rows }) };
    return { file: join(folder, place === 'apart' ? 'rows.db' : 'q.db'), open: () => openQuejas(options) };
  };

  const spoil = (file: string, damage: (database: DatabaseSync) => void): void => {
    const database = new DatabaseSync(file, { timeout: 5_000 });
    damage(database);
    database.close();
  };

  it.each(Object.entries(damages))(
    'stop no command, are told, and are mended by a rebuild: %s',
    async (reason, damage) => {
      const { file, open } = opened();
      const first = await open();
      expect(await first.file(report('r-1'), cs)).toMatchObject({ ok: true });
      await first.queue('all', cs);
      spoil(file, damage);
      const told = {
        code: 'rows-corrupt',
        text: {
          en: expect.stringContaining(`${reason}. The events are safe: quejas projections rebuild queues`),
        },
      };
      const filed = await first.file(report('r-2'), cs);
      if (!filed.ok) throw new Error(filed.code);
      await expect(first.queue('all', cs)).rejects.toMatchObject(told);
      expect(await first.show(filed.folio, cs)).toMatchObject({ folio: filed.folio });
      expect(await first.totals()).toMatchObject({ filed: 2 });
      await first.close();

      const again = await open();
      expect(await again.file(report('r-3'), cs)).toMatchObject({ ok: true });
      await expect(again.queue('all', cs)).rejects.toMatchObject(told);
      await expect(again.verifyProjection('queues')).rejects.toMatchObject(told);
      await expect(again.resumeProjection('queues')).rejects.toMatchObject(told);
      const { projections } = again.health();
      expect(projections.find(({ name }) => name === 'queues')).toMatchObject({
        state: 'paused',
        fault: { code: 'rows-corrupt' },
      });
      await again.rebuildProjection('queues');
      expect((await again.queue('all', cs)).items).toHaveLength(3);
      await again.totals();
      expect(await again.verifyProjection('queues')).toMatchObject({ equal: true });
      await again.close();
    },
  );

  it.each(['projections', 'parked_events'])(
    'are made anew where their checkpoints are gone: %s',
    async (gone) => {
      const { file, open } = opened();
      const first = await open();
      expect(await first.file(report('r-1'), cs)).toMatchObject({ ok: true });
      await first.queue('all', cs);
      spoil(file, (database) => database.exec(`DROP TABLE ${gone}`));
      expect(await first.file(report('r-2'), cs)).toMatchObject({ ok: true });
      expect((await first.queue('all', cs)).items).toHaveLength(2);
      spoil(file, (database) => database.exec(`DROP TABLE ${gone}`));
      await first.close();

      const again = await open();
      expect(await again.file(report('r-3'), cs)).toMatchObject({ ok: true });
      expect((await again.queue('all', cs)).items).toHaveLength(3);
      expect(await again.verifyProjection('queues')).toMatchObject({ equal: true });
      await again.close();
    },
  );
});
