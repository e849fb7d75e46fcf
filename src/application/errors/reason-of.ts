import { isCodedError } from './coded-error.js';

/**
 * Why a fault came about, without the sentence around it: a fault that wraps it has a sentence of its own, in a language.
 * Never throws: a host's function may throw a value that itself throws when it is read.
 */
export const reasonOf = (error: unknown): string => {
  try {
    if (isCodedError(error) && typeof error.details['reason'] === 'string') return error.details['reason'];
    return String(error instanceof Error ? error.message : error);
  } catch {
    return 'not-readable';
  }
};
