import { reasonOf } from '../../application/errors/reason-of.js';
import { systemCodeOf } from '../../application/errors/system-reasons.js';
import { whyUnusable } from './file-place.js';
import { sqliteResult, sqliteResults } from './sqlite-result.js';

/** What SQLite says of a place in words of its own, which do not say whether a right is missing or a medium takes no changes. */
const byPlace: ReadonlyMap<number | undefined, string> = new Map([
  [sqliteResults.cannotOpen, 'file-not-opened'],
  [sqliteResults.readOnly, 'EROFS'],
]);

/**
 * Why a file could not be used, by the code of the file system where that has words; SQLite has its own of a full disk, and
 * one answer for all that hinders it: the file system is asked which it was.
 */
export const whyOf = (error: unknown, path: string): string => {
  const result = sqliteResult(error);
  if (result === sqliteResults.full) return 'ENOSPC';
  const otherwise = byPlace.get(result);
  if (otherwise !== undefined) return whyUnusable(path) ?? otherwise;
  return systemCodeOf(error) ?? reasonOf(error);
};
