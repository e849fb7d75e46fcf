import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { codeOf } from '../../application/errors/code-of.js';
import { loadDriver, prepareRows, type Database } from './sqlite-driver.js';
import { sqliteResult, sqliteResults } from './sqlite-result.js';

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

/** That a file beside it cannot be made, on a medium that takes no changes, is told as one that cannot be opened. */
const hinderedByPlace: ReadonlySet<number | undefined> = new Set([
  sqliteResults.readOnly,
  sqliteResults.cannotOpen,
]);

/** Whether a file could not be opened because nothing can be made or changed where it lies. */
export const isHinderedByPlace = (error: unknown): boolean => hinderedByPlace.has(sqliteResult(error));

/**
 * Opens a file for reading. Readers of a file with a log share another one beside it, which SQLite makes: in a folder that
 * cannot be written, and on a medium that takes no changes, the file is read as one that no process changes, unless a log
 * lies there that would be missed.
 */
export const openForReading = (path: string, timeout: number): Database => {
  try {
    return opened(path, timeout);
  } catch (error) {
    if (!isHinderedByPlace(error) || !existsSync(path) || hasLog(path)) throw error;
    const unchanging = pathToFileURL(path);
    unchanging.searchParams.set('immutable', '1');
    return opened(unchanging, timeout);
  }
};

/** Whether a file, or the folder that it is to be made in, lies on a medium that takes no changes, such as a mounted image. */
export const isOnReadOnlyMedium = (path: string): boolean => {
  try {
    accessSync(existsSync(path) ? path : dirname(path), constants.W_OK);
    return false;
  } catch (error) {
    return codeOf(error) === 'EROFS';
  }
};
