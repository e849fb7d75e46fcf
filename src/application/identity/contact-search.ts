import { codedError } from '../errors/coded-error.js';
import type { Person } from '../../domain/complaint/filing/messages.js';
import type { ContactEntry, KeyVault } from '../ports/key-vault.js';
import { canonicalContact, contactHash, type ContactSort } from './contact.js';

/** Finds complaints by how their people are reached, without holding that anywhere in clear. */
export interface ContactSearch {
  /** Whether the vault keeps an index. Throws `keys-unavailable` where it keeps none. */
  readonly mustKeep: () => void;
  /** Remembers the contacts that a filing brings, durably; nothing for a vault that keeps no index. */
  readonly note: (complaint: string, persons: readonly (Person | undefined)[]) => Promise<void>;
  /** The complaints at which a contact was given, as far as the key of the person is held. Throws `keys-unavailable`. */
  readonly find: (sort: ContactSort, canonical: string) => Promise<readonly ContactEntry[]>;
}

const noIndex = () =>
  codedError('keys-unavailable', {
    es: 'Esta bóveda de llaves no guarda índice de contactos: no se puede buscar por teléfono ni por correo.',
    en: 'This key vault keeps no index of contacts: nothing can be found by phone or e-mail.',
  });

/** The vault's own key for hashes, under a name that no person can have: it is wrapped and moved like the others. */
const indexKey = '#contacts';
const sorts: readonly ContactSort[] = ['phone', 'email'];

export const contactSearch = (vault: KeyVault, scope: string): ContactSearch => {
  const entriesOf = async (complaint: string, person: Person): Promise<readonly ContactEntry[]> => {
    const canonical = sorts.flatMap((sort) => {
      const value = person[sort] === undefined ? undefined : canonicalContact(sort, person[sort]);
      return value === undefined ? [] : [{ sort, value }];
    });
    if (canonical.length === 0) return [];
    const key = vault.cachedKey(indexKey) ?? (await vault.keyFor(indexKey));
    return canonical.map(({ sort, value }) => ({
      person: person.ref,
      complaint,
      hash: contactHash(key, scope, sort, value),
    }));
  };

  return {
    mustKeep: () => {
      if (vault.contacts === undefined) throw noIndex();
    },
    note: async (complaint, persons) => {
      const { contacts } = vault;
      if (contacts === undefined) return;
      const known = persons.flatMap((person) => (person === undefined ? [] : [person]));
      const entries = await Promise.all(known.map((person) => entriesOf(complaint, person)));
      const all = entries.flat();
      if (all.length === 0) return;
      // Asked for together, the keys of new persons and what dies with them share one durable write.
      const refs = [...new Set(all.map(({ person }) => person))];
      await Promise.all([...refs.map((person) => vault.keyFor(person)), contacts.note(all)]);
    },
    find: async (sort, canonical) => {
      if (vault.contacts === undefined) throw noIndex();
      const key = await vault.existingKey(indexKey);
      if (key === undefined) return [];
      const found = await vault.contacts.withHash(contactHash(key, scope, sort, canonical));
      const held = await Promise.all(
        found.map(async (entry) => ((await vault.existingKey(entry.person)) === undefined ? [] : [entry])),
      );
      return held.flat();
    },
  };
};
