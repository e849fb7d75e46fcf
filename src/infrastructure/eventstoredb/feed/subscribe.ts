import type { Position } from '../../../application/ports/event-store.js';
import type { EventStoreDbClient, LiveSubscription } from '../client.js';
import { placeOf, positionOf } from '../place.js';
import { prefixFilter } from '../prefix-filter.js';

/** What a subscription tells besides its events. None of them may throw: the subscription would stall for good. */
export interface SubscriptionSignals {
  readonly confirmed: () => void;
  /** The server considered everything up to here, and may have said so before. */
  readonly checkpoint: (position: Position) => void;
  readonly metEnd: () => void;
  readonly fellBehind: () => void;
  readonly over: (error: unknown) => void;
}

/** Subscribes to all streams whose names begin with one of the prefixes, after a position. */
export const subscribe = (
  client: EventStoreDbClient,
  after: Position | undefined,
  prefixes: readonly string[],
  signals: SubscriptionSignals,
): LiveSubscription => {
  const subscription = client.subscribeToAll({
    fromPosition: after === undefined ? 'start' : placeOf(after),
    filter: {
      ...prefixFilter(prefixes),
      checkpointReached: (_, place) => {
        signals.checkpoint(positionOf(place));
        return Promise.resolve();
      },
    },
  });
  const overWithoutError = (): void => {
    signals.over(undefined);
  };
  subscription.on('confirmation', signals.confirmed);
  subscription.on('caughtUp', signals.metEnd);
  subscription.on('fellBehind', signals.fellBehind);
  subscription.on('error', signals.over);
  subscription.on('end', overWithoutError);
  subscription.on('close', overWithoutError);
  return subscription;
};
