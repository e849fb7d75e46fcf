import type { KeyObject } from 'node:crypto';
import type { StoreMarks } from './store-marks.js';

/** That a person could be reached by something at a complaint: what it was is told by a keyed hash alone. */
export interface ContactEntry {
  /** At which provider: the same pseudonym at another one is another person. */
  readonly provider: string;
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
  /**
   * The entries with a hash, in the order of their complaints' ids; none of a person whose key was destroyed. Throws
   * `contacts-damaged` where some of them may be gone.
   */
  readonly withHash: (hash: string) => Promise<readonly ContactEntry[]>;
  /** Whether there are entries of a provider. Without it, an index whose key is lost counts as one that was never filled. */
  readonly holds?: (provider: string) => Promise<boolean>;
  /**
   * Has a provider's entries noted anew by `fill`: what is damaged is taken out before, and what is there afterwards counts
   * as whole. Until then `withHash` goes on telling. Without it, `fill` alone is called.
   */
  readonly remake?: <Result>(provider: string, fill: () => Promise<Result>) => Promise<Result>;
  /** Has `withHash` tell that entries of a provider may be missing, until `remake`: the vault was adopted as it is. */
  readonly distrust?: (provider: string) => Promise<void>;
}

/** By what one vault is told from another, and an older copy of it from what it is now. */
export interface VaultIdentity {
  /** Made with the vault, and the same for as long as it lives. */
  readonly id: string;
  /** Proves that its keys can be opened: it is made of a secret in the vault, and stays when the master key changes. */
  readonly check: string;
  /** Grows with every key that is made or destroyed, and with contacts that are noted. */
  readonly generation: number;
  /** Its keys end with the process: no store is told that this vault is its own. */
  readonly endsWithProcess?: boolean;
}

/**
 * The keys that personal values are sealed with, one for each person of each provider (design: promise 9). A key is
 * durable before it is handed out: no event may be sealed with a key that a crash could lose. The vault never lies
 * beside the store. What is optional may be left out by a host's own vault: what it makes possible is then not there.
 */
export interface KeyVault {
  /**
   * The person's key; made where there was none. Throws `keys-unavailable` where the vault cannot be used, `keys-behind`
   * where keys of it are gone, `key-destroyed` where this one was destroyed.
   */
  readonly keyFor: (person: string, provider: string) => Promise<KeyObject>;
  /** The person's key where one exists; `undefined` where there never was one, or it was destroyed. */
  readonly existingKey: (person: string, provider: string) => Promise<KeyObject | undefined>;
  /** Like `existingKey`, without waiting, for a key that is at hand already. */
  readonly cachedKey: (person: string, provider: string) => KeyObject | undefined;
  /** Opens the vault now, and makes it where there is none; without it the first key does. */
  readonly open?: () => Promise<void>;
  /** Which vault this is; `undefined` where none was made yet. Without it, no store knows its vault from another one. */
  readonly identity?: () => Promise<VaultIdentity | undefined>;
  /**
   * Destroys the person's key for good: what was sealed with it can be opened nowhere, and the contacts of the person are
   * found no more. A tombstone stays, which wins over any copy that is put back. Other processes notice within a second.
   */
  readonly destroy?: (person: string, provider: string) => Promise<void>;
  /** Whether there is a tombstone. Without it, what cannot be opened counts as a key that is missing. */
  readonly isDestroyed?: (person: string, provider: string) => Promise<boolean>;
  /** Goes on without the keys that were taken out of it: where it is adopted as it is. */
  readonly acceptLoss?: () => Promise<void>;
  /** Where contacts are found by their hashes; absent for a vault that keeps none: no case is found by phone or e-mail. */
  readonly contacts?: ContactIndex;
  /** Where marks of stores are kept; absent for a vault that keeps none: then no store is known to have lost anything. */
  readonly marks?: StoreMarks;
  /** Lets go of the keys at hand; afterwards no personal value can be sealed or opened. */
  readonly close: () => Promise<void>;
}
