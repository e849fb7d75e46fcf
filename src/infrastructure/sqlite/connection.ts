import { closeSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { storeError, storeErrorSaying } from '../../application/errors/store-error.js';
import {
  checkpointsSafely,
  loadDriver,
  prepareRows,
  single,
  cellText,
  type Database,
} from '../shared/sqlite-driver.js';
import { isMissing, isOneByte, whyNoFile } from '../shared/file-place.js';
import { isBlank, migrate, schemaVersion } from './migrate.js';
import { isOnReadOnlyMedium, openForReading } from '../shared/open-for-reading.js';
import { lacksCheckpoints } from './checkpoint-table.js';
import { asOfNow, inTransaction } from './transaction.js';
import { eventsFile, remakeCheckpoints, type FileKind } from './schema.js';
import { mustHaveSchema } from './schema-check.js';

export interface ConnectionOptions {
  /** Path of the file, or `:memory:`. */
  readonly path: string;
  readonly readOnly: boolean;
  /** Refuse to make a store where there is none. */
  readonly mustExist: boolean;
  /** The most bytes that the file may grow to. */
  readonly maxBytes: number | undefined;
  /** What the file is for (default: events). */
  readonly kind?: FileKind;
  /** Whether SQLite itself may checkpoint (default: as its version says). */
  readonly checkpointsItself?: boolean;
}

export interface Connection {
  readonly database: Database;
  readonly path: string;
  /** Whether SQLite itself may checkpoint after a commit; where not, `checkpointer` does (ADR 0302). */
  readonly checkpointsItself: boolean;
}

/** Milliseconds for which SQLite itself waits for a lock: it blocks the whole process meanwhile. */
const shortWait = 2;
export const pagesPerCheckpoint = 10_000;
export const inMemory = ':memory:';

const prepareForReading = (database: Database, { path, kind = eventsFile }: ConnectionOptions): void => {
  const { migrations, applicationId, readableFrom } = kind;
  if (isBlank(database)) throw storeError('store-missing', { path });
  asOfNow(database, () => {
    const found = schemaVersion(database, path, migrations.length, applicationId);
    if (found < readableFrom) throw storeError('store-older', { found, supported: readableFrom });
    mustHaveSchema(database, path, kind, found);
  });
};

const prepareForWriting = (
  database: Database,
  { path, mustExist, maxBytes, kind = eventsFile }: ConnectionOptions,
): void => {
  const { migrations, applicationId, synchronous } = kind;
  if (mustExist && isBlank(database)) throw storeError('store-missing', { path });
  if (!isBlank(database))
    asOfNow(database, () => {
      const found = schemaVersion(database, path, migrations.length, applicationId);
      mustHaveSchema(database, path, kind, found);
    });
  const mode = cellText(single(prepareRows(database, 'PRAGMA journal_mode = WAL')));
  if (mode !== 'wal' && path !== inMemory)
    throw storeErrorSaying(
      'store-failed',
      { path },
      { es: `el archivo no admite el modo WAL, sino ${mode}`, en: `journal mode ${mode}` },
    );
  database.exec(`PRAGMA synchronous = ${synchronous}; PRAGMA fullfsync = ON`);
  if (maxBytes !== undefined) {
    const bytes = Number(single(prepareRows(database, 'PRAGMA page_size')));
    database.exec(`PRAGMA max_page_count = ${String(Math.max(1, Math.floor(maxBytes / bytes)))}`);
  }
  migrate(database, path, migrations, applicationId);
  if (kind.keepsRows === true && lacksCheckpoints(database)())
    inTransaction(database, () => database.exec(remakeCheckpoints));
};

const prepare = (database: Database, options: ConnectionOptions): boolean => {
  const {
    checkpointsItself = checkpointsSafely(cellText(single(prepareRows(database, 'SELECT sqlite_version()')))),
  } = options;
  database.exec(`PRAGMA wal_autocheckpoint = ${String(checkpointsItself ? pagesPerCheckpoint : 0)}`);
  if (options.readOnly) prepareForReading(database, options);
  else prepareForWriting(database, options);
  return checkpointsItself;
};

/** What SQLite would not tell of a file: it makes one where there is none, and takes one of a single byte for empty. */
const checkFile = ({ path, readOnly, mustExist }: ConnectionOptions): void => {
  if ((readOnly || mustExist) && isMissing(path))
    throw isMissing(dirname(path))
      ? storeError('store-folder-missing', { path, folder: dirname(path) })
      : storeError('store-missing', { path });
  const reason = whyNoFile(path);
  if (reason !== undefined) throw storeError('store-foreign', { path, reason });
  if (!readOnly && isOnReadOnlyMedium(path)) throw storeError('store-read-only', { path });
  if (isOneByte(path)) throw storeError('store-foreign', { path, reason: 'file-of-another-program' });
};

/** A file that is yet to be made is made for its owner alone; SQLite gives the same mode to what it keeps beside it. */
const makeForOwner = ({ path, readOnly }: ConnectionOptions): void => {
  if (!readOnly && isMissing(path) && !isMissing(dirname(path))) closeSync(openSync(path, 'a', 0o600));
};

/** Opens the file and brings it to this version's schema. Nothing waits here for long: the caller tries again. */
export const connect = (options: ConnectionOptions): Connection => {
  const { path, readOnly } = options;
  if (path !== inMemory) checkFile(options);
  const { DatabaseSync } = loadDriver();
  let database: Database | undefined;
  try {
    if (path !== inMemory) makeForOwner(options);
    database = readOnly
      ? openForReading(path, shortWait)
      : new DatabaseSync(path, { readOnly, timeout: shortWait });
    return { database, path, checkpointsItself: prepare(database, options) };
  } catch (error) {
    database?.close();
    throw error;
  }
};
