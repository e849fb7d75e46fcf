import type { EventStore, ReadAllOptions, StoredEvent } from '../../application/ports/event-store.js';
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
