import {
  isStoreError,
  storeError,
  type StoreError,
  type StoreErrorCode,
} from '../../application/ports/store-error.js';

const byResult: Readonly<Record<number, StoreErrorCode>> = {
  5: 'store-locked',
  6: 'store-locked',
  8: 'store-read-only',
  11: 'store-corrupt',
  13: 'store-full',
  14: 'store-missing',
  26: 'store-corrupt',
};

/** SQLite's primary result code; `undefined` for an error of another kind. */
export const sqliteResult = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined;

const reasonOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'errstr' in error && typeof error.errstr === 'string'
    ? error.errstr
    : error instanceof Error
      ? error.message
      : String(error);

/** What SQLite says, as one of our errors. */
export const faultOf = (error: unknown, path: string): StoreError => {
  if (isStoreError(error)) return error;
  const result = sqliteResult(error);
  const code = (result === undefined ? undefined : byResult[result]) ?? 'store-failed';
  return storeError(code, { path, reason: reasonOf(error) }, error);
};

/** Whether waiting may help: another process writes, recovers or checkpoints. */
export const isBusy = (error: unknown): boolean => {
  const result = sqliteResult(error);
  return result === 5 || result === 6;
};
