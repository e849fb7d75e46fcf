import type { KeyObject } from 'node:crypto';

/** That a person could be reached by something at a complaint: what it was is told by a keyed hash alone. */
export interface ContactEntry {
  /** Whose contact it is, a pseudonym: the entry goes with this person's key. */
  readonly person: string;
  /** Id of the complaint at which it was given. */
  readonly complaint: string;
  /** Keyed hash of the contact. */
  readonly hash: string;
}

/** An index of contacts that lies with the keys, so that what is erased there is found nowhere. */
export interface ContactIndex {
  /** Remembers entries, durably before it ends; those that are known already change nothing, nor do those of a person who has no key. */
  readonly note: (entries: readonly ContactEntry[]) => Promise<void>;
  /** The entries with a hash, in the order of their complaints' ids; none of a person whose key was destroyed. */
  readonly withHash: (hash: string) => Promise<readonly ContactEntry[]>;
}

/**
 * The keys that personal values are sealed with, one for each person (design: promise 9). A key is durable before it
 * is handed out: no event may be sealed with a key that a crash could lose. The vault never lies beside the store.
 */
export interface KeyVault {
  /** The person's key; made where there was none. Throws `keys-unavailable` where the vault cannot be used. */
  readonly keyFor: (person: string) => Promise<KeyObject>;
  /** The person's key where one exists; `undefined` where there never was one, or it was destroyed. */
  readonly existingKey: (person: string) => Promise<KeyObject | undefined>;
  /** Like `existingKey`, without waiting, for a key that is at hand already. */
  readonly cachedKey: (person: string) => KeyObject | undefined;
  /** Where contacts are found by their hashes; absent for a vault that keeps none: no case is found by phone or e-mail. */
  readonly contacts?: ContactIndex;
  /** Lets go of the keys at hand; afterwards no personal value can be sealed or opened. */
  readonly close: () => Promise<void>;
}
