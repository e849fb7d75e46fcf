import { isCodedError } from './coded-error.js';
import { isStoreError, type StoreErrorCode } from './store-error.js';

/** Faults of a store by which an append is known to have kept nothing. */
const keptNothing: ReadonlySet<StoreErrorCode> = new Set<StoreErrorCode>([
  'mark-damaged',
  'marks-missing',
  'marks-unavailable',
  'append-invalid',
  'append-too-large',
  'event-too-large',
  'store-altered',
  'store-closed',
  'store-denied',
  'store-foreign',
  'store-forked',
  'store-full',
  'store-locked',
  'store-missing',
  'store-read-only',
  'store-truncated',
  'stream-gone',
]);

/**
 * Whether a command that ended with this fault may have been stored all the same. A fault of another part than the store
 * (the keys, the people's contacts) came before the append; one without a code may be anything.
 */
export const mayBeStored = (fault: unknown): boolean =>
  isStoreError(fault) ? !keptNothing.has(fault.code) : !isCodedError(fault);
