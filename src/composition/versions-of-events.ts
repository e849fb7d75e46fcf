import { publishedVersions, type PublishedVersions } from '../application/calendars/published-versions.js';
import type { EventStore, StoredEvent } from '../application/ports/event-store.js';
import { clockEventOf } from '../application/schema/clock-events.js';
import { currentEvent, withCurrentEvents } from '../application/schema/current-events.js';
import { isComplaintEvent } from '../domain/complaint/evolve.js';
import { namedIn, type Published } from '../domain/sla/clocks/read-clocks.js';

type EventReader = Pick<EventStore, 'read' | 'readAll'>;

/**
 * The policies and calendars that the requests of a store name, of whichever provider and under whatever id: rows are kept
 * for all of them, by a program that was opened for one provider and knows what that one publishes today.
 */
export interface VersionsOfEvents {
  /** What was read so far, for the read models to count by. */
  readonly known: Published;
  /** A reader that has read the versions which events name before it gives them. */
  readonly reading: (reader: EventReader) => EventReader;
  /** Reads those that these events name. */
  readonly learn: (events: readonly StoredEvent[]) => Promise<void>;
}

const naming: ReadonlySet<string> = new Set(['Filed', 'ClocksRecomputed']);

export const versionsOfEvents = (store: EventStore, namespace: string): VersionsOfEvents => {
  const byProvider = new Map<string, PublishedVersions>();

  const versionsOf = (provider: string): PublishedVersions => {
    const versions =
      byProvider.get(provider) ?? publishedVersions({ store: withCurrentEvents(store), namespace, provider });
    byProvider.set(provider, versions);
    return versions;
  };

  const learn = async (events: readonly StoredEvent[]): Promise<void> => {
    const named = new Map<string, StoredEvent[]>();
    for (const event of events) {
      if (!naming.has(event.type)) continue;
      const { provider } = event.metadata;
      const own = named.get(provider);
      if (own === undefined) named.set(provider, [event]);
      else own.push(event);
    }
    for (const [provider, own] of named) {
      const told = own.map(currentEvent).filter(isComplaintEvent).map(clockEventOf);
      await versionsOf(provider).load(namedIn(told));
    }
  };

  const found = <Value>(ask: (published: Published) => Value | undefined): Value | undefined => {
    for (const { known } of byProvider.values()) {
      const value = ask(known);
      if (value !== undefined) return value;
    }
    return undefined;
  };

  return {
    known: {
      policyOf: (ref) => found(({ policyOf }) => policyOf(ref)),
      calendarOf: (ref) => found(({ calendarOf }) => calendarOf(ref)),
    },
    reading: (reader) => ({
      read: async (stream, options) => {
        const events = await reader.read(stream, options);
        await learn(events);
        return events;
      },
      readAll: async (options) => {
        const page = await reader.readAll(options);
        await learn(page.events);
        return page;
      },
    }),
    learn,
  };
};
