import type { Position, StoredEvent } from '../../../application/ports/event-store.js';
import type { Timers } from '../../../application/ports/timers.js';
import type {
  EventStoreDbClient,
  LiveSubscription,
  LogPosition,
  RecordedEvent,
  ResolvedEvent,
} from '../client.js';
import { isOfServer } from '../envelope.js';
import { logPositionOf, positionOf } from '../log-position.js';
import { prefixFilter } from '../prefix-filter.js';
import { within } from '../timeout.js';
import { eventBufferAfter, pendingAnnouncement, pump, type Buffered } from './event-buffer.js';

/** Why a subscription is over. */
export type SubscriptionEnd =
  /** It ended, with an error or without one. */
  | { readonly kind: 'dropped'; readonly error: unknown }
  /** It was ended on suspicion, without a fault. */
  | { readonly kind: 'renewed' }
  /** It gave an event that cannot be read: a further attempt would give it again. */
  | { readonly kind: 'unreadable'; readonly error: unknown };

interface SubscriptionOptions {
  readonly after: Position | undefined;
  readonly prefixes: readonly string[];
  readonly decode: (record: RecordedEvent) => StoredEvent;
  /** Events that may wait; no more are asked for while as many do. */
  readonly capacity: number;
  readonly timers: Timers;
  readonly endTimeout: number;
  /** The first event arrived, or as many as may wait, or an end. */
  readonly changed: () => void;
  /** The server accepted the subscription. */
  readonly confirmed: () => void;
}

/** One subscription, from its opening to its end. */
export interface Subscription {
  readonly drain: () => Buffered;
  readonly isEmpty: () => boolean;
  /** Whether what arrived should be handled without waiting for more. */
  readonly isUrgent: () => boolean;
  /** When the first of the waiting events arrived. */
  readonly waitingSince: () => number;
  readonly isConfirmed: () => boolean;
  /** Milliseconds since the server accepted it; 0 before. */
  readonly confirmedFor: () => number;
  /** Whether it met the end of the log and did not fall behind since. */
  readonly isLive: () => boolean;
  /** Whether it gave any event. */
  readonly hasGivenEvents: () => boolean;
  /** The last position that arrived or was announced. */
  readonly seen: () => Position | undefined;
  /** Milliseconds since the server said anything; 0 while nothing is asked of it, because the handler is busy. */
  readonly silentFor: () => number;
  /** Assumes that nothing was missing up to now, for servers that never say `caughtUp`. */
  readonly assumeCaughtUp: () => void;
  readonly ended: () => SubscriptionEnd | undefined;
  readonly end: (why: SubscriptionEnd) => void;
  /** Ends the call; does not wait for that longer than `endTimeout`. */
  readonly close: () => Promise<void>;
}

/** What the client says besides events. No listener may throw: the subscription would stall for good. */
interface Listeners {
  readonly confirmed: () => void;
  /** The server considered everything up to here, and may have said so before. */
  readonly checkpoint: (position: Position) => void;
  readonly caughtUp: () => void;
  readonly fellBehind: () => void;
  readonly over: (error: unknown) => void;
}

const listenTo = (
  client: EventStoreDbClient,
  { after, prefixes }: SubscriptionOptions,
  listeners: Listeners,
): LiveSubscription => {
  const subscription = client.subscribeToAll({
    fromPosition: after === undefined ? 'start' : logPositionOf(after),
    filter: {
      ...prefixFilter(prefixes),
      checkpointReached: (_, position) => {
        listeners.checkpoint(positionOf(position));
        return Promise.resolve();
      },
    },
  });
  const overWithoutError = (): void => {
    listeners.over(undefined);
  };
  subscription.on('confirmation', listeners.confirmed);
  subscription.on('caughtUp', listeners.caughtUp);
  subscription.on('fellBehind', listeners.fellBehind);
  subscription.on('error', listeners.over);
  subscription.on('end', overWithoutError);
  subscription.on('close', overWithoutError);
  return subscription;
};

const positionIn = ({ event, link }: ResolvedEvent): LogPosition | undefined =>
  link?.position ?? event?.position;

