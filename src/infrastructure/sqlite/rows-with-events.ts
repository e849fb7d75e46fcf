import type { Position, StoredEvent } from '../../application/ports/event-store.js';
import { numberOf, positionOf } from '../shared/position.js';
import { cellNumber, prepareRows, single, type Database } from '../shared/sqlite-driver.js';
import type { KeptRows } from './kept-rows.js';
import { inTransaction } from './transaction.js';

/** Rows that are written in the transactions of the events, and beside them where they have to catch up. */
export interface RowsWithEvents {
  /** Begins a transaction that holds the writer lock: what is remembered holds only while no other connection writes. */
  readonly enter: (dataVersion: number) => void;
  readonly hasInline: () => boolean;
  /** Projects events just stored. */
  readonly projectInline: (events: readonly StoredEvent[]) => void;
  readonly forget: () => void;
  /** Begins all rows anew where their checkpoints are gone, in a transaction of its own. */
  readonly mend: () => void;
  /** Does work on the rows in a transaction of its own. */
  readonly change: (work: (rows: KeptRows) => void) => void;
}

/** The position before the first of some events: nothing lies between. */
const before = (events: readonly StoredEvent[]): Position | undefined => {
  const place = numberOf(events[0]?.position) - 1;
  return place > 0 ? positionOf(place) : undefined;
};

export const rowsWithEvents = (database: Database, rows: KeptRows): RowsWithEvents => {
  const dataVersion = prepareRows(database, 'PRAGMA data_version');
  let seen: number | undefined;

  const forget = (): void => {
    rows.forget();
    seen = undefined;
  };

  const enter = (version: number): void => {
    if (version === seen) return;
    rows.forget();
    if (rows.areGone()) rows.ensure();
    rows.join();
    seen = version;
  };

  const mend = (): void => {
    if (rows.areGone()) inTransaction(database, rows.ensure);
  };

  return {
    enter,
    mend,
    hasInline: rows.hasInline,
    projectInline: (events) => rows.projectInline(events, before(events)),
    forget,
    change: (work) => {
      try {
        mend();
        inTransaction(database, () => {
          enter(cellNumber(single(dataVersion)));
          work(rows);
          rows.join();
        });
      } catch (error) {
        forget();
        throw error;
      }
    },
  };
};
