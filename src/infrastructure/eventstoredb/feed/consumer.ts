import type { FeedOptions } from '../../../application/ports/event-feed.js';
import type { Timers } from '../../../application/ports/timers.js';
import type { Buffered } from './event-buffer.js';
import type { Lag, Progress } from './progress.js';
import type { Subscription, SubscriptionEnd } from './subscription.js';

/** Wakes the one that waits for it. A signal that is raised while nothing waits is kept. */
export interface Signal {
  readonly raise: () => void;
  readonly raised: () => Promise<void>;
  /** Ends when it is raised, or after so many milliseconds. */
  readonly raisedWithin: (milliseconds: number) => Promise<void>;
}

export const signalWith = (timers: Timers): Signal => {
  let isRaised = false;
  let wake: (() => void) | undefined;

  const raise = (): void => {
    isRaised = true;
    wake?.();
  };

  const raised = (): Promise<void> =>
    new Promise((resolve) => {
      wake = () => {
        isRaised = false;
        wake = undefined;
        resolve();
      };
      if (isRaised) wake();
    });

  return {
    raise,
    raised,
    raisedWithin: async (milliseconds) => {
      const takeBack = timers.after(milliseconds, raise);
      await raised();
      takeBack();
    },
  };
};

interface ConsumerParts {
  readonly handle: FeedOptions['handle'];
  readonly progress: Progress;
  readonly lag: Lag;
  readonly timers: Timers;
  /** For how long events wait for others where nothing is urgent. */
  readonly linger: number;
  readonly changed: Signal;
  readonly isStopped: () => boolean;
  /** A batch was handled. */
  readonly handled: () => void;
}

/** Hands batches to the handler; a position is passed only after the handler is done with its batch. */
export interface Consumer {
  /**
   * Handles what a subscription gives until it is over and everything it gave is handled, or until the feed is stopped:
   * history in batches, news as they come. Rejects if the handler does.
   */
  readonly consume: (subscription: Subscription) => Promise<SubscriptionEnd | undefined>;
  /** Whether everything that is known to be in the log was given by a subscription and is handled. */
  readonly hasEverything: (subscription: Subscription) => boolean;
  readonly noteComplete: (subscription: Subscription) => void;
}

export const consumer = (parts: ConsumerParts): Consumer => {
  const { handle, progress, lag, timers, linger, changed, isStopped, handled } = parts;
  let isHandling = false;

  const hasEverything = (subscription: Subscription): boolean =>
    subscription.isLive() &&
    subscription.isEmpty() &&
    subscription.ended() === undefined &&
    !isHandling &&
    !lag.isMissing(progress.position());

  const noteComplete = (subscription: Subscription): void => {
    if (hasEverything(subscription)) lag.complete(progress.position(), timers.now());
  };

  const give = async (
    subscription: Subscription,
    { events, position, caughtUp }: Buffered,
  ): Promise<void> => {
    const before = progress.position();
    if (position !== undefined && position > (before ?? '')) {
      // Until these arrived, nothing was missing.
      if (subscription.isLive() && !caughtUp && !lag.isMissing(before))
        lag.complete(before, subscription.waitingSince());
      isHandling = true;
      await handle({ events, position, caughtUp: subscription.isLive() });
      isHandling = false;
      progress.handled(position);
      handled();
    }
    if (caughtUp) progress.sawEnd();
    noteComplete(subscription);
  };

  const lingering = (subscription: Subscription): number =>
    subscription.isUrgent() ? 0 : Math.max(0, subscription.waitingSince() + linger - timers.now());

  const consume: Consumer['consume'] = async (subscription) => {
    while (!isStopped()) {
      if (subscription.isEmpty()) {
        const end = subscription.ended();
        if (end !== undefined) return end;
        await changed.raised();
        continue;
      }
      const wait = lingering(subscription);
      if (wait > 0) await changed.raisedWithin(wait);
      else await give(subscription, subscription.drain());
    }
    return undefined;
  };

  return { consume, hasEverything, noteComplete };
};
