import { DatabaseSync } from 'node:sqlite';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Row } from '../../../src/application/ports/read-model-store.js';
import { createTable, rowTable } from '../../../src/infrastructure/sqlite/row-tables.js';
import { tableOf } from '../../../src/projections/runtime/table.js';

const table = tableOf({
  ...{ name: 'changing', key: ['id'], indexes: [['a', 'h']] },
  columns: {
    ...{ id: 'integer', a: 'integer?', b: 'integer?', c: 'text?', d: 'integer?' },
    ...{ e: 'text?', f: 'integer?', g: 'real?', h: 'integer?' },
  },
});

const number = fc.constantFrom(null, 1, 2);
const text = fc.constantFrom(null, 'x', 'y');
const row: fc.Arbitrary<Row> = fc.record({
  ...{ id: fc.constantFrom(1, 2, 3), a: number, b: number, c: text, d: number },
  ...{ e: text, f: number, g: number, h: number },
});

it('keeps each row as it was written last, also where its changes have more shapes than statements are kept for', () => {
  let shapes = 0;
  fc.assert(
    fc.property(fc.array(row, { minLength: 400, maxLength: 400 }), (rows) => {
      const database = new DatabaseSync(':memory:');
      createTable(database, table, 1);
      const { find, write } = rowTable(database, table);
      const last = new Map<unknown, Row>();
      const changed = new Set<string>();
      for (const after of rows) {
        const before = last.get(after['id']);
        write({ key: String(after['id']), before, after });
        last.set(after['id'], after);
        if (before !== undefined)
          changed.add(table.columns.filter((column) => before[column] !== after[column]).join());
      }
      for (const [id, wanted] of last) expect(find({ id: Number(id) })).toEqual(wanted);
      shapes = Math.max(shapes, changed.size);
      database.close();
    }),
    { numRuns: 10 },
  );
  expect(shapes).toBeGreaterThan(64);
});
