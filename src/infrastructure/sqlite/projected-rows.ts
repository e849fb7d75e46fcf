import { existsSync } from 'node:fs';
import type { Projection } from '../../application/ports/projection.js';
import type { ProjectedRows } from '../../application/ports/projected-rows.js';
import { mustHave } from '../../application/errors/option-faults.js';
import { retryFor, storeLifecycle } from '../shared/store-lifecycle.js';
import { isBusy } from '../shared/sqlite-result.js';
import { rowsFaultOf } from './faults.js';
import { openProjectedFile, type ProjectedFile } from './projected-file.js';
import type { KeptRows } from './kept-rows.js';
import type { RowReader } from './row-reader.js';

/** Which file holds the rows, and what they follow. */
export interface SqliteProjectedRowsOptions {
  /** Path of the file; it is made where there is none. */
  readonly path: string;
  /** What makes rows of events. */
  readonly projections: readonly Projection[];
  /** The namespace whose events are followed (default: none). One file holds the rows of one namespace. */
  readonly namespace?: string;
  /** Milliseconds to wait for another process that writes, before `rows-locked` (default 5,000). */
  readonly lockTimeout?: number;
  /** The most bytes that the file may grow to, before `store-full`. */
  readonly maxBytes?: number;
}

/** Rows in a file. */
export interface SqliteProjectedRows extends ProjectedRows {
  /** Opens the file now, where there is one; without it the first call does, which makes it where there is none. */
  readonly open: () => Promise<void>;
}

const defaultLockTimeout = 5_000;

/**
 * Rows apart from their events, in a SQLite file of their own. Several processes may use it. Nothing is opened before
 * the first call. Versions of a projection lie side by side. Throws `option-invalid`, the codes of the SQLite event store, `rows-foreign` for a file that follows another namespace, and `rows-unusable` for one that is
 * damaged or is no file of rows.
 */
export const sqliteProjectedRows = (options: SqliteProjectedRowsOptions): SqliteProjectedRows => {
  mustHave('sqliteProjectedRows', options, { path: 'string', projections: 'object' });
  const { path, projections, namespace = '', lockTimeout = defaultLockTimeout, maxBytes } = options;
  const waiting = retryFor({
    patience: lockTimeout,
    isRetryable: isBusy,
    faultOf: (error) => rowsFaultOf(error, path),
  });
  const connection = { path, readOnly: false, mustExist: false, maxBytes };
  const file = storeLifecycle({
    open: () => waiting(() => openProjectedFile({ connection, projections, namespace })),
    shut: (open: ProjectedFile) => open.close(),
    details: { path },
  });
  const using = <Result>(work: (open: ProjectedFile) => Result): Promise<Result> =>
    file.using((open) => waiting(() => work(open)));
  const reading = <Result>(work: (rows: RowReader) => Result): Promise<Result> =>
    using((open) => work(open.rows));

  const changing = (work: (rows: KeptRows) => void): Promise<void> => using((open) => open.change(work));

  return {
    open: async () => {
      if (existsSync(path)) await using(() => undefined);
    },
    rows: {
      get: (table, key) => reading((rows) => rows.get(table, key)),
      list: (query) => reading((rows) => rows.list(query)),
      count: (query) => reading((rows) => rows.count(query)),
      groups: (query) => reading((rows) => rows.groups(query)),
    },
    projections,
    rowCheckpoints: () =>
      using(({ kept, mend }) => {
        mend();
        return kept.checkpoints();
      }),
    known: () => file.atHand()?.kept.known() ?? [],
    project: (after, batch, refs) =>
      using((open) => open.change((kept) => kept.project(after, batch, refs), batch.events.length)),
    stored: () => using(({ kept }) => kept.stored()),
    pause: (...given) => changing((kept) => kept.pause(...given)),
    resume: (...given) => changing((kept) => kept.resume(...given)),
    replay: (...given) => changing((kept) => kept.replay(...given)),
    rebuild: (...given) => changing((kept) => kept.rebuild(...given)),
    cancelRebuild: (...given) => changing((kept) => kept.cancelRebuild(...given)),
    drop: (...given) => changing((kept) => kept.drop(...given)),
    parkedEvents: (...given) => using(({ kept }) => kept.parkedEvents(...given)),
    close: file.close,
  };
};
