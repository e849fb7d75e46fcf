import type { Position, StoredEvent } from '../../../application/ports/event-store.js';
import type { LiveSubscription, ResolvedEvent } from '../client.js';

/** What was in the buffer: the events, how far the log holds nothing else, and whether its end was met by then. */
export interface Buffered {
  readonly events: readonly StoredEvent[];
  /** Absent where nothing is known yet of a log that is read from its beginning. */
  readonly position: Position | undefined;
  readonly caughtUp: boolean;
}

/** What arrived and waits to be handled, in the order of the log. */
export interface EventBuffer {
  /** An event of ours, or none where only a position was passed. Ignored unless its position is after the last one. */
  readonly add: (position: Position, event?: StoredEvent) => void;
  /** Everything before this arrived, and the log ended there. */
  readonly addEnd: () => void;
  /** The subscription fell behind again. */
  readonly removeEnd: () => void;
  readonly drain: () => Buffered;
  /** How many events wait. */
  readonly length: () => number;
  readonly isEmpty: () => boolean;
  readonly hasEnd: () => boolean;
  /** The position up to which everything arrived. */
  readonly last: () => Position | undefined;
}

/** A buffer of what comes after a position: nothing up to there gets into it. */
export const eventBufferAfter = (after: Position | undefined): EventBuffer => {
  let events: StoredEvent[] = [];
  let last = after;
  let drained = after;
  let caughtUp = false;

  return {
    add: (position, event) => {
      if (last !== undefined && position <= last) return;
      last = position;
      if (event !== undefined) events.push(event);
    },
    addEnd: () => {
      caughtUp = true;
    },
    removeEnd: () => {
      caughtUp = false;
    },
    drain: () => {
      const all: Buffered = { events, position: last, caughtUp };
      events = [];
      drained = last;
      caughtUp = false;
      return all;
    },
    length: () => events.length,
    isEmpty: () => last === drained && !caughtUp,
    hasEnd: () => caughtUp,
    last: () => last,
  };
};

interface PumpOptions {
  /** Whether another event may be asked for. */
  readonly hasRoom: () => boolean;
  readonly arrived: (resolved: ResolvedEvent) => void;
  /** The next event was asked for. */
  readonly asked: () => void;
  readonly isOver: () => boolean;
  /** The subscription has no more. */
  readonly over: (error: unknown) => void;
}

export interface Pump {
  /** Whether the subscription owes an event, and no event waits for room. */
  readonly isAsking: () => boolean;
  /** To be called when room was made, or when the subscription is over. */
  readonly resume: () => void;
}

/** Reads one event after another from a subscription while there is room for it; the server waits meanwhile. */
export const pump = (subscription: LiveSubscription, options: PumpOptions): Pump => {
  const { hasRoom, arrived, asked, isOver, over } = options;
  let isAsking = false;
  let resume: () => void = () => undefined;

  const run = async (): Promise<void> => {
    const iterator = subscription[Symbol.asyncIterator]();
    while (!isOver()) {
      if (!hasRoom()) {
        await new Promise<void>((resolve) => (resume = resolve));
        continue;
      }
      const next = iterator.next();
      isAsking = true;
      asked();
      const result = await next;
      isAsking = false;
      if (result.done === true) over(undefined);
      else if (!isOver()) arrived(result.value);
    }
  };
  run().catch(over);

  return {
    isAsking: () => isAsking,
    resume: () => {
      resume();
    },
  };
};

/** What a subscription said of the log while events that it gave before were still on their way to the buffer. */
export interface Announcement {
  /** The server considered everything up to here. */
  readonly position: Position | undefined;
  readonly caughtUp: boolean;
}

export interface PendingAnnouncement {
  /** The server considered everything up to here. Ignored unless it is after the last one. */
  readonly checkpoint: (position: Position) => void;
  readonly caughtUp: () => void;
  readonly fellBehind: () => void;
  /** The position of the last checkpoint that is still pending. */
  readonly position: () => Position | undefined;
  /** To be called whenever an event arrived or was asked for: accepts what is pending if nothing is under way. */
  readonly check: () => void;
}

interface StreamState {
  /** Whether the next event was asked for and the client's own buffer has none. */
  readonly isDrained: () => boolean;
  /** How many events arrived. */
  readonly arrivals: () => number;
}

// From the client's stream to us a value takes a few turns of the microtask queue, four as of Node 24.
const turnsUnderWay = 32;

/**
 * A checkpoint, or `caughtUp`, is told when it enters the client's stream, ahead of up to sixteen events that wait there
 * (reference: fact 0.11). It is accepted when all of those have arrived.
 */
export const pendingAnnouncement = (
  stream: StreamState,
  accept: (announcement: Announcement) => void,
): PendingAnnouncement => {
  let pending: Announcement | undefined;
  let isChecking = false;

  const settle = async (): Promise<void> => {
    while (pending !== undefined && stream.isDrained()) {
      const before = stream.arrivals();
      for (let turn = 0; turn < turnsUnderWay; turn += 1) await Promise.resolve();
      if (!stream.isDrained() || stream.arrivals() !== before) continue;
      const announcement = pending;
      pending = undefined;
      accept(announcement);
    }
  };

  const check = (): void => {
    if (pending === undefined || isChecking) return;
    isChecking = true;
    void settle().finally(() => {
      isChecking = false;
    });
  };

  return {
    checkpoint: (position) => {
      const older = pending?.position;
      if (older !== undefined && position <= older) return;
      pending = { position, caughtUp: pending?.caughtUp ?? false };
      check();
    },
    caughtUp: () => {
      pending = { position: pending?.position, caughtUp: true };
      check();
    },
    fellBehind: () => {
      if (pending !== undefined) pending = { ...pending, caughtUp: false };
    },
    position: () => pending?.position,
    check,
  };
};
