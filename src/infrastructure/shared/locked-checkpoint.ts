import { loadDriver, type Database } from './sqlite-driver.js';

/** A second connection to a file, which waits for no lock and never checkpoints of its own accord. */
export const openHelper = (path: string): Database => {
  const { DatabaseSync } = loadDriver();
  const helper = new DatabaseSync(path, { timeout: 0 });
  helper.exec('PRAGMA wal_autocheckpoint = 0');
  return helper;
};

/**
 * Copies the write-ahead log back into the file while `holder` holds the writer's lock, so that no process can commit
 * meanwhile (ADR 0302). Throws where another process holds it.
 */
export const copyUnderLock = (holder: Database, copier: Database): void => {
  holder.exec('BEGIN IMMEDIATE');
  try {
    copier.exec('PRAGMA wal_checkpoint(PASSIVE)');
  } finally {
    holder.exec('ROLLBACK');
  }
};
