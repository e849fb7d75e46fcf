import type { Feed, FeedBatch, FeedOptions } from '../../../../../src/application/ports/event-feed.js';
import type { EventStore } from '../../../../../src/application/ports/event-store.js';
import { clientSlot } from '../../../../../src/infrastructure/eventstoredb/client-slot.js';
import { eventStoreDbFeed } from '../../../../../src/infrastructure/eventstoredb/feed/event-store-db-feed.js';
import type { FeedTuning } from '../../../../../src/infrastructure/eventstoredb/feed/feed-tuning.js';
import { eventStoreDb } from '../../../../../src/infrastructure/eventstoredb/index.js';
import { systemTimers } from '../../../../../src/infrastructure/shared/system/system-timers.js';
import { sampleAppend } from '../../../../../src/testing/event-store-contract/samples.js';
import { expect } from '@jest/globals';
import type { Clients } from '../../../../support/eventstoredb/clients.js';
import { ownPrefix } from '../../../../support/eventstoredb/servers.js';
import { eventually } from './eventually.js';
import { hastyTuning } from './hasty-tuning.js';

/** Who writes to a server, and who follows it. */
export interface Served {
  readonly store: EventStore;
  /** Appends so many events to a stream in one append; returns the position of the last. */
  readonly append: (stream: string, count?: number) => Promise<string>;
  /** Ids of all events appended to complaints, in order. */
  readonly appended: () => readonly string[];
  readonly subscribe: (
    options?: Partial<FeedOptions> & { readonly tuning?: Partial<FeedTuning> },
  ) => Subscribed;
  /** The same through a store of its own, as a host has it. */
  readonly follow: () => Subscribed;
  readonly stop: () => Promise<void>;
}

export interface Subscribed {
  readonly feed: Feed;
  readonly batches: readonly FeedBatch[];
  readonly ids: () => readonly string[];
}

const prefixes = ['complaint-'];

/** Whatever `append` names stands under a part of the log that no other test uses. */
export const serve = (connectionString: string, { dialect, create }: Clients): Served => {
  const own = ownPrefix();
  const createClient = () => create(connectionString);
  const store = eventStoreDb({ createClient, dialect });
  const other = eventStoreDb({ createClient, dialect });
  const slot = clientSlot(createClient, dialect, systemTimers);
  const appended: string[] = [];
  const feeds: Feed[] = [];
  let appends = 0;

  return {
    store,
    append: async (stream, count = 1) => {
      appends += 1;
      const request = sampleAppend(own + stream, `append-${String(appends)}`, 'any', count);
      const outcome = await store.append(request);
      if (outcome.kind === 'conflict') throw new Error(`${stream} is not where it was`);
      if (stream.startsWith('complaint-')) appended.push(...request.events.map(({ id }) => id));
      return outcome.position;
    },
    appended: () => appended,
    subscribe: ({ tuning, handle = () => Promise.resolve(), ...options } = {}) => {
      const batches: FeedBatch[] = [];
      const feed = eventStoreDbFeed({
        slot,
        timers: systemTimers,
        random: () => 0.5,
        newest: () => Promise.resolve(undefined),
        tuning: { ...hastyTuning, ...tuning },
      }).subscribe({
        prefixes: prefixes.map((prefix) => own + prefix),
        handle: async (batch) => {
          await handle(batch);
          batches.push(batch);
        },
        ...options,
      });
      feeds.push(feed);
      return { feed, batches, ids: () => batches.flatMap(({ events }) => events.map(({ id }) => id)) };
    },
    follow: () => {
      const batches: FeedBatch[] = [];
      const feed = other.subscribe({
        prefixes: prefixes.map((prefix) => own + prefix),
        handle: async (batch) => {
          await Promise.resolve();
          batches.push(batch);
        },
      });
      feeds.push(feed);
      return { feed, batches, ids: () => batches.flatMap(({ events }) => events.map(({ id }) => id)) };
    },
    stop: async () => {
      await Promise.all(feeds.map((feed) => feed.close()));
      await other.close();
      await slot.dispose();
      await store.close();
    },
  };
};

/** All that was appended is handled, once and in order. */
export const everythingOnce = async (
  { appended }: Served,
  { ids }: Pick<Subscribed, 'ids'>,
): Promise<void> => {
  await eventually('everything is handled', () => ids().length >= appended().length);
  expect(ids()).toEqual(appended());
};
