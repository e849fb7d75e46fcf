import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import type { ContactEntry, KeyVault } from '../../application/ports/key-vault.js';

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Keys that live as long as the process: for tests and trials. */
export const memoryKeyVault = (): KeyVault => {
  const keys = new Map<string, KeyObject>();
  const entries = new Map<string, ContactEntry>();
  const made = (person: string): KeyObject => {
    const key = createSecretKey(randomBytes(32));
    keys.set(person, key);
    return key;
  };
  return {
    keyFor: (person) => Promise.resolve(keys.get(person) ?? made(person)),
    existingKey: (person) => Promise.resolve(keys.get(person)),
    cachedKey: (person) => keys.get(person),
    contacts: {
      note: (given) => {
        for (const entry of given)
          if (keys.has(entry.person)) entries.set(JSON.stringify(Object.values(entry)), entry);
        return Promise.resolve();
      },
      withHash: (hash) =>
        Promise.resolve(
          [...entries.values()]
            .filter((entry) => entry.hash === hash && keys.has(entry.person))
            .sort((a, b) => byText(a.complaint, b.complaint) || byText(a.person, b.person)),
        ),
    },
    close: () => Promise.resolve(),
  };
};