/** The record, unless it is a link (whatever that points to) or one of the server's own. */
const recordIn = ({ event, link }: ResolvedEvent): RecordedEvent | undefined =>
  event === undefined || link !== undefined || isOfServer(event) ? undefined : event;

/** Subscribes to all streams whose names begin with one of the prefixes, after a position. */
export const openSubscription = (client: EventStoreDbClient, options: SubscriptionOptions): Subscription => {
  const { after, decode, capacity, timers, endTimeout, changed, confirmed } = options;
  const buffer = eventBufferAfter(after);
  let end: SubscriptionEnd | undefined;
  let confirmedAt: number | undefined;
  let isLive = false;
  let arrivals = 0;
  let heardAt = timers.now();
  let waitingSince = heardAt;

  const heard = (): void => {
    heardAt = timers.now();
  };

  const finish = (why: SubscriptionEnd): void => {
    if (end !== undefined) return;
    end = why;
    pumping.resume();
    changed();
  };

  const dropped = (error: unknown): void => {
    finish({ kind: 'dropped', error });
  };

  const adding = (add: () => void): void => {
    const wasEmpty = buffer.isEmpty();
    add();
    if (wasEmpty) waitingSince = timers.now();
    if (wasEmpty || buffer.hasEnd() || buffer.length() >= capacity) changed();
  };

  const arrived = (resolved: ResolvedEvent): void => {
    arrivals += 1;
    heard();
    const record = recordIn(resolved);
    const logPosition = positionIn(resolved);
    try {
      const event = record && decode(record);
      const position = event?.position ?? (logPosition && positionOf(logPosition));
      if (position === undefined) return;
      adding(() => {
        buffer.add(position, event);
      });
    } catch (error) {
      finish({ kind: 'unreadable', error });
    }
  };

  const subscription = listenTo(client, options, {
    confirmed: () => {
      heard();
      confirmedAt ??= heardAt;
      confirmed();
    },
    checkpoint: (position) => {
      heard();
      if (position > (buffer.last() ?? '')) announced.checkpoint(position);
    },
    caughtUp: () => {
      heard();
      announced.caughtUp();
    },
    fellBehind: () => {
      heard();
      isLive = false;
      buffer.removeEnd();
      announced.fellBehind();
    },
    over: dropped,
  });

  const announced = pendingAnnouncement(
    {
      isDrained: () => pumping.isAsking() && end === undefined && subscription.readableLength === 0,
      arrivals: () => arrivals,
    },
    ({ position, caughtUp }) => {
      adding(() => {
        if (position !== undefined) buffer.add(position);
        if (caughtUp) buffer.addEnd();
      });
    },
  );

  const pumping = pump(subscription, {
    hasRoom: () => buffer.length() < capacity,
    arrived,
    asked: announced.check,
    isOver: () => end !== undefined,
    over: dropped,
  });

  return {
    drain: () => {
      const buffered = buffer.drain();
      if (buffered.caughtUp) isLive = true;
      if (!pumping.isAsking()) heard();
      pumping.resume();
      return buffered;
    },
    isEmpty: buffer.isEmpty,
    isUrgent: () => isLive || buffer.hasEnd() || buffer.length() >= capacity || end !== undefined,
    waitingSince: () => waitingSince,
    isConfirmed: () => confirmedAt !== undefined,
    confirmedFor: () => (confirmedAt === undefined ? 0 : timers.now() - confirmedAt),
    isLive: () => isLive,
    hasGivenEvents: () => arrivals > 0,
    seen: () => {
      const [arrivedUpTo, announcedUpTo] = [buffer.last(), announced.position()];
      return announcedUpTo !== undefined && announcedUpTo > (arrivedUpTo ?? '') ? announcedUpTo : arrivedUpTo;
    },
    silentFor: () => (pumping.isAsking() ? timers.now() - heardAt : 0),
    assumeCaughtUp: announced.caughtUp,
    ended: () => end,
    end: finish,
    close: async () => {
      finish({ kind: 'renewed' });
      const unsubscribed = (async () => subscription.unsubscribe())();
      await within(timers, endTimeout, unsubscribed).catch(() => undefined);
    },
  };
};
