import type { Feed, FeedBatch, FeedOptions } from '../../../../../src/application/ports/event-feed.js';
import { eventStoreDbFeed } from '../../../../../src/infrastructure/eventstoredb/feed/event-store-db-feed.js';
import type { FeedTuning } from '../../../../../src/infrastructure/eventstoredb/feed/feed-tuning.js';
import { logPositionOf } from '../../../../../src/infrastructure/eventstoredb/log-position.js';
import { steppedTimers, type SteppedTimers } from './stepped-timers.js';
import { scriptedClient, type ScriptedClient } from './scripted-client.js';

/** A feed whose server and whose time are the test's. */
export interface Script extends ScriptedClient {
  readonly timers: SteppedTimers;
  readonly feed: Feed;
  readonly batches: readonly FeedBatch[];
  /** Commit places of all events that were handled, in the order in which they were. */
  readonly handled: () => readonly number[];
  /** Commit place of what is passed. */
  readonly passed: () => number | undefined;
  /** The client is not the one in use any more, or is again. */
  readonly setInUse: (isInUse: boolean) => void;
  /** How often the client was given up. */
  readonly discards: () => number;
  /** The next batches are not done before this is called with false. */
  readonly hold: (isHeld: boolean) => void;
}

const commitOf = (position: string): number => Number(logPositionOf(position).commit);

export const scriptedFeed = async ({
  tuning = {},
  failing,
  ...options
}: Partial<FeedOptions> & {
  readonly tuning?: Partial<FeedTuning>;
  /** What the handler fails with. */
  readonly failing?: Error;
} = {}): Promise<Script> => {
  const timers = steppedTimers();
  const scripted = scriptedClient();
  const batches: FeedBatch[] = [];
  let discards = 0;
  let isInUse = true;
  let isHeld = false;
  let letGo: () => void = () => undefined;

  const feed = eventStoreDbFeed({
    slot: {
      client: () => Promise.resolve(scripted.client),
      isInUse: () => isInUse,
      discard: () => {
        discards += 1;
      },
    },
    timers,
    random: () => 1,
    tuning,
    newest: () => Promise.resolve(undefined),
  }).subscribe({
    prefixes: ['complaint-'],
    handle: async (batch) => {
      if (failing !== undefined) throw failing;
      batches.push(batch);
      if (isHeld) await new Promise<void>((resolve) => (letGo = resolve));
    },
    ...options,
  });
  await timers.settle();

  return {
    ...scripted,
    timers,
    feed,
    batches,
    handled: () => batches.flatMap(({ events }) => events.map(({ position }) => commitOf(position))),
    passed: () => {
      const { position } = feed.health();
      return position === undefined ? undefined : commitOf(position);
    },
    setInUse: (is) => {
      isInUse = is;
    },
    discards: () => discards,
    hold: (held) => {
      isHeld = held;
      if (!held) letGo();
    },
  };
};

/** Confirmed, and at the end of a log without events of ours. */
export const liveFeed = async (options: Parameters<typeof scriptedFeed>[0] = {}): Promise<Script> => {
  const script = await scriptedFeed(options);
  script.setOpening((subscription) => {
    subscription.confirm();
    subscription.caughtUp();
  });
  script.last().confirm();
  script.last().caughtUp();
  await script.timers.settle();
  return script;
};
