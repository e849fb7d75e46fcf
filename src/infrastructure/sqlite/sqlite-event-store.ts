import { statSync } from 'node:fs';
import type { AppendOutcome, EventStore } from '../../application/ports/event-store.js';
import type { Checkpoints } from '../../application/ports/checkpoints.js';
import type { FolioRegister } from '../../application/ports/folio-register.js';
import type { Projection } from '../../application/ports/projection.js';
import type { ProjectedRows } from '../../application/ports/projected-rows.js';
import { storeError } from '../../application/errors/store-error.js';
import { mustHave } from '../../application/errors/option-faults.js';
import { prepareAppend, type PreparedAppend } from '../../application/schema/append-check.js';
import { lagOf } from '../shared/position.js';
import { retryFor, storeLifecycle } from '../shared/store-lifecycle.js';
import { givingTurns } from '../shared/system/giving-turns.js';
import { backUp, type BackUp, type BackUpOptions } from './back-up.js';
import { isBusy } from '../shared/sqlite-result.js';
import { faultOf } from './faults.js';
import { checkWhole, type IntegrityOptions } from './check-whole.js';
import type { Integrity } from './integrity.js';
import { identityIn } from './store-identity.js';
import { openStore, type OpenStore } from './open-store.js';
import { processCheckpoints } from './process-checkpoints.js';
import type { KeptRows } from './kept-rows.js';
import type { RowReader } from './row-reader.js';
import { vaultMarks } from './vault-marks.js';

/** Which file holds the events, and how it is opened. */
export interface SqliteEventStoreOptions {
  /** Path of the file; it is made where there is none. `:memory:` keeps everything in memory. */
  readonly path: string;
  /** Read models to write in the transaction of the events, where they are at the end of them. */
  readonly inline?: readonly Projection[];
  /**
   * Only read: nothing is made or changed, and other processes may write meanwhile (default false). `if-needed`: only
   * where the file or its folder cannot be written.
   */
  readonly readOnly?: boolean | 'if-needed';
  /** Told how many events the rows lack, where the file is only read: they stay behind. */
  readonly onRowsBehind?: (events: number) => void;
  /** Fail with `store-missing` where there is no store (default false). */
  readonly mustExist?: boolean;
  /** Milliseconds to wait for another process that writes, before `store-locked` (default 5,000). */
  readonly lockTimeout?: number;
  /** The most bytes that the file may grow to, before `store-full`. */
  readonly maxBytes?: number;
}

/** Events, and the rows that follow them, in one SQLite file. */
export interface SqliteEventStore extends EventStore, ProjectedRows {
  /** From folios to complaints, written with the filings. */
  readonly folios: FolioRegister;
  /** How far the processes that react to its events are. */
  readonly checkpoints: Checkpoints;
  /** Opens the file now; without it the first call does. */
  readonly open: () => Promise<void>;
  /** Copies the store while it is in use. Throws `store-exists` where the target is there and is not to be replaced, `copy-is-store`. */
  readonly backUp: (target: string, options?: BackUpOptions) => Promise<BackUp>;
  /**
   * Reads every page, index and event as of one moment and says what is wrong, while others write. Takes long; the process
   * does other things meanwhile, except for the look at the pages.
   */
  readonly checkIntegrity: (options?: IntegrityOptions) => Promise<Integrity>;
}

/** The size of a file; none where there is no such file. */
const bytesOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

const defaultLockTimeout = 5_000;

/**
 * The embedded event store: one SQLite file through `node:sqlite`. Appends that come in together share one durable
 * transaction. Nothing is opened before the first call. A projection that fails is paused, and stops nothing else.
 * Throws `option-invalid`, and the codes of `EventStore`.
 */
