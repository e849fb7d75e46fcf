import { isCodedError } from '../../../application/errors/coded-error.js';
import type {
  EventFeed,
  Feed,
  FeedHealth,
  FeedOptions,
  FeedState,
} from '../../../application/ports/event-feed.js';
import type { Position } from '../../../application/ports/event-store.js';
import { silentLogger, type Logger } from '../../../application/ports/logger.js';
import { reasonOf } from '../../../application/errors/reason-of.js';
import { invalidStoreInput, storeError } from '../../../application/errors/store-error.js';
import type { Timers } from '../../../application/ports/timers.js';
import type { EventStoreDbClient } from '../client.js';
import type { ClientSlot } from '../client-slot.js';
import { storedEvent } from '../envelope.js';
import { logPositionOf } from '../log-position.js';
import { consumer, signalWith } from './consumer.js';
import { usualFeedTuning, type FeedTuning } from './feed-tuning.js';
import { lagTracker, progressAfter } from './progress.js';
import { retryPolicy } from './retry-policy.js';
import { openSubscription, type Subscription, type SubscriptionEnd } from './subscription.js';
import { watchdog, type Watched } from './watchdog.js';

interface SubscriberParts {
  /** The client that the feed subscribes with, and replaces if it does not answer. */
  readonly slot: Pick<ClientSlot, 'client' | 'discard' | 'isInUse'>;
  readonly timers: Timers;
  /** Chance in the pauses before a subscription is begun again, in [0, 1). */
  readonly random: () => number;
  readonly logger: Logger;
  readonly tuning: FeedTuning;
  /** The last event after a position in streams of these names, as the server has it now; `undefined` for none. */
  readonly newest: (
    prefixes: readonly string[],
    after: Position | undefined,
  ) => Promise<Position | undefined>;
}

/** How a subscription went: why it ended, and what it was. */
interface Attempt {
  readonly end: SubscriptionEnd;
  readonly client?: EventStoreDbClient;
  readonly hasGivenEvents: boolean;
}

