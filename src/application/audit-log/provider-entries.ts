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

/** The entries of a provider's log as a store has them, in the store's order, after a position. */
export const providerEntries = async function* (
  store: Pick<EventStore, 'readAll'>,
  { provider, namespace }: LogScope,
  { after, limit = 1_000 }: { readonly after?: Position | undefined; readonly limit?: number } = {},
): AsyncGenerator<ProviderEntry> {
  const prefixes = prefixesOf(namespace);
  let position = after;
  for (;;) {
    const page = await store.readAll({ limit, prefixes, ...(position !== undefined && { after: position }) });
    for (const event of page.events)
      if (event.metadata.provider === provider) yield { event, bytes: Buffer.from(canonicalEvent(event)) };
    if (page.caughtUp || page.next === undefined) return;
    position = page.next;
  }
};
