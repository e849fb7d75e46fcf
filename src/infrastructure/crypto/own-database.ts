import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { isFolder, isNoDatabase, isOneByte } from '../shared/file-place.js';
import { loadDriver, type Database } from '../shared/sqlite-driver.js';

const tablesIn = (database: Database): readonly string[] =>
  database
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all()
    .map((row) => String(row['name']));

/**
 * Opens a file of secrets, with its folder made where there is none, both for their owner alone. A file that has other
 * tables and lacks its first one is another program's: it is refused before anything in it, or of it, is changed. The
 * message of what is thrown for such a file is a reason of `store-reasons.ts`.
 */
export const openOwnDatabase = (path: string, firstTable: string, schema: string): Database => {
  if (isFolder(path)) throw new Error('is-a-folder');
  if (isOneByte(path)) throw new Error('no-database');
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const { DatabaseSync } = loadDriver();
  const database = new DatabaseSync(path, { timeout: 5000 });
  try {
    const tables = tablesIn(database);
    if (tables.length > 0 && !tables.includes(firstTable)) throw new Error('file-of-another-program');
    chmodSync(path, 0o600);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
    database.exec(schema);
    return database;
  } catch (error) {
    database.close();
    throw isNoDatabase(path) ? new Error('no-database', { cause: error }) : error;
  }
};
