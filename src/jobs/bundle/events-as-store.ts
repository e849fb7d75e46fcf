import { storeError } from '../../application/errors/store-error.js';
import type { EventStore, ReadStreamOptions, StoredEvent } from '../../application/ports/event-store.js';

const isAsked =
  ({ from = 0, to = Infinity, at, knownAt }: ReadStreamOptions) =>
  ({ revision, occurredAt, recordedAt }: StoredEvent): boolean =>
    revision >= from &&
    revision <= to &&
    (at === undefined || occurredAt <= at) &&
    (knownAt === undefined || recordedAt <= knownAt);

const byStream = (events: readonly StoredEvent[]): ReadonlyMap<string, readonly StoredEvent[]> => {
  const streams = new Map<string, StoredEvent[]>();
  for (const event of events) {
    const stream = streams.get(event.stream);
    if (stream === undefined) streams.set(event.stream, [event]);
    else stream.push(event);
  }
  return streams;
};

/** Events in a store's order, read as a store is; nothing can be added. */
export const eventsAsStore = (events: readonly StoredEvent[]): EventStore => {
  const streams = byStream(events);
  return {
    capabilities: { inlineRows: false, commitOrder: true },
    append: () => Promise.reject(storeError('store-read-only', { reason: 'bundle' })),
    read: (stream, options = {}) => Promise.resolve((streams.get(stream) ?? []).filter(isAsked(options))),
    readAll: ({ after, limit, types, prefixes }) => {
      const first = after === undefined ? 0 : events.findIndex(({ position }) => position > after);
      const rest = first === -1 ? [] : events.slice(first, first + limit);
      const found = rest.filter(
        ({ type, stream }) =>
          (types?.includes(type) ?? true) && (prefixes?.some((prefix) => stream.startsWith(prefix)) ?? true),
      );
      const caughtUp = first === -1 || first + limit >= events.length;
      return Promise.resolve({ events: found, next: rest.at(-1)?.position ?? after, caughtUp });
    },
    head: () => Promise.resolve(events.at(-1)?.position),
    close: () => Promise.resolve(),
  };
};
