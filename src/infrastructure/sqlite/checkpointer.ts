import { inMemory, pagesPerCheckpoint, type Connection } from './connection.js';
import { copyUnderLock, openHelper } from '../shared/locked-checkpoint.js';
import type { Database } from '../shared/sqlite-driver.js';

/**
 * Copies the write-ahead log back into the file where SQLite may not do so by itself (before 3.51.3, ADR 0302): one
 * connection holds the writer lock, so that no process can commit meanwhile, and another one copies.
 */
export interface Checkpointer {
  /** Says that a transaction of this many appends was committed. */
  readonly committed: (appends: number) => void;
  /** Copies now, unless another process writes just now: then the log grows a little longer, until the next time. */
  readonly copy: () => void;
  readonly close: () => void;
}

// Each append touches the last pages of the events, of their places and of the ledger, and a few pages of rows.
const pagesPerAppend = 6;

export const checkpointer = ({ database, path, checkpointsItself }: Connection): Checkpointer | undefined => {
  if (checkpointsItself || path === inMemory) return undefined;
  let helper: Database | undefined;
  let pages = 0;

  const copy = (): void => {
    helper ??= openHelper(path);
    copyUnderLock(database, helper);
  };

  const copyUnlessWritten = (): void => {
    try {
      copy();
    } catch {
      // Another process writes just now.
    }
  };

  return {
    committed: (appends) => {
      pages += appends * pagesPerAppend;
      if (pages < pagesPerCheckpoint) return;
      pages = 0;
      copyUnlessWritten();
    },
    copy: copyUnlessWritten,
    close: () => helper?.close(),
  };
};
