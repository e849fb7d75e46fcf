import type {
  CountQuery,
  GroupQuery,
  Row,
  RowGroup,
  RowQuery,
} from '../../application/ports/read-model-store.js';
import {
  checkCount,
  checkGroups,
  checkQuery,
  type CheckedFilter,
  type Comparison,
  type Condition,
} from '../shared/query-check.js';
import { keyText, mustFind, type RowKey, type Table, type Value } from '../../projections/runtime/table.js';
import { compareRows, compareValues, isAfter } from './row-order.js';

const holdsFor: Readonly<Record<Comparison, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** What a condition asks of a value that is not null. */
const asks = (condition: Exclude<Condition, { readonly equals: unknown }>): ((value: Value) => boolean) => {
  if ('present' in condition) return () => true;
  if ('in' in condition) {
    // A page of a queue asks for a thousand complaints at once, of each of its rows.
    const among: ReadonlySet<Value> = new Set(condition.in);
    return (value) => among.has(value);
  }
  const isHeld = holdsFor[condition.comparison];
  return (value) => isHeld(compareValues(value, condition.bound));
};

const holding = (condition: Condition): ((row: Row) => boolean) => {
  const { column } = condition;
  if ('equals' in condition) return (row) => (row[column] ?? null) === condition.equals;
  const isAsked = asks(condition);
  return (row) => {
    const value = row[column] ?? null;
    return value !== null && isAsked(value);
  };
};

const numberOf = (value: Value | undefined): number => (typeof value === 'number' ? value : 0);

const sumOf = (rows: readonly Row[], column: string): number =>
  rows.reduce((total, row) => total + numberOf(row[column]), 0);

/** Answers queries over rows in maps, as an SQL database answers them. */
export const rowQueries = (
  tables: ReadonlyMap<string, Table>,
  rowsIn: (table: Table) => ReadonlyMap<string, Row> | undefined,
) => {
  const matching = ({ table, conditions }: CheckedFilter): Row[] => {
    const held = conditions.map(holding);
    return [...(rowsIn(table)?.values() ?? [])].filter((row) => held.every((isHeld) => isHeld(row)));
  };

  return {
    get: (name: string, key: RowKey): Row | undefined => {
      const table = mustFind(tables, name);
      return rowsIn(table)?.get(keyText(table, key));
    },
    list: (query: RowQuery): readonly Row[] => {
      const { orderBy, after, limit, ...filter } = checkQuery(tables, query);
      return matching(filter)
        .filter((row) => after === undefined || isAfter(row, orderBy, after))
        .sort((a, b) => compareRows(a, b, orderBy))
        .slice(0, limit);
    },
    count: (query: CountQuery): number => {
      const { atMost, ...filter } = checkCount(tables, query);
      return Math.min(matching(filter).length, atMost ?? Infinity);
    },
    groups: (query: GroupQuery): readonly RowGroup[] => {
      const { by, sums, limit, ...filter } = checkGroups(tables, query);
      const orderBy = by.map((column) => ({ column, isDescending: false }));
      const groups = new Map<string, Row[]>();
      for (const row of matching(filter)) {
        const name = JSON.stringify(by.map((column) => row[column]));
        const group = groups.get(name);
        if (group === undefined) groups.set(name, [row]);
        else group.push(row);
      }
      return [...groups.values()]
        .map((rows) => ({
          key: Object.fromEntries(by.map((column) => [column, rows[0]?.[column] ?? null])),
          count: rows.length,
          sums: Object.fromEntries(sums.map((column) => [column, sumOf(rows, column)])),
        }))
        .sort((a, b) => compareRows(a.key, b.key, orderBy))
        .slice(0, limit);
    },
  };
};
