import type { InlineProjector, RowWriter } from '../../application/ports/inline-projector.js';
import type { StoredEvent } from '../../application/ports/event-store.js';
import type { ReadModelStore, Row } from '../../application/ports/read-model-store.js';
import { storeError } from '../../application/errors/store-error.js';
import { rowBuffer } from '../shared/row-buffer.js';
import { tablesOf, type Table } from '../shared/table.js';
import { rowQueries } from './row-queries.js';

/** The rows of an inline projector, in memory. */
export interface MemoryRows {
  /** Projects events; nothing changes where the projector throws (`projection-failed`). */
  readonly follow: (events: readonly StoredEvent[]) => void;
  readonly store: ReadModelStore;
}

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

  const queries = rowQueries(tables, (table) => rows.get(table));

  return {
    follow: (events) => {
      tried(events, buffer.writer);
      for (const { table, key, after } of buffer.take()) {
        if (after === undefined) rows.get(table)?.delete(key);
        else rows.get(table)?.set(key, after);
      }
    },
    store: {
      get: async (name, key) => Promise.resolve(queries.get(name, key)),
      list: async (query) => Promise.resolve(queries.list(query)),
      count: async (query) => Promise.resolve(queries.count(query)),
      sum: async (query, column) => Promise.resolve(queries.sum(query, column)),
      groups: async (query) => Promise.resolve(queries.groups(query)),
    },
  };
};
