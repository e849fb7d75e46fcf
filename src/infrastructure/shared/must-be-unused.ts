import { loadDriver, type Database } from './sqlite-driver.js';
import { isBusy } from './sqlite-result.js';

/**
 * Makes sure that no process has a SQLite file open, and brings its log into it: leaving the log's mode needs the file for
 * oneself alone. A damaged one cannot do that, and is moved away as it is. Throws `inUse`.
 */
export const mustBeUnused = (path: string, inUse: (cause: unknown) => Error): void => {
  const { DatabaseSync } = loadDriver();
  let database: Database | undefined;
  try {
    database = new DatabaseSync(path, { timeout: 100 });
    database.exec('PRAGMA journal_mode = DELETE');
  } catch (error) {
    if (isBusy(error)) throw inUse(error);
  } finally {
    database?.close();
  }
};
