import type { Revision } from '../../application/ports/event-store.js';
import { isCodedError, type CodedError } from '../../application/errors/coded-error.js';
import { reasonOf } from '../../application/errors/reason-of.js';
import { storeError } from '../../application/errors/store-error.js';

/** What a client's error means, told by its `type`, its gRPC code or its words: copies of a class never match. */
export type ClientFault =
  | { readonly kind: 'conflict'; readonly actual: Revision | 'none' }
  | { readonly kind: 'no-stream' }
  /** A consumer that could not keep up was let go: nothing is wrong, it begins again. */
  | { readonly kind: 'too-slow' }
  /** No answer, or none that says what became of the call: it may have happened. */
  | { readonly kind: 'doubtful'; readonly reason: string }
  | { readonly kind: 'final'; readonly error: CodedError };

interface ErrorParts {
  readonly type: string | undefined;
  readonly code: number | undefined;
  readonly message: string;
}

const has = <Name extends string>(error: unknown, name: Name): error is Record<Name, unknown> =>
  typeof error === 'object' && error !== null && name in error;

const partsOf = (error: unknown): ErrorParts => ({
  type: has(error, 'type') && typeof error.type === 'string' ? error.type : undefined,
  code: has(error, 'code') && typeof error.code === 'number' ? error.code : undefined,
  message: error instanceof Error ? error.message : String(error),
});

const revisionIn = (error: unknown): Revision | 'none' => {
  if (has(error, 'actualVersion') && typeof error.actualVersion === 'bigint')
    return Number(error.actualVersion);
  if (has(error, 'actualState') && typeof error.actualState === 'bigint') return Number(error.actualState);
  return 'none';
};

const streamIn = (error: unknown): string =>
  has(error, 'streamName') && typeof error.streamName === 'string' ? error.streamName : '';

const tooSlow = /consumer too slow/i;
/** What the client makes of the server's word that it cannot read an append (reference: section 6). */
const unreadable = /could not recognize badrequest/i;

type Meaning = (error: unknown, parts: ErrorParts) => ClientFault;

const doubtful: Meaning = (_, { type, message }) => ({
  kind: 'doubtful',
  reason: [type, message].filter((part) => part !== undefined && part !== '').join(': '),
});

const tooLarge: Meaning = (error, { message }) => ({
  kind: 'final',
  error: storeError(
    'append-too-large',
    { bytes: 0, limit: has(error, 'maxAppendSize') ? Number(error.maxAppendSize) : 0, reason: message },
    error,
  ),
});

const gone: Meaning = (error) => ({
  kind: 'final',
  error: storeError('stream-gone', { stream: streamIn(error) }, error),
});

const invalid: Meaning = (error, { message }) => ({
  kind: 'final',
  error: storeError('append-invalid', { at: 'append', reason: message }, error),
});

const byType: Readonly<Record<string, Meaning>> = {
  'wrong-expected-version': (error) => ({ kind: 'conflict', actual: revisionIn(error) }),
  'stream-not-found': () => ({ kind: 'no-stream' }),
  'no-stream': () => ({ kind: 'no-stream' }),
  'stream-deleted': gone,
  'stream-tombstoned': gone,
  'maximum-append-size-exceeded': tooLarge,
  'append-record-size-exceeded': tooLarge,
  'transaction-max-size-exceeded': tooLarge,
  'invalid-argument': invalid,
  'access-denied': (error, { message }) => ({
    kind: 'final',
    error: storeError('store-denied', { reason: message || 'access-denied' }, error),
  }),
  unsupported: (error, { message }) => ({
    kind: 'final',
    error: storeError('store-failed', { reason: message }, error),
  }),
};

/** What a client's error means. What is not known for certain is doubtful: it is tried again, and looked at. */
export const faultOf = (error: unknown): ClientFault => {
  if (isCodedError(error))
    return error.code === 'store-unavailable'
      ? { kind: 'doubtful', reason: reasonOf(error) }
      : { kind: 'final', error };
  const parts = partsOf(error);
  if (tooSlow.test(parts.message)) return { kind: 'too-slow' };
  if (parts.type === 'unknown' && unreadable.test(parts.message)) return invalid(error, parts);
  return ((parts.type === undefined ? undefined : byType[parts.type]) ?? doubtful)(error, parts);
};