/** Opens one subscription after another, each after the last handled position, until the feed is closed or fails. */
const keepSubscribed = (parts: SubscriberParts, { after, prefixes, handle }: FeedOptions): Feed => {
  const { slot, timers, random, logger, tuning } = parts;
  const progress = progressAfter(after);
  const retries = retryPolicy(random, tuning);
  const lag = lagTracker();
  const changed = signalWith(timers);
  let current: Watched | undefined;
  let isWaiting = false;
  let restarts = 0;
  let over: 'closed' | 'failed' | undefined;
  let lastError: FeedHealth['lastError'];
  let closing: Promise<void> | undefined;

  const isOver = (): boolean => over !== undefined;

  const consuming = consumer({
    handle,
    progress,
    lag,
    timers,
    linger: tuning.linger,
    changed,
    isStopped: isOver,
    handled: retries.reset,
  });

  const confirmed = (): Subscription | undefined =>
    current?.subscription.isConfirmed() === true ? current.subscription : undefined;

  const state = (): FeedState => {
    if (over !== undefined) return over;
    if (isWaiting) return 'waiting';
    const subscription = confirmed();
    if (subscription === undefined) return 'connecting';
    return subscription.isLive() ? 'live' : 'catching-up';
  };

  const isComplete = (): boolean => current !== undefined && consuming.hasEverything(current.subscription);

  const noteSteady = ({ confirmedFor }: Subscription): void => {
    if (confirmedFor() >= tuning.steadyAfter) retries.reset();
  };

  const dog = watchdog({
    watched: () => current,
    isInUse: slot.isInUse,
    prefixes,
    timers,
    tuning,
    probed: (probe) => {
      lag.probed(probe);
      if (current === undefined) return;
      consuming.noteComplete(current.subscription);
      noteSteady(current.subscription);
    },
    unanswered: lag.headUnknown,
  });

  const open = (client: EventStoreDbClient): Subscription =>
    openSubscription(client, {
      after: progress.position(),
      prefixes,
      decode: storedEvent,
      capacity: tuning.batch,
      timers,
      endTimeout: tuning.endTimeout,
      changed: changed.raise,
      confirmed: () => {
        progress.refuse(undefined);
      },
    });

  const attempt = async (): Promise<Attempt | undefined> => {
    let client: EventStoreDbClient | undefined;
    let subscription: Subscription;
    try {
      client = await slot.client();
      if (isOver()) return undefined;
      subscription = open(client);
    } catch (error) {
      return { end: { kind: 'dropped', error }, hasGivenEvents: false, ...(client && { client }) };
    }
    current = { client, subscription };
    try {
      const end = await consuming.consume(subscription);
      if (end === undefined) return undefined;
      noteSteady(subscription);
      return { end, client, hasGivenEvents: subscription.hasGivenEvents() };
    } finally {
      current = undefined;
      await subscription.close();
    }
  };

  /** Milliseconds to wait after an attempt. */
  const pauseAfter = ({ end, client, hasGivenEvents }: Attempt): number => {
    restarts += 1;
    if (end.kind === 'unreadable') throw end.error;
    if (end.kind === 'renewed') return 0;
    const { pause, fault, replacesClient } = retries.dropped(end.error, hasGivenEvents);
    if (fault !== undefined) {
      const { code } = fault;
      lastError = { code, message: reasonOf(fault) };
      logger.warn('feed dropped', { ...lastError, pause, faultsInRow: retries.faultsInRow() });
      if (code === 'store-denied') progress.refuse(fault);
    }
    if (replacesClient && client !== undefined) slot.discard(client);
    return pause;
  };

  const wait = async (pause: number): Promise<void> => {
    const due = timers.now() + pause;
    isWaiting = true;
    while (!isOver() && timers.now() < due) await changed.raisedWithin(Math.max(0, due - timers.now()));
    isWaiting = false;
  };

  const run = async (): Promise<void> => {
    while (!isOver()) {
      const attempted = await attempt();
      if (attempted !== undefined) await wait(pauseAfter(attempted));
    }
  };

  const fail = (error: unknown): void => {
    progress.end(error);
    // If the owner closed the feed while a batch was under way, the owner's handler knows of the fault already.
    if (isOver()) return;
    over = 'failed';
    const code = isCodedError(error) ? error.code : 'handler-failed';
    lastError = { code, message: reasonOf(error) };
    logger.error('feed failed', { ...lastError });
  };

  const running = run().catch(fail).finally(dog.stop);

  const close = async (): Promise<void> => {
    over ??= 'closed';
    changed.raise();
    await running;
    // After `running`, so that a caller that waits for a batch that failed is told why.
    progress.end(storeError('store-closed'));
  };

  return {
    health: () => {
      const position = progress.position();
      return {
        state: state(),
        position,
        lagBytes: confirmed() === undefined ? null : lag.bytes(position),
        lagSeconds: isComplete() ? 0 : lag.seconds(timers.now()),
        restarts,
        faultsInRow: retries.faultsInRow(),
        degraded: retries.isDegraded(),
        lastError,
      };
    },
    caughtUp: async () => {
      await progress.metEnd();
      const last = await parts.newest(prefixes, progress.position());
      if (last !== undefined) await progress.reached(last);
    },
    ready: progress.metEnd,
    reached: progress.reached,
    close: () => (closing ??= close()),
  };
};

/** What a feed is made of; without a logger it is silent, and what is not tuned is as usual. */
type FeedParts = Omit<SubscriberParts, 'logger' | 'tuning'> & {
  readonly logger?: Logger;
  readonly tuning?: Partial<FeedTuning>;
};

/**
 * Feeds of the server's log: a subscription to `$all` that is filtered by the names of streams and begun again after any
 * fault of the server; a position is passed only after everything up to it is handled. Throws `read-invalid` for a
 * position of another store, and where no prefix is given.
 */
export const eventStoreDbFeed = ({ tuning, logger = silentLogger, ...parts }: FeedParts): EventFeed => ({
  subscribe: (options) => {
    if (options.after !== undefined) logPositionOf(options.after);
    if (options.prefixes.length === 0)
      throw invalidStoreInput(
        'read-invalid',
        { at: 'prefixes' },
        { es: 'hace falta uno al menos', en: 'at least one is needed' },
      );
    return keepSubscribed({ ...parts, logger, tuning: { ...usualFeedTuning, ...tuning } }, options);
  },
});
