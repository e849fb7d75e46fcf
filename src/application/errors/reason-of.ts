import { isCodedError } from './coded-error.js';

/** Why a fault came about, without the sentence around it: a fault that wraps it has a sentence of its own, in a language. */
export const reasonOf = (error: unknown): string => {
  if (isCodedError(error) && typeof error.details['reason'] === 'string') return error.details['reason'];
  return error instanceof Error ? error.message : String(error);
};
