import type { AppendOutcome, StoredEvent } from '../../application/ports/event-store.js';
import { storeError } from '../../application/errors/store-error.js';
import type { PreparedAppend } from '../../application/schema/append-check.js';
import { appendEvents } from './append-events.js';
import type { LogKeeper } from './idle-log.js';
import type { Connection } from './connection.js';
import { cellNumber, prepareRows, single } from '../shared/sqlite-driver.js';
import { isBusy } from '../shared/sqlite-result.js';
import { faultOf } from './faults.js';
import type { FolioTable } from './folio-table.js';
import type { Settled } from './group-commit.js';
import type { RowsWithEvents } from './rows-with-events.js';
import { streamHeads } from './stream-heads.js';

interface CommitParts {
  readonly folios: Pick<FolioTable, 'add'>;
  /** Rows that are written with the events. */
  readonly rows: RowsWithEvents;
  readonly checkpointer: LogKeeper | undefined;
}

export type Commit = (appends: readonly PreparedAppend[]) => readonly Settled<AppendOutcome>[];

/**
 * Stores appends in one transaction. Where one of them spoils it, the transaction is undone and each is tried again in
 * a transaction of its own, so that only the one at fault fails.
 */
export const commitOn = (
  { database, path }: Connection,
  { folios, rows, checkpointer }: CommitParts,
): Commit => {
  const heads = streamHeads(database);
  const append = appendEvents(database, heads, folios);
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const dataVersion = prepareRows(database, 'PRAGMA data_version');
  let seen: number | undefined;

  const forget = (): void => {
    heads.forget();
    rows.forget();
  };

  /** What is remembered holds only as long as no other connection has written. */
  const lookAround = (): void => {
    const version = cellNumber(single(dataVersion));
    if (version !== seen) heads.forget();
    seen = version;
    rows.enter(version);
  };

  const inOneTransaction = (appends: readonly PreparedAppend[]): readonly AppendOutcome[] => {
    begin.run();
    try {
      lookAround();
      const stored: StoredEvent[] | undefined = rows.hasInline() ? [] : undefined;
      const outcomes = appends.map((one) => append(one, stored));
      if (stored !== undefined && stored.length > 0) rows.projectInline(stored);
      commit.run();
      return outcomes;
    } catch (fault) {
      if (database.isTransaction) database.exec('ROLLBACK');
      forget();
      seen = undefined;
      throw fault;
    }
  };

  const together = (appends: readonly PreparedAppend[]): readonly AppendOutcome[] => {
    const outcomes = inOneTransaction(appends);
    checkpointer?.committed(appends.length);
    return outcomes;
  };

  const alone = (one: PreparedAppend): Settled<AppendOutcome> => {
    try {
      const [outcome] = together([one]);
      if (outcome === undefined)
        throw storeError('store-failed', { path, reason: 'an append without outcome' });
      return { outcome };
    } catch (error) {
      return isBusy(error) ? { busy: faultOf(error, path) } : { fault: faultOf(error, path) };
    }
  };

  const oneByOne = (appends: readonly PreparedAppend[]): readonly Settled<AppendOutcome>[] => {
    const settled: Settled<AppendOutcome>[] = [];
    for (const one of appends) {
      const before = settled.at(-1);
      settled.push(before !== undefined && 'busy' in before ? before : alone(one));
    }
    return settled;
  };

  return (appends) => {
    try {
      return together(appends).map((outcome) => ({ outcome }));
    } catch (error) {
      if (isBusy(error)) return appends.map(() => ({ busy: faultOf(error, path) }));
      if (appends.length === 1) return [{ fault: faultOf(error, path) }];
      return oneByOne(appends);
    }
  };
};
