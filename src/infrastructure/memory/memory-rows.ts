import type { InlineProjector, RowWriter } from '../../application/ports/inline-projector.js';
import type { StoredEvent } from '../../application/ports/event-store.js';
import type { ReadModelStore, Row, RowQuery } from '../../application/ports/read-model-store.js';
import { storeError } from '../../application/errors/store-error.js';
import { checkColumn, checkConditions, checkQuery, type Condition } from '../shared/query-check.js';
import { rowBuffer } from '../shared/row-buffer.js';
import { keyText, mustFind, tablesOf, type Table, type Value } from '../shared/table.js';
import { compareRows, isAfter } from './row-order.js';

/** The rows of an inline projector, in memory. */
export interface MemoryRows {
  /** Projects events; nothing changes where the projector throws (`projection-failed`). */
  readonly follow: (events: readonly StoredEvent[]) => void;
  readonly store: ReadModelStore;
}

const holds = (row: Row, condition: Condition): boolean =>
  'present' in condition ? row[condition.column] !== null : row[condition.column] === condition.equals;

export const memoryRows = ({ tables: definitions, project }: InlineProjector): MemoryRows => {
  const tables = tablesOf(definitions);
  const rows = new Map<Table, Map<string, Row>>();
  for (const table of tables.values()) rows.set(table, new Map());
  const buffer = rowBuffer(tables, (table, text) => rows.get(table)?.get(text));

  const tried = (events: readonly StoredEvent[], writer: RowWriter): void => {
    try {
      project(events, writer);
    } catch (cause) {
      buffer.take();
      throw storeError(
        'projection-failed',
        { reason: cause instanceof Error ? cause.message : String(cause) },
        cause,
      );
    }
  };

  const matching = (query: Pick<RowQuery, 'table' | 'where'>): Row[] => {
    const { table, conditions } = checkConditions(tables, query);
    return [...(rows.get(table)?.values() ?? [])].filter((row) => conditions.every((one) => holds(row, one)));
  };

  const list = (query: RowQuery): readonly Row[] => {
    const { orderBy, after, limit } = checkQuery(tables, query);
    return matching(query)
      .filter((row) => after === undefined || isAfter(row, orderBy, after))
      .sort((a, b) => compareRows(a, b, orderBy))
      .slice(0, limit);
  };

  const sum = (query: Pick<RowQuery, 'table' | 'where'>, column: string): number => {
    checkColumn(mustFind(tables, query.table), column);
    return matching(query).reduce((total, row) => total + numberOf(row[column]), 0);
  };

  return {
    follow: (events) => {
      tried(events, buffer.writer);
      for (const { table, key, after } of buffer.take()) {
        if (after === undefined) rows.get(table)?.delete(key);
        else rows.get(table)?.set(key, after);
      }
    },
    store: {
      get: async (name, key) => {
        const table = mustFind(tables, name);
        return Promise.resolve(rows.get(table)?.get(keyText(table, key)));
      },
      list: async (query) => Promise.resolve(list(query)),
      count: async (query) => Promise.resolve(matching(query).length),
      sum: async (query, column) => Promise.resolve(sum(query, column)),
    },
  };
};

const numberOf = (value: Value | undefined): number => (typeof value === 'number' ? value : 0);
