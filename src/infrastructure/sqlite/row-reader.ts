import type { ReadModelStore, Row, RowQuery } from '../../application/ports/read-model-store.js';
import { checkColumn, checkConditions, checkQuery, type Condition } from '../shared/query-check.js';
import { keyText, mustFind, type Table, type Value } from '../shared/table.js';
import {
  cellsOf,
  numberIn,
  prepareRows,
  single,
  type Database,
  type Statement,
} from '../shared/sqlite-driver.js';
import { quoted, quotedList } from './identifiers.js';
import { keyCondition, rowOf } from './row-tables.js';

interface Sql {
  readonly text: string;
  readonly values: readonly Value[];
}

const always: Sql = { text: 'TRUE', values: [] };

const conditionSql = (condition: Condition): Sql => {
  const column = quoted(condition.column);
  if ('present' in condition) return { text: `${column} IS NOT NULL`, values: [] };
  return condition.equals === null
    ? { text: `${column} IS NULL`, values: [] }
    : { text: `${column} = ?`, values: [condition.equals] };
};

const joined = (parts: readonly Sql[], word: string): Sql => ({
  text: parts.map(({ text }) => `(${text})`).join(` ${word} `),
  values: parts.flatMap(({ values }) => values),
});

const allOf = (parts: readonly Sql[]): Sql => (parts.length === 0 ? always : joined(parts, 'AND'));

/** Rows that come after the last one of the page before; null sorts first, as SQLite has it. */
const afterSql = (orderBy: readonly string[], after: readonly Value[]): Sql => {
  if (after.every((value) => value !== null)) {
    const marks = after.map(() => '?').join(', ');
    return { text: `(${quotedList(orderBy)}) > (${marks})`, values: after };
  }
  const cases = orderBy.map((column, index) => {
    const same = orderBy
      .slice(0, index)
      .map((before, at) => conditionSql({ column: before, equals: after[at] ?? null }));
    const value = after[index] ?? null;
    const beyond = value === null ? `${quoted(column)} IS NOT NULL` : `${quoted(column)} > ?`;
    return allOf([...same, { text: beyond, values: value === null ? [] : [value] }]);
  });
  return joined(cases, 'OR');
};

type Synchronous<Store> = {
  readonly [Name in keyof Store]: Store[Name] extends (...given: infer Given) => Promise<infer Result>
    ? (...given: Given) => Result
    : never;
};
export type RowReader = Synchronous<ReadModelStore>;

const mostStatements = 200;

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

  const over = (what: string, query: Pick<RowQuery, 'table' | 'where'>): unknown => {
    const { table, conditions } = checkConditions(tables, query);
    const where = allOf(conditions.map(conditionSql));
    return single(
      prepared(`SELECT ${what} FROM ${quoted(table.definition.name)} WHERE ${where.text}`),
      ...where.values,
    );
  };

  return {
    get: (name, key): Row | undefined => {
      const table = mustFind(tables, name);
      keyText(table, key);
      const sql = `SELECT ${quotedList(table.columns)} FROM ${quoted(name)} WHERE ${keyCondition(table)}`;
      const row = prepared(sql).get(...table.keyColumns.map((column) => key[column] ?? null));
      return row === undefined ? undefined : rowOf(table, cellsOf(row));
    },
    list: (query) => {
      const { table, conditions, orderBy, after, limit } = checkQuery(tables, query);
      const where = allOf([
        ...conditions.map(conditionSql),
        ...(after === undefined ? [] : [afterSql(orderBy, after)]),
      ]);
      const sql = `SELECT ${quotedList(table.columns)} FROM ${quoted(table.definition.name)} WHERE ${where.text} ORDER BY ${quotedList(orderBy)} LIMIT ?`;
      return prepared(sql)
        .all(...where.values, limit)
        .map((row) => rowOf(table, cellsOf(row)));
    },
    count: (query) => numberIn(over('count(*)', query)),
    sum: (query, column) => {
      checkColumn(mustFind(tables, query.table), column);
      return numberIn(over(`coalesce(sum(${quoted(column)}), 0)`, query));
    },
  };
};
