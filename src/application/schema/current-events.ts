import { codedError } from '../errors/coded-error.js';
import type { EventFeed } from '../ports/event-feed.js';
import type { EventStore, StoredEvent } from '../ports/event-store.js';
import { fillInBoth } from '../../domain/kernel/rejection-text.js';
import { schemaOf } from './catalogue.js';
import { upcast, upcastRejections } from './upcast.js';

/** An event as today's code reads it. Throws `event-type-unknown`, `event-version-newer`, `event-version-invalid`. */
export const currentEvent = (event: StoredEvent): StoredEvent => {
  if (schemaOf(event.type)?.version === event.version) return event;
  const read = upcast(event.type, event.version, event.data);
  if (read.ok) return { ...event, version: read.version, data: read.data };
  const details = { ...read.details, stream: event.stream, revision: event.revision };
  throw codedError(read.code, fillInBoth(upcastRejections[read.code], details), details);
};

/** A feed of events in today's versions. */
export const withCurrentFeed = (feed: EventFeed): EventFeed => ({
  subscribe: ({ handle, ...options }) =>
    feed.subscribe({
      ...options,
      handle: (batch) => handle({ ...batch, events: batch.events.map(currentEvent) }),
    }),
});

/** A store whose events come in today's versions, whichever wrote them: the one way in which events are read. */
export const withCurrentEvents = (store: EventStore): EventStore => ({
  capabilities: store.capabilities,
  append: (request) => store.append(request),
  head: () => store.head(),
  close: () => store.close(),
  read: async (stream, options) => (await store.read(stream, options)).map(currentEvent),
  readAll: async (options) => {
    const page = await store.readAll(options);
    return { ...page, events: page.events.map(currentEvent) };
  },
});
