import { storeError } from '../../application/errors/store-error.js';
import { cellNumber, prepareRows, single, type Database } from '../shared/sqlite-driver.js';
import { teachChecksum } from './checksum.js';
import { applicationId, checksumsFrom, migrations as released } from './schema.js';
import { inTransaction } from './transaction.js';

const pragma = (database: Database, name: string): number =>
  cellNumber(single(prepareRows(database, `PRAGMA ${name}`)));

/** Whether the events of an open store have checksums: one of an older version that is only read has none. */
export const hasChecksums = (database: Database): boolean =>
  pragma(database, 'user_version') >= checksumsFrom;

/** True for a file that holds nothing yet, ours or another's. */
export const isBlank = (database: Database): boolean =>
  pragma(database, 'application_id') === 0 &&
  cellNumber(single(prepareRows(database, 'SELECT count(*) FROM sqlite_master'))) === 0;

/** The schema version of a store. Throws `store-foreign` for another program's file, `store-newer` beyond ours. */
export const schemaVersion = (
  database: Database,
  path: string,
  supported: number,
  mark = applicationId,
): number => {
  if (pragma(database, 'application_id') !== mark)
    throw storeError('store-foreign', { path, reason: 'file-of-another-program' });
  const found = pragma(database, 'user_version');
  if (found > supported) throw storeError('store-newer', { found, supported });
  return found;
};

/**
 * Brings a blank file or an older store to this version, forward only and in one transaction. Asks the version again
 * within it: another process may have done the same in between.
 */
export const migrate = (
  database: Database,
  path: string,
  migrations: readonly string[] = released,
  mark = applicationId,
): void => {
  const version = (): number => schemaVersion(database, path, migrations.length, mark);
  const upToDate = (): boolean => !isBlank(database) && version() === migrations.length;
  if (upToDate()) return;
  teachChecksum(database);
  inTransaction(database, () => {
    if (isBlank(database)) database.exec(`PRAGMA application_id = ${mark}`);
    for (const step of migrations.slice(version())) database.exec(step);
    database.exec(`PRAGMA user_version = ${migrations.length}`);
  });
};
