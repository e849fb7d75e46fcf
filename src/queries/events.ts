import type { FolioIndex } from '../application/commands/folio-index.js';
import { prefixesOf, streamName } from '../application/identity/stream-name.js';
import type { EventStore, Page, ReadAllOptions } from '../application/ports/event-store.js';
import { pageOf } from './page-of.js';

interface EventsParts {
  readonly store: EventStore;
  readonly index: Pick<FolioIndex, 'find'>;
  readonly namespace: string;
  readonly provider: string;
}

type EventsQuery = Omit<ReadAllOptions, 'prefixes'> & { readonly folio?: string | undefined };

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
    return pageOf(stream === undefined ? [] : await store.read(stream), page);
  };
};
