import type { FolioIndex } from '../application/commands/folio-index.js';
import { prefixesOf, streamName } from '../application/identity/stream-name.js';
import type { EventStore, Page, ReadAllOptions, StoredEvent } from '../application/ports/event-store.js';
import { invalidStoreInput } from '../application/errors/store-error.js';

interface EventsParts {
  readonly store: EventStore;
  readonly index: Pick<FolioIndex, 'find'>;
  readonly namespace: string;
  readonly provider: string;
}

type EventsQuery = Omit<ReadAllOptions, 'prefixes'> & { readonly folio?: string | undefined };

/** Events of one page, as a store gives them. */
export const mostEvents = 10_000;

/** A page of the events of one stream, as the store gives pages of all. Throws `read-invalid`. */
const eventsPage = (events: readonly StoredEvent[], { after, types, limit }: ReadAllOptions): Page => {
  if (!Number.isInteger(limit) || limit < 1 || limit > mostEvents)
    throw invalidStoreInput(
      'read-invalid',
      { at: 'limit' },
      { es: `va de 1 a ${String(mostEvents)}`, en: `1 to ${String(mostEvents)}` },
    );
  const wanted = events.filter(
    ({ position, type }) => (after === undefined || position > after) && (types?.includes(type) ?? true),
  );
  const page = wanted.slice(0, limit);
  return { events: page, next: page.at(-1)?.position ?? after, caughtUp: page.length === wanted.length };
};

/** The events of a provider, or those of one case: read from the store alone. */
export const createEvents = ({ store, index, namespace, provider }: EventsParts) => {
  const prefixes = prefixesOf(namespace);

  return async ({ folio, ...page }: EventsQuery): Promise<Page> => {
    if (folio === undefined) {
      const read = await store.readAll({ ...page, prefixes });
      return { ...read, events: read.events.filter(({ metadata }) => metadata.provider === provider) };
    }
    const found = await index.find(folio);
    const stream = found.ok ? streamName(namespace, 'complaint', found.complaint) : undefined;
    return eventsPage(stream === undefined ? [] : await store.read(stream), page);
  };
};
