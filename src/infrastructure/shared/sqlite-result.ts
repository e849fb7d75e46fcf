/** The primary result codes of SQLite that we tell apart (sqlite.org/rescode.html). */
export const sqliteResults = {
  error: 1,
  busy: 5,
  locked: 6,
  readOnly: 8,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
} as const;

/** SQLite's primary result code; `undefined` for an error of another kind. */
export const sqliteResult = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined;

/** Whether waiting may help: another process writes, recovers or checkpoints. */
export const isBusy = (error: unknown): boolean => {
  const result = sqliteResult(error);
  return result === sqliteResults.busy || result === sqliteResults.locked;
};

/** Whether it is no database, or one whose pages are damaged. */
export const isDamaged = (error: unknown): boolean => {
  const result = sqliteResult(error);
  return result === sqliteResults.corrupt || result === sqliteResults.notADatabase;
};
