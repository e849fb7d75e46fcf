import { reasonOf } from '../../application/errors/reason-of.js';
import { systemCodeOf } from '../../application/errors/system-reasons.js';
import { sqliteResult, sqliteResults } from './sqlite-result.js';

/** Why a file could not be used, by the code of the file system where that has words; SQLite has its own of a full disk. */
export const whyOf = (error: unknown): string =>
  sqliteResult(error) === sqliteResults.full ? 'ENOSPC' : (systemCodeOf(error) ?? reasonOf(error));
