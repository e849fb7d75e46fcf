import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import type { KeyVault } from '../../application/ports/key-vault.js';

/** Keys that live as long as the process: for tests and trials. */
export const memoryKeyVault = (): KeyVault => {
  const keys = new Map<string, KeyObject>();
  const made = (person: string): KeyObject => {
    const key = createSecretKey(randomBytes(32));
    keys.set(person, key);
    return key;
  };
  return {
    keyFor: (person) => Promise.resolve(keys.get(person) ?? made(person)),
    existingKey: (person) => Promise.resolve(keys.get(person)),
    cachedKey: (person) => keys.get(person),
    close: () => Promise.resolve(),
  };
};
