import { describe, expect, it } from '@jest/globals';
import type { Row } from '../../../src/application/ports/read-model-store.js';
import type { TableDefinition } from '../../../src/application/ports/table-definition.js';
import { keyText, tableOf, tablesOf, wholeRow } from '../../../src/projections/runtime/table.js';

const queue: TableDefinition = {
  name: 'queue',
  columns: { folio: 'text', waiting: 'integer?', share: 'real?' },
  key: ['folio'],
  indexes: [['waiting', 'folio']],
};
const invalid: unknown = expect.objectContaining({ code: 'rows-invalid' });

describe('what a table may be', () => {
  it.each<[string, Partial<TableDefinition>]>([
    ['a name that is no name', { name: 'queue"; DROP TABLE events; --' }],
    ['a name of the store’s own', { name: 'events' }],
    ['a name of SQLite’s own', { name: 'sqlite_master' }],
    ['a column that is no name', { columns: { folio: 'text', 'a b': 'text' } }],
    ['no key', { key: [] }],
    ['a key of no column', { key: ['number'] }],
    ['an index of no column', { indexes: [['number']] }],
    ['a column twice in an index', { indexes: [['folio', 'folio']] }],
  ])('is refused: %s', (_what, change) => {
    expect(() => tableOf({ ...queue, ...change })).toThrow(invalid);
  });

  it('is declared once', () => {
    expect(() => tablesOf([queue, queue])).toThrow(invalid);
  });
});

describe('what a row may be', () => {
  const table = tableOf(queue);

  it('has every column, in one order, whatever was given', () => {
    const row = wholeRow(table, { waiting: -0, folio: 'Q-1' });
    expect(Object.entries(row)).toEqual([
      ['folio', 'Q-1'],
      ['waiting', 0],
      ['share', null],
    ]);
  });

  it.each([
    ['a column that is not declared', { folio: 'Q-1', name: 'x' }],
    ['a text for a number', { folio: 'Q-1', waiting: '1' }],
    ['a fraction for a whole number', { folio: 'Q-1', waiting: 1.5 }],
    ['a number that is none', { folio: 'Q-1', share: Number.NaN }],
    ['half a character', { folio: 'Q-\ud83d' }],
  ])('is refused: %s', (_what, row) => {
    expect(() => wholeRow(table, row)).toThrow(invalid);
  });

  it('has a key, of the declared kind', () => {
    const keys: readonly Row[] = [{}, { folio: 7 }, { waiting: 1 }];
    for (const key of keys) expect(() => keyText(table, key)).toThrow(invalid);
  });

  it('is named by all columns of its key, without mixing them up', () => {
    const pairs = tableOf({ ...queue, columns: { a: 'text', b: 'text' }, key: ['a', 'b'], indexes: [] });
    const names = [
      { a: 'x', b: 'y' },
      { a: 'x","y', b: '' },
      { a: '', b: 'x","y' },
      { a: 'xy', b: '' },
    ].map((key) => keyText(pairs, key));
    expect(new Set(names).size).toBe(names.length);
  });
});
