import { chmodSync, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { copyUnderLock, openHelper } from '../shared/locked-checkpoint.js';
import { isNoDatabase, isOneByte, whyNoFile } from '../shared/file-place.js';
import { isHinderedByPlace, isOnReadOnlyMedium, openForReading } from '../shared/open-for-reading.js';
import { checkpointsSafely, loadDriver, type Database } from '../shared/sqlite-driver.js';
import { makeFolder } from '../shared/make-folder.js';

const tablesIn = (database: Database): readonly string[] =>
  database
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all()
    .map((row) => String(row['name']));

/** How a file of secrets is used; tests say otherwise. */
interface Use {
  /** Whether SQLite itself may checkpoint after a commit (from 3.51.3 on, ADR 0302). */
  readonly checkpointsItself: boolean;
}

const asThisSqlite = (): Use => ({
  checkpointsItself: checkpointsSafely(process.versions['sqlite'] ?? ''),
});

/**
 * Pages after which the log is copied back into the file: a log that is begun again is written to disk faster than one
 * that grows, and a file that is copied without it lacks less.
 */
const pagesPerCheckpoint = 100;
const bytesPerCheckpoint = pagesPerCheckpoint * 4_096;

/** Where SQLite may not checkpoint, a log that was copied back is cut when it is begun again: its size says what is in it. */
const keepLogShort = (database: Database, { checkpointsItself }: Use): void =>
  database.exec(
    `PRAGMA wal_autocheckpoint = ${String(checkpointsItself ? pagesPerCheckpoint : 0)};
     PRAGMA journal_size_limit = ${String(checkpointsItself ? -1 : bytesPerCheckpoint)}`,
  );

const logSizeOf = (path: string): number => statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;

/** Copies a long log back under the writer's lock, where SQLite may not do so by itself. What was committed stays so. */
const copyLogBack = (database: Database): void => {
  let holder: Database | undefined;
  try {
    const path = database.location();
    if (path === null || logSizeOf(path) < 2 * bytesPerCheckpoint) return;
    holder = openHelper(path);
    copyUnderLock(holder, database);
  } catch {
    // Another process writes just now: the next transaction tries again.
  } finally {
    holder?.close();
  }
};

/** Milliseconds that another process is waited for. */
const timeout = 5_000;

const openToChange = (path: string): Database => {
  const { DatabaseSync } = loadDriver();
  return new DatabaseSync(path, { timeout });
};

/** What SQLite would not tell of a place. */
const mustBeFile = (path: string): void => {
  const reason = whyNoFile(path);
  if (reason !== undefined) throw new Error(reason);
  if (isOneByte(path)) throw new Error('no-database');
};

/** What the file is to be: its first table, what makes its tables where there are none, and how it is used. */
interface OwnFile {
  readonly firstTable: string;
  readonly schema: string;
  readonly use: Use;
}

/** Looks whose file it is, and gets it ready to be changed, if it is to be. */
const prepared = (
  path: string,
  database: Database,
  { firstTable, schema, use }: OwnFile,
  mayChange: boolean,
): Database => {
  try {
    const tables = tablesIn(database);
    if (tables.length > 0 && !tables.includes(firstTable)) throw new Error('file-of-another-program');
    if (mayChange) {
      chmodSync(path, 0o600);
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
      keepLogShort(database, use);
      database.exec(schema);
    }
    return database;
  } catch (error) {
    database.close();
    throw isNoDatabase(path) ? new Error('no-database', { cause: error }) : error;
  }
};

/**
 * Opens a file of secrets, with its folder made where there is none, both for their owner alone. A file that has other
 * tables and lacks its first one is another program's: it is refused before anything in it, or of it, is changed. On a
 * medium that takes no changes, and in a folder in which nothing can be made, it is read. The message of what is thrown for
 * such a file is a reason of `store-reasons.ts`.
 */
export const openOwnDatabase = (
  path: string,
  firstTable: string,
  schema: string,
  use = asThisSqlite(),
): Database => {
  mustBeFile(path);
  if (!existsSync(path)) makeFolder(dirname(path), 0o700);
  const file = { firstTable, schema, use };
  const toRead = (): Database => prepared(path, openForReading(path, timeout), file, false);
  if (isOnReadOnlyMedium(path)) return toRead();
  try {
    return prepared(path, openToChange(path), file, true);
  } catch (error) {
    if (!isHinderedByPlace(error) || !existsSync(path)) throw error;
    return toRead();
  }
};

/** All of it or nothing. */
export const inTransaction = <Result>(
  database: Database,
  work: () => Result,
  { checkpointsItself } = asThisSqlite(),
): Result => {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    if (!checkpointsItself) copyLogBack(database);
    return result;
  } finally {
    if (database.isTransaction) database.exec('ROLLBACK');
  }
};
