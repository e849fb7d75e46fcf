import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { loadDriver, prepareRows, type Database } from '../shared/sqlite-driver.js';
import { sqliteResult, sqliteResults } from '../shared/sqlite-result.js';

/** Opens the file and reads its header: SQLite itself touches nothing until it is asked for something. */
const opened = (place: string | URL, timeout: number): Database => {
  const { DatabaseSync } = loadDriver();
  const database = new DatabaseSync(place, { readOnly: true, timeout });
  try {
    prepareRows(database, 'PRAGMA schema_version').get();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};

const hasLog = (path: string): boolean => (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

/**
 * Opens a store for reading. Readers of a store with a log share a file beside it, which SQLite makes: in a folder that
 * cannot be written the store is read as one that no process changes, unless a log lies there that would be missed.
 */
export const openForReading = (path: string, timeout: number): Database => {
  try {
    return opened(path, timeout);
  } catch (error) {
    if (sqliteResult(error) !== sqliteResults.readOnly || hasLog(path)) throw error;
    const unchanging = pathToFileURL(path);
    unchanging.searchParams.set('immutable', '1');
    return opened(unchanging, timeout);
  }
};
