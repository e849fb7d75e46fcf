import { isMissing, isNoDatabase, whyUnusable } from '../shared/file-place.js';
import { sqliteResult, sqliteResults } from '../shared/sqlite-result.js';
import { systemCodeOf } from '../../application/errors/system-reasons.js';
import { dirname } from 'node:path';
import {
  isStoreError,
  storeError,
  type StoreError,
  type StoreErrorCode,
} from '../../application/errors/store-error.js';

const byResult: Readonly<Record<number, StoreErrorCode>> = {
  [sqliteResults.busy]: 'store-locked',
  [sqliteResults.locked]: 'store-locked',
  [sqliteResults.readOnly]: 'store-read-only',
  [sqliteResults.corrupt]: 'store-corrupt',
  [sqliteResults.full]: 'store-full',
  [sqliteResults.notADatabase]: 'store-corrupt',
};

/** What the file system says, where it is a fault that we tell apart. */
const bySystem: Readonly<Record<string, StoreErrorCode>> = { ENOSPC: 'store-full', EROFS: 'store-read-only' };

const saidBySqlite = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'errstr' in error && typeof error.errstr === 'string'
    ? error.errstr
    : error instanceof Error
      ? error.message
      : String(error);

/** SQLite has one answer for what is missing, and for what may not be touched. */
const whyUnopened = (path: string, cause: unknown): StoreError => {
  const folder = dirname(path);
  if (isMissing(folder)) return storeError('store-folder-missing', { path, folder }, cause);
  const reason = whyUnusable(path);
  const code = reason === undefined ? undefined : bySystem[reason];
  const otherwise = isMissing(path) ? 'file-not-made' : 'file-not-opened';
  return storeError(code ?? 'store-failed', { path, reason: reason ?? otherwise }, cause);
};

/** What SQLite says, as one of our errors. */
export const faultOf = (error: unknown, path: string): StoreError => {
  if (isStoreError(error)) return error;
  const result = sqliteResult(error);
  if (result === sqliteResults.cannotOpen) return whyUnopened(path, error);
  if (result === sqliteResults.notADatabase && isNoDatabase(path))
    return storeError('store-foreign', { path, reason: 'no-database' }, error);
  const ofSystem = systemCodeOf(error);
  if (ofSystem !== undefined) {
    // A folder is there: what does not exist is a place to make a file in, as in /proc, or behind a link to nowhere.
    const reason = ofSystem === 'ENOENT' ? 'file-not-made' : ofSystem;
    return storeError(bySystem[ofSystem] ?? 'store-failed', { path, reason }, error);
  }
  const code = (result === undefined ? undefined : byResult[result]) ?? 'store-failed';
  return storeError(code, { path, reason: saidBySqlite(error) }, error);
};

const unusable: ReadonlySet<StoreErrorCode> = new Set<StoreErrorCode>([
  'store-altered',
  'store-corrupt',
  'store-foreign',
]);

/**
 * The fault of a file beside the store, which can be made anew from the events: where it is damaged nothing of the store
 * has to be put back, and where it is in use the store is not.
 */
export const rowsFaultOf = (error: unknown, path: string): unknown => {
  const fault = faultOf(error, path);
  if (fault.code === 'store-locked') return storeError('rows-locked', { path }, fault);
  const isUnusable = unusable.has(fault.code);
  return isUnusable
    ? storeError('rows-unusable', { path, reason: fault.details['reason'] ?? fault.code }, fault)
    : fault;
};
