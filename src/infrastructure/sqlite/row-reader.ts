import type { ReadModelStore, Row, RowGroup } from '../../application/ports/read-model-store.js';
import { storeError } from '../../application/errors/store-error.js';
import {
  checkCount,
  checkGroups,
  checkQuery,
  type CheckedFilter,
  type Condition,
  type Ordering,
} from '../shared/query-check.js';
import { keyText, mustFind, type Table, type Value } from '../../projections/runtime/table.js';
import {
  cellsOf,
  cellNumber,
  prepareRows,
  single,
  type Database,
  type Statement,
} from '../shared/sqlite-driver.js';
import { sqliteResult, sqliteResults } from '../shared/sqlite-result.js';
import { quoted, quotedList } from './identifiers.js';
import { keyCondition, rowOf, valueIn } from './row-tables.js';

interface Sql {
  readonly text: string;
  readonly values: readonly Value[];
}

const always: Sql = { text: 'TRUE', values: [] };

const sql = (text: string, ...values: Value[]): Sql => ({ text, values });

const conditionSql = (condition: Condition): Sql => {
  const column = quoted(condition.column);
  if ('present' in condition) return sql(`${column} IS NOT NULL`);
  if ('in' in condition)
    return sql(`${column} IN (${condition.in.map(() => '?').join(', ')})`, ...condition.in);
  if ('comparison' in condition) return sql(`${column} ${condition.comparison} ?`, condition.bound);
  return condition.equals === null ? sql(`${column} IS NULL`) : sql(`${column} = ?`, condition.equals);
};

const joined = (parts: readonly Sql[], word: string): Sql => ({
  text: parts.map(({ text }) => `(${text})`).join(` ${word} `),
  values: parts.flatMap(({ values }) => values),
});

const allOf = (parts: readonly Sql[]): Sql => (parts.length === 0 ? always : joined(parts, 'AND'));

/** What lies beyond one value of an order; null comes first where it ascends, and last where it descends. */
const beyond = ({ column, isDescending }: Ordering, value: Value): Sql => {
  const name = quoted(column);
  if (isDescending) return value === null ? sql('FALSE') : sql(`(${name} < ? OR ${name} IS NULL)`, value);
  return value === null ? sql(`${name} IS NOT NULL`) : sql(`${name} > ?`, value);
};

/** Rows that come after the last one of the page before. */
const afterSql = ({ definition }: Table, orderBy: readonly Ordering[], after: readonly Value[]): Sql => {
  const columns = orderBy.map(({ column }) => column);
  const isDescending = orderBy[0]?.isDescending === true;
  // One comparison of tuples, which an index answers, where no null can be on its way.
  const isPlain =
    orderBy.every((each) => each.isDescending === isDescending) &&
    after.every((value) => value !== null) &&
    (!isDescending || columns.every((column) => definition.columns[column]?.endsWith('?') !== true));
  if (isPlain) {
    const marks = after.map(() => '?').join(', ');
    return sql(`(${quotedList(columns)}) ${isDescending ? '<' : '>'} (${marks})`, ...after);
  }
  const cases = orderBy.map((ordering, index) => {
    const same = columns
      .slice(0, index)
      .map((column, at) => conditionSql({ column, equals: after[at] ?? null }));
    return allOf([...same, beyond(ordering, after[index] ?? null)]);
  });
  return joined(cases, 'OR');
};

const orderSql = (orderBy: readonly Ordering[]): string =>
  orderBy.map(({ column, isDescending }) => `${quoted(column)}${isDescending ? ' DESC' : ''}`).join(', ');

type Synchronous<Store> = {
  readonly [Name in keyof Store]: Store[Name] extends (...given: infer Given) => Promise<infer Result>
    ? (...given: Given) => Result
    : never;
};
export type RowReader = Synchronous<ReadModelStore>;

const mostStatements = 200;

/** Does what a query asks of a table; what SQLite says of one that is not as it was made, is told as damage. */
const asking = <Result>(table: string, work: () => Result): Result => {
  try {
    return work();
  } catch (error) {
    if (sqliteResult(error) === sqliteResults.error)
      throw storeError('rows-corrupt', { column: table }, error);
    throw error;
  }
};

/** Answers queries over declared tables. Only declared names become SQL; every value is bound. */
export const rowReader = (database: Database, tables: ReadonlyMap<string, Table>): RowReader => {
  const statements = new Map<string, Statement>();
  const prepared = (text: string): Statement => {
    const known = statements.get(text);
    if (known !== undefined) return known;
    const statement = prepareRows(database, text);
    if (statements.size < mostStatements) statements.set(text, statement);
    return statement;
  };

  const from = ({ table, conditions }: CheckedFilter): Sql => {
    const where = allOf(conditions.map(conditionSql));
    return sql(`FROM ${quoted(table.definition.name)} WHERE ${where.text}`, ...where.values);
  };

  const reader: RowReader = {
    get: (name, key): Row | undefined => {
      const table = mustFind(tables, name);
      keyText(table, key);
      const text = `SELECT ${quotedList(table.columns)} FROM ${quoted(name)} WHERE ${keyCondition(table)}`;
      const row = prepared(text).get(...table.keyColumns.map((column) => key[column] ?? null));
      return row === undefined ? undefined : rowOf(table, cellsOf(row));
    },
    list: (query) => {
      const { table, conditions, orderBy, after, limit } = checkQuery(tables, query);
      const where = allOf([
        ...conditions.map(conditionSql),
        ...(after === undefined ? [] : [afterSql(table, orderBy, after)]),
      ]);
      const text = `SELECT ${quotedList(table.columns)} FROM ${quoted(table.definition.name)} WHERE ${where.text} ORDER BY ${orderSql(orderBy)} LIMIT ?`;
      return prepared(text)
        .all(...where.values, limit)
        .map((row) => rowOf(table, cellsOf(row)));
    },
    count: (query) => {
      const { atMost, ...filter } = checkCount(tables, query);
      const { text, values } = from(filter);
      return cellNumber(
        atMost === undefined
          ? single(prepared(`SELECT count(*) ${text}`), ...values)
          : single(prepared(`SELECT count(*) FROM (SELECT 1 ${text} LIMIT ?)`), ...values, atMost),
      );
    },
    groups: (query) => {
      const { by, sums, limit, ...filter } = checkGroups(tables, query);
      const { text, values } = from(filter);
      const totals = ['count(*)', ...sums.map((column) => `coalesce(sum(${quoted(column)}), 0)`)].join(', ');
      const names = quotedList(by);
      return prepared(`SELECT ${names}, ${totals} ${text} GROUP BY ${names} ORDER BY ${names} LIMIT ?`)
        .all(...values, limit)
        .map((row): RowGroup => {
          const cells = cellsOf(row);
          const numberAt = (index: number) => cellNumber(cells[by.length + index]);
          return {
            key: Object.fromEntries(by.map((column, index) => [column, valueIn(cells[index])])),
            count: numberAt(0),
            sums: Object.fromEntries(sums.map((column, index) => [column, numberAt(index + 1)])),
          };
        });
    },
  };

  return {
    get: (table, key) => asking(table, () => reader.get(table, key)),
    list: (query) => asking(query.table, () => reader.list(query)),
    count: (query) => asking(query.table, () => reader.count(query)),
    groups: (query) => asking(query.table, () => reader.groups(query)),
  };
};
