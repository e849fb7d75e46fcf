import type { KeyObject } from 'node:crypto';
import type { KeyFaultCode } from '../errors/key-faults.js';

/** What the vault knows of a person's key: it is there, it was destroyed, or there is none. */
export type KeyAnswer =
  | { readonly kind: 'held'; readonly key: KeyObject }
  | { readonly kind: 'destroyed' }
  | { readonly kind: 'missing' };

/** How the keys do, as they were last asked for by this program; asks nothing. */
export interface KeysHealth {
  /**
   * `unasked`: nothing was sealed yet, nor held against the store. `usable`: the vault is the store's, and sealed or may seal.
   * `refused`: it is not, or cannot be used; what is sealed is refused with `code`, and what it would open reads as missing.
   */
  readonly state: 'unasked' | 'usable' | 'refused';
  /** Id of the vault, where it was told. */
  readonly vault?: string;
  /** Why it is refused. */
  readonly code?: KeyFaultCode;
  /** The same for people, in Spanish and English. */
  readonly message?: { readonly es: string; readonly en: string };
}

/** The keys of one provider's persons, for one store: nothing is sealed with a vault that is not the store's. */
export interface Keyring {
  /**
   * The person's key; made where there was none. Throws `keys-foreign`, `keys-behind`, `keys-unavailable`,
   * `key-destroyed`.
   */
  readonly keyFor: (person: string) => Promise<KeyObject>;
  /** Like `keyFor`, without waiting; `undefined` for a key that is not at hand, or before the vault is known to be right. */
  readonly keyAtHand: (person: string) => KeyObject | undefined;
  /** What there is of a person's key. Throws `keys-unavailable`. */
  readonly lookUp: (person: string) => Promise<KeyAnswer>;
  /** Four bytes by which ciphertexts say which vault they were sealed with. */
  readonly vaultTag: () => Buffer | Promise<Buffer>;
  /** Throws where the vault is not the store's, before anything is made or sealed. */
  readonly check: () => Promise<void>;
  /** Makes the vault the store's own now, as the first value would. */
  readonly bind: () => Promise<void>;
  /** How the keys do, as last asked. */
  readonly health: () => KeysHealth;
  /** Keeps in the store how far the vault is. Called last, before the store is closed. */
  readonly close: () => Promise<void>;
}
