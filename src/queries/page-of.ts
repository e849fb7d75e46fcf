import type { Page, ReadAllOptions, StoredEvent } from '../application/ports/event-store.js';
import { storeError } from '../application/errors/store-error.js';

const mostEvents = 10_000;

/** A page of the events of one stream, as the store gives pages of all. Throws `read-invalid`. */
export const pageOf = (events: readonly StoredEvent[], { after, types, limit }: ReadAllOptions): Page => {
  if (!Number.isInteger(limit) || limit < 1 || limit > mostEvents)
    throw storeError('read-invalid', { at: 'limit', reason: `1 to ${String(mostEvents)}` });
  const wanted = events.filter(
    ({ position, type }) => (after === undefined || position > after) && (types?.includes(type) ?? true),
  );
  const page = wanted.slice(0, limit);
  return { events: page, next: page.at(-1)?.position ?? after, caughtUp: page.length === wanted.length };
};
