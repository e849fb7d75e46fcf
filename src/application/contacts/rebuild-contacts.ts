import type { Codec } from '../schema/codec.js';
import type { EventStore, StoredEvent } from '../ports/event-store.js';
import { inParts } from '../../domain/kernel/in-parts.js';
import type { JsonObject } from '../../domain/kernel/json.js';
import { isComplaintEvent } from '../../domain/complaint/evolve.js';
import type { Person } from '../../domain/complaint/filing/messages.js';
import type { ContactSearch } from '../identity/contact-search.js';
import { idInStream, prefixOf } from '../identity/stream-name.js';

/** What came of making the index of contacts anew. */
export interface RebuiltContacts {
  /** Filings that were read. */
  readonly filings: number;
  /** Filings of which some person's values could be opened, and were noted as far as they hold a contact. */
  readonly readable: number;
}

interface RebuildParts {
  readonly store: EventStore;
  readonly codec: Pick<Codec, 'open'>;
  readonly contacts: Pick<ContactSearch, 'note' | 'mustKeep' | 'remake'>;
  readonly namespace: string;
  readonly provider: string;
}

const pageSize = 500;
/** Filings that are noted together, so that they share a durable write of the vault. */
const together = 64;

const personOf = (
  ref: string | undefined,
  as: 'subscriber' | 'reporter',
  opened: Readonly<Record<string, JsonObject>>,
): Person | undefined => {
  const values = ref === undefined ? undefined : opened[ref];
  if (ref === undefined || values === undefined) return undefined;
  const text = (field: 'phone' | 'email') => {
    const value = values[`${as}.${field}`];
    return typeof value === 'string' ? { [field]: value } : undefined;
  };
  return { ref, ...text('phone'), ...text('email') };
};

/**
 * Makes the index of contacts anew from the filings that are stored, with the keys that are held: what a vault lost, or
 * never kept, is found again. A person whose key is gone stays forgotten: none of their values can be opened.
 */
export const contactRebuilder = ({ store, codec, contacts, namespace, provider }: RebuildParts) => {
  const noteOf = async (event: StoredEvent): Promise<boolean> => {
    if (!isComplaintEvent(event) || event.type !== 'Filed') return false;
    const opened = await codec.open(event);
    const { subscriber, reporter } = event.data;
    const persons = [personOf(subscriber, 'subscriber', opened), personOf(reporter, 'reporter', opened)];
    await contacts.note(idInStream(event.stream), persons);
    return persons.some((person) => person !== undefined);
  };

  const noteAll = async (): Promise<RebuiltContacts> => {
    let [filings, readable] = [0, 0];
    let after: string | undefined;
    for (;;) {
      const page = await store.readAll({
        prefixes: [prefixOf(namespace, 'complaint')],
        types: ['Filed'],
        limit: pageSize,
        ...(after !== undefined && { after }),
      });
      const ours = page.events.filter(({ metadata }) => metadata.provider === provider);
      filings += ours.length;
      for (const part of inParts(ours, together))
        readable += (await Promise.all(part.map(noteOf))).filter((isReadable) => isReadable).length;
      after = page.next;
      if (page.caughtUp) return { filings, readable };
    }
  };

  return (): Promise<RebuiltContacts> => {
    contacts.mustKeep();
    return contacts.remake(noteAll);
  };
};
