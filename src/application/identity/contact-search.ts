import { codedError } from '../errors/coded-error.js';
import { contactsDamaged } from '../errors/key-faults.js';
import type { Person } from '../../domain/complaint/filing/messages.js';
import type { Keyring } from '../ports/keyring.js';
import type { ContactEntry, ContactIndex } from '../ports/key-vault.js';
import { canonicalContact, contactHash, type ContactSort } from './contact.js';

/** Finds complaints by how their people are reached, without holding that anywhere in clear. */
export interface ContactSearch {
  /** Whether the vault keeps an index. Throws `keys-unavailable` where it keeps none. */
  readonly mustKeep: () => void;
  /** Remembers the contacts that a filing brings, durably; nothing for a vault that keeps no index. */
  readonly note: (complaint: string, persons: readonly (Person | undefined)[]) => Promise<void>;
  /** Has everything noted anew by `fill`, so that what was damaged counts as whole afterwards. */
  readonly remake: <Result>(fill: () => Promise<Result>) => Promise<Result>;
  /**
   * The complaints at which a contact was given, as far as the key of the person is held. Throws `keys-unavailable`,
   * `contacts-damaged`, and what the vault of another store, or an older copy, is told by: it lacks what was noted.
   */
  readonly find: (sort: ContactSort, canonical: string) => Promise<readonly ContactEntry[]>;
}

const noIndex = () =>
  codedError('keys-unavailable', {
    es: 'Este llavero no guarda índice de contactos: no se puede buscar por teléfono ni por correo.',
    en: 'This key vault keeps no index of contacts: nothing can be found by phone or e-mail.',
  });

/** The vault's own key for hashes, under a name that no person can have: it is wrapped and moved like the others. */
const indexKey = '#contacts';
const sorts: readonly ContactSort[] = ['phone', 'email'];

/** Where contacts are kept, whose they are, and with which keys. */
interface ContactParts {
  readonly keyring: Pick<Keyring, 'keyFor' | 'keyAtHand' | 'lookUp' | 'check'>;
  /** Absent for a vault that keeps no index. */
  readonly contacts: ContactIndex | undefined;
  readonly provider: string;
  readonly scope: string;
}

export const contactSearch = ({ keyring, contacts, provider, scope }: ContactParts): ContactSearch => {
  const entriesOf = async (complaint: string, person: Person): Promise<readonly ContactEntry[]> => {
    const canonical = sorts.flatMap((sort) => {
      const value = person[sort] === undefined ? undefined : canonicalContact(sort, person[sort]);
      return value === undefined ? [] : [{ sort, value }];
    });
    if (canonical.length === 0) return [];
    const key = keyring.keyAtHand(indexKey) ?? (await keyring.keyFor(indexKey));
    return canonical.map(({ sort, value }) => ({
      provider,
      person: person.ref,
      complaint,
      hash: contactHash(key, scope, sort, value),
    }));
  };

  return {
    mustKeep: () => {
      if (contacts === undefined) throw noIndex();
    },
    note: async (complaint, persons) => {
      if (contacts === undefined) return;
      const known = persons.flatMap((person) => (person === undefined ? [] : [person]));
      const entries = await Promise.all(known.map((person) => entriesOf(complaint, person)));
      const all = entries.flat();
      if (all.length === 0) return;
      // Asked for together, the keys of new persons and what dies with them share one durable write.
      const refs = [...new Set(all.map(({ person }) => person))];
      await Promise.all([...refs.map((person) => keyring.keyFor(person)), contacts.note(all)]);
    },
    remake: (fill) => contacts?.remake?.(provider, fill) ?? fill(),
    find: async (sort, canonical) => {
      if (contacts === undefined) throw noIndex();
      await keyring.check();
      const index = await keyring.lookUp(indexKey);
      if (index.kind !== 'held') {
        if ((await contacts.holds?.(provider)) === true)
          throw contactsDamaged({ reason: 'index-key-missing' });
        return [];
      }
      const found = await contacts.withHash(contactHash(index.key, scope, sort, canonical));
      const held = await Promise.all(
        found.map(async (entry) => ((await keyring.lookUp(entry.person)).kind === 'held' ? [entry] : [])),
      );
      return held.flat();
    },
  };
};
