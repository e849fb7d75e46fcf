import type { SignedCheckpoint } from '../audit/notes/checkpoint.js';
import type { SignatureLine } from '../audit/notes/signed-note.js';
import type { VerifierKey } from '../audit/notes/verifier-key.js';
import type { SignerMemory, SigningRefusal, SigningRequest } from '../audit/signing.js';

/** A signer as it is: its keys, the current one first, and what it remembers. */
export interface SignerState {
  /** At least one. */
  readonly keys: readonly [VerifierKey, ...VerifierKey[]];
  /** What it signed last. */
  readonly memory: SignerMemory;
}

/** A head that was signed, or why it was not. */
export type SigningOutcome =
  | { readonly kind: 'signed'; readonly checkpoint: SignedCheckpoint }
  | { readonly kind: 'refused'; readonly code: SigningRefusal };

/**
 * The key of an audit log together with the memory of what it signed last. The two are one port because a key without
 * its memory can fork the log: an older back-up, or a second host, would sign another history. Kept on the side of
 * the keys, never beside the store. Faults of the place where it lies are thrown as `signer-unavailable`.
 */
export interface AuditSigner {
  /** `undefined` where no key was made yet. */
  readonly state: () => Promise<SignerState | undefined>;
  /** Makes the first key, named as the log's origin; the state as it is where there is one. */
  readonly create: (origin: string) => Promise<SignerState>;
  /**
   * Signs a checkpoint and remembers it, in one step, where it is proved to continue the last one. A refusal is an
   * outcome, and changes nothing.
   */
  readonly signCheckpoint: (request: SigningRequest) => Promise<SigningOutcome>;
  /** Signs the text of a manifest with every key. Refuses (throws a RangeError) a text that is a checkpoint's. */
  readonly signManifest: (text: string) => Promise<readonly SignatureLine[]>;
  /** Gives the memory back to a signer that has its key alone; false where it remembers a head, or no key of it signed this. */
  readonly adopt: (last: SignedCheckpoint) => Promise<boolean>;
  /** Makes a new current key; older ones go on signing beside it until they are retired. */
  readonly rotate: () => Promise<SignerState>;
  /** Takes a key out of use by its id; the current one stays. */
  readonly retire: (id: string) => Promise<SignerState>;
  /** Lets go of its place; the key stays there. */
  readonly close: () => Promise<void>;
}