export const sqliteEventStore = (options: SqliteEventStoreOptions): SqliteEventStore => {
  mustHave('sqliteEventStore', options, { path: 'string' });
  const {
    path,
    inline = [],
    readOnly = false,
    mustExist = false,
    lockTimeout = defaultLockTimeout,
    maxBytes,
    onRowsBehind,
  } = options;
  const waiting = retryFor({
    patience: lockTimeout,
    isRetryable: isBusy,
    faultOf: (error) => faultOf(error, path),
  });
  const parts = {
    connection: { path, readOnly: readOnly === true, mustExist, maxBytes },
    orRead: readOnly === 'if-needed',
    onRowsBehind,
    inline,
    patience: lockTimeout,
    patiently: waiting,
  };
  const { using, atHand, close } = storeLifecycle({
    open: () => openStore(parts),
    shut: async (store: OpenStore) => {
      await store.appends?.drained();
      store.close();
    },
    details: { path },
  });

  const reading = <Result>(work: (store: OpenStore) => Result): Promise<Result> =>
    using((store) => waiting(() => work(store)));

  const turn = givingTurns();
  /** The same for what is read page after page: a caller that waits for nothing else keeps no signal waiting. */
  const readingEvents = <Result>(work: (events: OpenStore['events']) => Result): Promise<Result> =>
    using(async ({ events }) => {
      await turn();
      return waiting(() => work(events));
    });

  const readingRows = <Result>(work: (rows: RowReader) => Result): Promise<Result> =>
    reading((store) => work(store.rows));

  const changing = (work: (rows: KeptRows) => void): Promise<void> =>
    reading(({ written }) => {
      if (written === undefined) throw storeError('store-read-only', { path });
      written.change(work);
    });

  const appendTo = ({ appends }: OpenStore, prepared: PreparedAppend): Promise<AppendOutcome> => {
    if (appends === undefined) throw storeError('store-read-only', { path });
    return appends.add(prepared);
  };

  return {
    capabilities: { inlineRows: true, commitOrder: true },
    open: () => using(() => undefined),
    append: (request) => {
      let prepared: PreparedAppend;
      try {
        prepared = prepareAppend(request);
      } catch (error) {
        return Promise.reject(faultOf(error, path));
      }
      const ready = atHand()?.appends;
      return ready === undefined ? using((store) => appendTo(store, prepared)) : ready.add(prepared);
    },
    read: (stream, range) => readingEvents((events) => events.read(stream, range)),
    readAll: (range) => readingEvents((events) => events.readAll(range)),
    head: () => reading(({ events }) => events.head()),
    lag: (after) => reading(({ events }) => lagOf(events.head(), after)),
    close,
    rows: {
      get: (table, key) => readingRows((rows) => rows.get(table, key)),
      list: (query) => readingRows((rows) => rows.list(query)),
      count: (query) => readingRows((rows) => rows.count(query)),
      groups: (query) => readingRows((rows) => rows.groups(query)),
    },
    folios: { find: (scope, folio) => reading(({ folios }) => folios.find(scope, folio)) },
    checkpoints: {
      read: (name) => reading(({ connection }) => processCheckpoints(connection.database).read(name)),
      write: (name, position) =>
        reading(({ connection }) => processCheckpoints(connection.database).write(name, position)),
    },
    vaultMarks: {
      read: (scope) => reading(({ connection }) => vaultMarks(connection.database).read(scope)),
      keep: (...given) => reading(({ connection }) => vaultMarks(connection.database).keep(...given)),
    },
    projections: inline,
    rowCheckpoints: () =>
      reading(({ kept, written }) => {
        written?.mend();
        return kept.checkpoints();
      }),
    known: () => atHand()?.kept.known() ?? [],
    project: (after, batch, refs) => changing((rows) => rows.project(after, batch, refs)),
    stored: () => reading(({ kept }) => kept.stored()),
    pause: (...given) => changing((rows) => rows.pause(...given)),
    resume: (...given) => changing((rows) => rows.resume(...given)),
    replay: (...given) => changing((rows) => rows.replay(...given)),
    rebuild: (...given) => changing((rows) => rows.rebuild(...given)),
    cancelRebuild: (...given) => changing((rows) => rows.cancelRebuild(...given)),
    drop: (...given) => changing((rows) => rows.drop(...given)),
    parkedEvents: (...given) => reading(({ kept }) => kept.parkedEvents(...given)),
    backUp: (target, how) => using(({ connection }) => backUp(connection, target, how)),
    size: () => ({ bytes: bytesOf(path), walBytes: bytesOf(`${path}-wal`) }),
    identity: () => reading(({ connection }) => identityIn(connection.database, path)),
    checkIntegrity: (how) => using(({ connection }) => checkWhole(connection, how)),
  };
};
