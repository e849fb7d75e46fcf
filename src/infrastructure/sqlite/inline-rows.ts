import type { StoredEvent } from '../../application/ports/event-store.js';
import type { InlineProjector } from '../../application/ports/inline-projector.js';
import type { Row } from '../../application/ports/read-model-store.js';
import { storeError } from '../../application/errors/store-error.js';
import { recentCache, type RecentCache } from '../shared/recent-cache.js';
import { rowBuffer } from '../shared/row-buffer.js';
import type { Table } from '../shared/table.js';
import type { Database } from '../shared/sqlite-driver.js';
import { rowTable, type RowTable } from './row-tables.js';

/** Rows that follow the events within the transaction that stores them. */
export interface InlineRows {
  /** Projects events just stored and writes the rows. Throws `projection-failed` where that cannot be done. */
  readonly follow: (events: readonly StoredEvent[]) => void;
  /** Drops what is remembered: the transaction was undone, or another connection has written. */
  readonly forget: () => void;
}

interface Kept {
  readonly rows: RowTable;
  readonly recent: RecentCache<Row>;
}

const remembered = 20_000;

export const inlineRows = (
  database: Database,
  projector: InlineProjector,
  tables: ReadonlyMap<string, Table>,
): InlineRows => {
  const kept = new Map<Table, Kept>();
  const keptOf = (table: Table): Kept => {
    let known = kept.get(table);
    if (known === undefined)
      kept.set(table, (known = { rows: rowTable(database, table), recent: recentCache<Row>(remembered) }));
    return known;
  };

  const buffer = rowBuffer(tables, (table, text, key) => {
    const { rows, recent } = keptOf(table);
    const known = recent.get(text);
    if (known !== undefined) return known;
    const found = rows.find(key);
    if (found !== undefined) recent.set(text, found);
    return found;
  });

  const forget = (): void => {
    buffer.take();
    for (const { recent } of kept.values()) recent.clear();
  };

  return {
    follow: (events) => {
      try {
        projector.project(events, buffer.writer);
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw storeError('projection-failed', { reason }, cause);
      }
      for (const change of buffer.take()) {
        const { rows, recent } = keptOf(change.table);
        rows.write(change);
        if (change.after === undefined) recent.remove(change.key);
        else recent.set(change.key, change.after);
      }
    },
    forget,
  };
};
