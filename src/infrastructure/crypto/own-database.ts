import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { isFolder, isNoDatabase, isOneByte } from '../shared/file-place.js';
import { isOnReadOnlyMedium, openForReading } from '../shared/open-for-reading.js';
import { checkpointsSafely, loadDriver, type Database } from '../shared/sqlite-driver.js';

const tablesIn = (database: Database): readonly string[] =>
  database
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all()
    .map((row) => String(row['name']));

/**
 * Pages after which the log is copied back into the file, where SQLite may do so by itself (ADR 0302): a log that is
 * begun again is written to disk faster than one that grows, and a file that is copied without it lacks less.
 */
const pagesPerCheckpoint = 100;

const keepLogShort = (database: Database): void => {
  const version = String(database.prepare('SELECT sqlite_version() AS version').get()?.['version']);
  if (checkpointsSafely(version)) database.exec(`PRAGMA wal_autocheckpoint = ${String(pagesPerCheckpoint)}`);
};

/** Milliseconds that another process is waited for. */
const timeout = 5_000;

const openToChange = (path: string): Database => {
  const { DatabaseSync } = loadDriver();
  return new DatabaseSync(path, { timeout });
};

/**
 * Opens a file of secrets, with its folder made where there is none, both for their owner alone. A file that has other
 * tables and lacks its first one is another program's: it is refused before anything in it, or of it, is changed. On a medium that takes no changes it is read. The
 * message of what is thrown for such a file is a reason of `store-reasons.ts`.
 */
export const openOwnDatabase = (path: string, firstTable: string, schema: string): Database => {
  if (isFolder(path)) throw new Error('is-a-folder');
  if (isOneByte(path)) throw new Error('no-database');
  if (!existsSync(path)) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const mayChange = !isOnReadOnlyMedium(path);
  const database = mayChange ? openToChange(path) : openForReading(path, timeout);
  try {
    const tables = tablesIn(database);
    if (tables.length > 0 && !tables.includes(firstTable)) throw new Error('file-of-another-program');
    if (!mayChange) return database;
    chmodSync(path, 0o600);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
    keepLogShort(database);
    database.exec(schema);
    return database;
  } catch (error) {
    database.close();
    throw isNoDatabase(path) ? new Error('no-database', { cause: error }) : error;
  }
};

/** All of it or nothing. */
export const inTransaction = (database: Database, work: () => void): void => {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } finally {
    if (database.isTransaction) database.exec('ROLLBACK');
  }
};
