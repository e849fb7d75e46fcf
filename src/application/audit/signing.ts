import { emptyRoot, sameBytes, type Hash } from './merkle/hash.js';
import { verifyConsistency } from './merkle/verify.js';
import type { Checkpoint, SignedCheckpoint } from './notes/checkpoint.js';

/**
 * What a signer knows of the past of its log: nothing was ever signed, the last checkpoint it signed, or that there
 * must be one which it does not have (the key came without the memory). A key that came back from a copy knows the last one
 * of then (`atLeast`): it is given none that is older.
 */
export type SignerMemory =
  | { readonly kind: 'new' }
  | { readonly kind: 'unknown'; readonly atLeast?: SignedCheckpoint }
  | { readonly kind: 'last'; readonly checkpoint: SignedCheckpoint };

/** A checkpoint to be signed. */
export interface SigningRequest {
  /** What is to be signed. */
  readonly next: Checkpoint;
  /** The last signed checkpoint as the caller knows it: where the signer remembers another one, nothing is signed. */
  readonly after: Checkpoint | undefined;
  /** Consistency from `after` to `next` (RFC 6962, 2.1.2); empty where nothing was signed before. */
  readonly proof: readonly Hash[];
}

/** Why nothing is signed. */
export type SigningRefusal =
  /** The checkpoint is another log's. */
  | 'signer-origin-differs'
  /** The signer has the key without its memory: give it the last signed checkpoint (`adopt`). */
  | 'signer-memory-missing'
  /** Another caller had a later checkpoint signed: read the state again. */
  | 'signer-moved'
  /** The log has fewer entries than were signed already: an older copy of the store. */
  | 'log-behind-signer'
  /** The log is not a continuation of what was signed already. */
  | 'log-forked';

export type SigningDecision =
  { readonly kind: 'sign' } | { readonly kind: 'refuse'; readonly code: SigningRefusal };

const isSame = (one: Checkpoint, other: Checkpoint | undefined): boolean =>
  one.origin === other?.origin && one.size === other.size && sameBytes(one.root, other.root);

const refuse = (code: SigningRefusal): SigningDecision => ({ kind: 'refuse', code });

const continues = (last: Checkpoint, next: Checkpoint, proof: readonly Hash[]): boolean =>
  last.size === 0
    ? proof.length === 0 && sameBytes(last.root, emptyRoot())
    : verifyConsistency({ older: last.size, olderRoot: last.root, size: next.size, root: next.root }, proof);

/**
 * Whether a signer may sign: only what is proved to continue the last checkpoint that it signed (C2SP tlog-checkpoint:
 * a log must not sign what is inconsistent with what it signed before).
 */
export const decideSigning = (
  origin: string,
  memory: SignerMemory,
  { next, after, proof }: SigningRequest,
): SigningDecision => {
  if (next.origin !== origin) return refuse('signer-origin-differs');
  if (memory.kind === 'unknown') return refuse('signer-memory-missing');
  if (memory.kind === 'new') return after === undefined ? { kind: 'sign' } : refuse('signer-moved');
  const last = memory.checkpoint;
  if (!isSame(last, after)) return refuse('signer-moved');
  if (isSame(last, next)) return { kind: 'sign' };
  if (next.size < last.size) return refuse('log-behind-signer');
  return continues(last, next, proof) ? { kind: 'sign' } : refuse('log-forked');
};
