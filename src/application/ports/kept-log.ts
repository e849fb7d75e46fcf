import type { Hash } from '../audit/merkle/hash.js';
import type { SignedCheckpoint } from '../audit/notes/checkpoint.js';
import type { Revision, StreamName } from './event-store.js';

/** An event as the log keeps it: its hash as a leaf of the tree, and which event it was. */
export interface LoggedEntry {
  /** Of the canonical entry, as a leaf (RFC 6962, 2.1). */
  readonly hash: Hash;
  /** The stream that the event is in. */
  readonly stream: StreamName;
  /** Its place there, from 0. */
  readonly revision: Revision;
}

/**
 * What was logged of a store's events, apart from the store: where the two differ, the first event is known that was
 * changed behind the log's back. Kept on the side of the keys, so that no older copy of the store takes it along. Lost,
 * it is made anew from the store and held against what was signed. Faults of its place are thrown as `audit-log-unavailable`.
 */
export interface KeptLog {
  /** How many entries were logged. */
  readonly size: () => Promise<number>;
  /** At most so many entries, from a place on. */
  readonly read: (from: number, limit: number) => Promise<readonly LoggedEntry[]>;
  /** The place of an entry by its hash. */
  readonly placeOf: (hash: Hash) => Promise<number | undefined>;
  /** Adds entries where the log has `size` of them; false, and nothing is added, where it has more or fewer. */
  readonly append: (size: number, entries: readonly LoggedEntry[]) => Promise<boolean>;
  /** Keeps a head that was signed, so that a later bundle can begin or end there. */
  readonly keepHead: (head: SignedCheckpoint) => Promise<void>;
  /** Heads that were kept, by their sizes. */
  readonly heads: () => Promise<readonly SignedCheckpoint[]>;
  /** Lets go of its place; what was logged stays there. */
  readonly close: () => Promise<void>;
}
