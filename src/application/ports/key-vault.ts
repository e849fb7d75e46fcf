import type { KeyObject } from 'node:crypto';

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
  /** Lets go of the keys at hand; afterwards no personal value can be sealed or opened. */
  readonly close: () => Promise<void>;
}
