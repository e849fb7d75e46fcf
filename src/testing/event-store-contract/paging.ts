import type { EventStore, Page, ReadAllOptions, StoredEvent } from '../../application/ports/event-store.js';
import { broken } from './assert.js';

const mostPages = 10_000;

/** Reads pages until one says that nothing is left. `limit` is asked anew for each page. */
export const readToEnd = async (
  store: EventStore,
  options: Omit<ReadAllOptions, 'limit'>,
  limit: () => number,
): Promise<readonly StoredEvent[]> => {
  const events: StoredEvent[] = [];
  let { after } = options;
  for (let page = 0; page < mostPages; page += 1) {
    const { events: found, next, caughtUp } = await store.readAll({ ...options, after, limit: limit() });
    events.push(...found);
    if (caughtUp) return events;
    if (next === after) throw broken(`a page after ${String(after)} gets no further and is not at the end`);
    after = next;
  }
  throw broken('the end is never reached');
};

/**
 * A page that is short only where nothing is left: a store that passes over much of others may give less before (see
 * `Page`), and is read on.
 */
export const filledPage = async (store: EventStore, options: ReadAllOptions): Promise<Page> => {
  const first = await store.readAll(options);
  const events = [...first.events];
  let { next, caughtUp } = first;
  for (let page = 0; !caughtUp && events.length < options.limit; page += 1) {
    if (page === mostPages) throw broken('the end is never reached');
    const more = await store.readAll({ ...options, after: next, limit: options.limit - events.length });
    if (!more.caughtUp && more.next === next)
      throw broken(`a page after ${String(next)} gets no further and is not at the end`);
    events.push(...more.events);
    ({ caughtUp } = more);
    next = caughtUp ? (events.at(-1)?.position ?? options.after) : more.next;
  }
  return { events, next, caughtUp };
};
