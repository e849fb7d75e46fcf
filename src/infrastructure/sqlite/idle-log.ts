import { checkpointer } from './checkpointer.js';
import { inMemory, type Connection } from './connection.js';

/** Keeps the write-ahead log of a file small. */
export interface LogKeeper {
  /** Says that a transaction of this many appends was committed. */
  readonly committed: (appends: number) => void;
  readonly close: () => void;
}

/** Milliseconds without an append after which what is in the log is copied back. */
const idleAfter = 1_000;

/**
 * Copies the log back into the file once nothing was stored for a second, so that a file that is copied without it, or
 * whose log is lost, lacks nothing that is older (ADR 0322). Where SQLite may not checkpoint by itself (ADR 0302), the log
 * keeps its size, and nothing is lost with it.
 */
export const logKeeper = (connection: Connection): LogKeeper | undefined => {
  const { database, path } = connection;
  if (path === inMemory) return undefined;
  const copier = checkpointer(connection);
  let lastAt = 0;
  let timer: NodeJS.Timeout | undefined;

  const empty = (): void => {
    if (copier !== undefined) {
      copier.copy();
      return;
    }
    try {
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // Another process reads or writes just now: the next append tries again.
    }
  };

  /** The timer keeps no process running: at its end the file is closed, and the log with it. */
  const emptyIn = (milliseconds: number): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      const left = lastAt + idleAfter - performance.now();
      if (left > 0) emptyIn(left);
      else empty();
    }, milliseconds).unref();
  };

  return {
    committed: (appends) => {
      copier?.committed(appends);
      lastAt = performance.now();
      emptyIn(idleAfter);
    },
    close: () => {
      clearTimeout(timer);
      copier?.close();
    },
  };
};
