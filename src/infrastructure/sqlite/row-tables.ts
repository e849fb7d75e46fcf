import type { Row } from '../../application/ports/read-model-store.js';
import type { TableDefinition } from '../../application/ports/table-definition.js';
import { storeError } from '../../application/errors/store-error.js';
import type { RowWrite } from '../../projections/runtime/fold-changes.js';
import type { Table, Value } from '../../projections/runtime/table.js';
import { cellsOf, prepareRows, type Database, type Statement } from '../shared/sqlite-driver.js';
import { quoted, quotedList } from './identifiers.js';

/** A column's name and type, 1 where it is never null, and its place in the key from 1, as `table_xinfo` tells them. */
export const declaredColumns = ({
  columns,
  key,
}: TableDefinition): readonly (readonly [string, string, 0 | 1, number])[] =>
  Object.entries(columns).map(([name, type]) => [
    name,
    type.replace('?', '').toUpperCase(),
    type.endsWith('?') ? 0 : 1,
    key.indexOf(name) + 1,
  ]);

/** Makes a table. Indexes carry the generation in their names: SQLite renames tables, but no indexes. */
export const createTable = (database: Database, { definition }: Table, generation: number): void => {
  const { name, key, indexes } = definition;
  const declared = declaredColumns(definition).map(
    ([column, type, isFilled]) => `${quoted(column)} ${type}${isFilled === 1 ? ' NOT NULL' : ''}`,
  );
  database.exec(
    `CREATE TABLE ${quoted(name)} (${declared.join(', ')}, PRIMARY KEY (${quotedList(key)})) STRICT, WITHOUT ROWID`,
  );
  for (const [number, index] of indexes.entries()) {
    const label = quoted(`${name}.${String(generation)}.${String(number)}`);
    database.exec(`CREATE INDEX ${label} ON ${quoted(name)} (${quotedList(index)})`);
  }
};

export const dropTable = (database: Database, { definition: { name } }: Table): void => {
  database.exec(`DROP TABLE IF EXISTS ${quoted(name)}`);
};

/** Puts a table in the place of another one, whose rows are gone then. */
export const replaceTable = (database: Database, { definition: { name } }: Table, by: Table): void => {
  database.exec(
    `DROP TABLE IF EXISTS ${quoted(name)}; ALTER TABLE ${quoted(by.definition.name)} RENAME TO ${quoted(name)}`,
  );
};

export const keyCondition = ({ keyColumns }: Table): string =>
  keyColumns.map((column) => `${quoted(column)} = ?`).join(' AND ');

/** What a cell of a row may hold. Throws `store-corrupt` for anything else. */
export const valueIn = (cell: unknown): Value => {
  if (typeof cell === 'string' || typeof cell === 'number' || cell === null) return cell;
  throw storeError('store-corrupt', { reason: 'a row holds what no row may' });
};

/** A row as it was declared, from the cells of `SELECT` over all its columns. */
export const rowOf = ({ columns }: Table, cells: readonly unknown[]): Row => {
  const row: Record<string, Value> = {};
  for (const [index, column] of columns.entries()) row[column] = valueIn(cells[index]);
  return row;
};

/** Reads and writes single rows of one table. */
export interface RowTable {
  /** By the columns of `key` that name a row. */
  readonly find: (key: Row) => Row | undefined;
  readonly write: (change: RowWrite) => void;
}

/** Beyond this many shapes of change a table's rows are written whole. */
const mostShapes = 64;

export const rowTable = (database: Database, table: Table): RowTable => {
  const { definition, columns, keyColumns } = table;
  const name = quoted(definition.name);
  const condition = keyCondition(table);
  const select = prepareRows(database, `SELECT ${quotedList(columns)} FROM ${name} WHERE ${condition}`);
  const insert = database.prepare(
    `INSERT INTO ${name} (${quotedList(columns)}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const remove = database.prepare(`DELETE FROM ${name} WHERE ${condition}`);
  /** By the shape of what they write. */
  const updates = new Map<string, Statement>();
  let whole: Statement | undefined;
  const others = columns.filter((column) => !keyColumns.includes(column));

  const updating = (changed: readonly string[]): Statement => {
    const assigned = changed.map((column) => `${quoted(column)} = ?`).join(', ');
    return database.prepare(`UPDATE ${name} SET ${assigned} WHERE ${condition}`);
  };

  const valuesOf = (row: Row, names: readonly string[]): Value[] =>
    names.map((column) => row[column] ?? null);

  /** The statement that writes the columns of a shape; none beyond the most that are kept. */
  const updateOf = (shape: string): Statement | undefined => {
    const known = updates.get(shape);
    if (known !== undefined || updates.size >= mostShapes) return known;
    const statement = updating(others.filter((_, index) => shape.includes(String.fromCharCode(index))));
    updates.set(shape, statement);
    return statement;
  };

  /** Only what differs is written: an index whose columns stay the same is not touched. */
  const change = (before: Row, after: Row): void => {
    // A character for each column that differs.
    let shape = '';
    const values: Value[] = [];
    for (let index = 0; index < others.length; index += 1) {
      const column = others[index] ?? '';
      const value = after[column] ?? null;
      if (before[column] === value) continue;
      shape += String.fromCharCode(index);
      values.push(value);
    }
    if (shape === '') return;
    const update = updateOf(shape);
    if (update === undefined) {
      (whole ??= updating(others)).run(...valuesOf(after, others), ...valuesOf(after, keyColumns));
      return;
    }
    for (const column of keyColumns) values.push(after[column] ?? null);
    update.run(...values);
  };

  return {
    find: (key) => {
      const row = select.get(...valuesOf(key, keyColumns));
      return row === undefined ? undefined : rowOf(table, cellsOf(row));
    },
    write: ({ before, after }) => {
      if (after === undefined) {
        if (before !== undefined) remove.run(...valuesOf(before, keyColumns));
      } else if (before === undefined) insert.run(...valuesOf(after, columns));
      else change(before, after);
    },
  };
};
