import { isCodedError } from '../errors/coded-error.js';
import { reasonOf } from '../errors/reason-of.js';
import { storeError } from '../errors/store-error.js';
import type { EventFeed, Feed, FeedHealth, FeedState } from '../ports/event-feed.js';
import type { EventStore, Position, StoredEvent } from '../ports/event-store.js';
import type { Logger } from '../ports/logger.js';
import type { Timers } from '../ports/timers.js';

/** Events of a store in their order, none of them before what was consumed already, and how far the store was read. */
export interface NewEvents {
  readonly events: readonly StoredEvent[];
  readonly position: Position;
}

export interface FeedConsumerParts {
  readonly name: string;
  readonly store: Pick<EventStore, 'readAll'>;
  readonly feed: EventFeed;
  readonly prefixes: readonly string[];
  /** Events of other types are passed over. */
  readonly types: readonly string[];
  readonly timers: Timers;
  readonly logger: Logger;
  /** Whether the program closes: a run that has more than a page to read ends with `store-closed`. */
  readonly isClosing?: () => boolean;
  /** Where it stopped the last time. */
  readonly checkpoint: () => Promise<Position | undefined>;
  /** Where it fails it is given the same events again, later. */
  readonly consume: (events: NewEvents) => Promise<void>;
}

/** How a consumer does; asks the store nothing. */
export interface ConsumerHealth {
  /** Which consumer it is, for logs and monitors. */
  readonly name: string;
  /** `stopped`: it was not started; it may still be run. `waiting`: after a fault, until it tries again. */
  readonly state: FeedState | 'stopped';
  /** Everything up to here is done; absent before the first event, and before it was run. */
  readonly position: Position | undefined;
  /** Bytes behind the end of the store, as last looked at; null where that cannot be known. */
  readonly lagBytes: number | null;
  /** Seconds since it last knew that it had everything; 0 while it does, null before that. */
  readonly lagSeconds: number | null;
  /** The last fault, until what failed was done; absent where there was none. */
  readonly lastError: { readonly code: string; readonly message: string } | undefined;
}

/** Does something for every event of a store, in order and at least once, from a checkpoint on. */
export interface FeedConsumer {
  /** Subscribes from now on, through faults; again, where the subscription had failed. Ends at once. */
  readonly start: () => void;
  /** Ends when what is under way is done; what was not begun is left for the next time. */
  readonly stop: () => Promise<void>;
  /** Ends when everything is consumed that was stored before. Throws what hinders it. */
  readonly catchUp: () => Promise<void>;
  readonly health: () => ConsumerHealth;
}

const firstPause = 1_000;
const longestPause = 30_000;
const pageSize = 500;

const stopped = (): Error => new Error('stopped');

export const feedConsumer = (parts: FeedConsumerParts): FeedConsumer => {
  const { name, store, feed, prefixes, types, timers, logger, checkpoint, consume, isClosing } = parts;
  const wanted = new Set(types);
  let position: Position | undefined;
  let isPlaced = false;
  let last: Promise<unknown> = Promise.resolve();
  let live: Feed | undefined;
  let starting: Promise<void> | undefined;
  let isStopping = false;
  let wake = (): void => undefined;
  let lastError: FeedHealth['lastError'];

  /** One at a time: a run that was asked for and the subscription do not overtake each other. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };

  const noted = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
      lastError = undefined;
    } catch (fault) {
      const code = isCodedError(fault) ? fault.code : 'process-failed';
      lastError = { code, message: reasonOf(fault) };
      logger.warn('process waits', { process: name, code });
      throw fault;
    }
  };

  const place = async (): Promise<void> => {
    if (isPlaced) return;
    position = await checkpoint();
    isPlaced = true;
  };

  const isNew = (other: Position): boolean => position === undefined || other > position;

  const take = async (batch: NewEvents): Promise<void> => {
    if (!isNew(batch.position)) return;
    const events = batch.events.filter((event) => wanted.has(event.type) && isNew(event.position));
    await consume({ events, position: batch.position });
    position = batch.position;
  };

  const catchUp = async (): Promise<void> => {
    await place();
    for (;;) {
      const after = position === undefined ? undefined : { after: position };
      const page = await store.readAll({ limit: pageSize, prefixes, types, ...after });
      if (page.next !== undefined) await take({ events: page.events, position: page.next });
      if (page.caughtUp || page.next === undefined) return;
      if (isClosing?.() === true) throw storeError('store-closed');
    }
  };

  const hasToStop = (): boolean => isStopping;

  const rest = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = timers.after(milliseconds, resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });

  /** Again and again until it is done: later each time, and no longer once it is to stop. */
  const persistently = async (work: () => Promise<void>): Promise<void> => {
    for (let pause = firstPause; !isStopping; pause = Math.min(pause * 2, longestPause)) {
      try {
        await inTurn(() => noted(work));
        return;
      } catch {
        if (!hasToStop()) await rest(pause);
      }
    }
    throw stopped();
  };

  const subscribe = async (): Promise<void> => {
    await persistently(place);
    if (isStopping) return;
    live = feed.subscribe({
      prefixes,
      ...(position === undefined ? undefined : { after: position }),
      handle: (batch) => persistently(() => take(batch)),
    });
  };

  const stateOf = (state: FeedState): FeedState => (lastError === undefined ? state : 'waiting');

  return {
    start: () => {
      const failed = live?.health().state === 'failed' ? live : undefined;
      if (starting !== undefined && failed === undefined) return;
      isStopping = false;
      live = undefined;
      starting = (failed === undefined ? subscribe() : failed.close().then(subscribe)).catch(() => undefined);
    },
    stop: async () => {
      isStopping = true;
      wake();
      await starting;
      starting = undefined;
      const ended = live;
      live = undefined;
      await ended?.close();
      await last;
    },
    catchUp: () => inTurn(() => noted(catchUp)),
    health: () => {
      const now = live?.health();
      return {
        name,
        state: now === undefined ? 'stopped' : stateOf(now.state),
        position,
        lagBytes: now?.lagBytes ?? null,
        lagSeconds: now?.lagSeconds ?? null,
        lastError: lastError ?? now?.lastError,
      };
    },
  };
};
