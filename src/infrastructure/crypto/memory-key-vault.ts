import { createSecretKey, randomBytes, randomUUID, type KeyObject } from 'node:crypto';
import { keyDestroyed } from '../../application/errors/key-faults.js';
import type { ContactEntry, KeyVault } from '../../application/ports/key-vault.js';

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const ownerOf = (person: string, provider: string): string => JSON.stringify([provider, person]);

/** Keys that live as long as the process: for tests and trials. */
export const memoryKeyVault = (): KeyVault => {
  const keys = new Map<string, KeyObject>();
  const destroyed = new Set<string>();
  const entries = new Map<string, ContactEntry>();
  const [id, check] = [randomUUID(), randomBytes(16).toString('hex')];
  let generation = 0;

  const made = (owner: string): KeyObject => {
    const key = createSecretKey(randomBytes(32));
    keys.set(owner, key);
    generation += 1;
    return key;
  };
  const isHeld = ({ person, provider }: ContactEntry): boolean => keys.has(ownerOf(person, provider));

  return {
    keyFor: (person, provider) => {
      const owner = ownerOf(person, provider);
      if (destroyed.has(owner)) return Promise.reject(keyDestroyed({ person, provider }));
      return Promise.resolve(keys.get(owner) ?? made(owner));
    },
    existingKey: (person, provider) => Promise.resolve(keys.get(ownerOf(person, provider))),
    cachedKey: (person, provider) => keys.get(ownerOf(person, provider)),
    identity: () => Promise.resolve({ id, check, generation, endsWithProcess: true }),
    destroy: (person, provider) => {
      keys.delete(ownerOf(person, provider));
      destroyed.add(ownerOf(person, provider));
      generation += 1;
      return Promise.resolve();
    },
    isDestroyed: (person, provider) => Promise.resolve(destroyed.has(ownerOf(person, provider))),
    contacts: {
      note: (given) => {
        for (const entry of given)
          if (isHeld(entry)) entries.set(JSON.stringify(Object.values(entry)), entry);
        return Promise.resolve();
      },
      withHash: (hash) =>
        Promise.resolve(
          [...entries.values()]
            .filter((entry) => entry.hash === hash && isHeld(entry))
            .sort((a, b) => byText(a.complaint, b.complaint) || byText(a.person, b.person)),
        ),
    },
    close: () => Promise.resolve(),
  };
};
