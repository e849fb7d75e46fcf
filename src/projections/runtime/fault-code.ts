import { codeOf } from '../../application/errors/code-of.js';

/** Errors after which the projector retries. */
const retryable: ReadonlySet<string | undefined> = new Set([
  'store-locked',
  'rows-locked',
  'store-full',
  'store-unavailable',
  'rows-moved',
]);

/** Whether a projector tries again after this. */
export const isRetryable = (fault: unknown): boolean => retryable.has(codeOf(fault));
