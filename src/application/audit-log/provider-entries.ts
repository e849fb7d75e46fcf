import { canonicalEvent } from '../schema/canonical-event.js';
import { prefixesOf } from '../identity/stream-name.js';
import type { EventStore, Position, StoredEvent } from '../ports/event-store.js';

/** Whose events a log holds: those of one provider in one namespace of a store. */
export interface LogScope {
  readonly provider: string;
  readonly namespace: string;
}

/** An event and its one text, as the log hashes it. */
export interface ProviderEntry {
  readonly event: StoredEvent;
  readonly bytes: Uint8Array;
}

interface ReadFrom {
  readonly after?: Position | undefined;
  readonly limit?: number;
}

/** The events of all providers in a namespace of a store, in the store's order, after a position. */
export const namespaceEvents = async function* (
  store: Pick<EventStore, 'readAll'>,
  namespace: string,
  { after, limit = 1_000 }: ReadFrom = {},
): AsyncGenerator<StoredEvent> {
  const prefixes = prefixesOf(namespace);
  let position = after;
  for (;;) {
    const page = await store.readAll({ limit, prefixes, ...(position !== undefined && { after: position }) });
    yield* page.events;
    if (page.caughtUp || page.next === undefined) return;
    position = page.next;
  }
};

/** An event as the log of its provider has it. */
export const entryBytes = (event: StoredEvent): Uint8Array => Buffer.from(canonicalEvent(event));

/** The entries of a provider's log as a store has them, in the store's order, after a position. */
export const providerEntries = async function* (
  store: Pick<EventStore, 'readAll'>,
  { provider, namespace }: LogScope,
  from: ReadFrom = {},
): AsyncGenerator<ProviderEntry> {
  for await (const event of namespaceEvents(store, namespace, from))
    if (event.metadata.provider === provider) yield { event, bytes: entryBytes(event) };
};
