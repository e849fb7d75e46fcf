import { setImmediate as nextTurn } from 'node:timers/promises';
import { isCodedError } from '../../application/errors/coded-error.js';
import { reasonOf } from '../../application/errors/reason-of.js';
import { invalidStoreInput, storeError } from '../../application/errors/store-error.js';
import type {
  EventFeed,
  Feed,
  FeedHealth,
  FeedOptions,
  FeedState,
} from '../../application/ports/event-feed.js';
import type { EventStore, Page, Position } from '../../application/ports/event-store.js';
import { silentLogger, type Logger } from '../../application/ports/logger.js';
import type { Timers } from '../../application/ports/timers.js';
import { feedWaits } from './feed-waits.js';

/** How a polling feed batches and waits; times in milliseconds. */
export interface PollingTuning {
  /** Most events of one batch. */
  readonly batch: number;
  /** Pause after the end was met; each further one without an event is twice as long. */
  readonly firstPause: number;
  /** The longest pause between two looks at a store where nothing happens. */
  readonly longestPause: number;
  /** First pause after a fault; each further one in a row is twice as long. */
  readonly firstFaultPause: number;
  readonly longestFaultPause: number;
  /** Faults in a row after which the feed is degraded. */
  readonly degradedAfter: number;
}

const usualTuning: PollingTuning = {
  batch: 500,
  firstPause: 25,
  longestPause: 1_000,
  firstFaultPause: 100,
  longestFaultPause: 10_000,
  degradedAfter: 3,
};

export interface PollingFeedParts {
  readonly store: Pick<EventStore, 'readAll'>;
  readonly timers: Timers;
  readonly logger?: Logger;
  readonly tuning?: Partial<PollingTuning>;
}

/** A feed that looks for new events itself. */
export interface PollingFeed extends EventFeed {
  /** Says that events were stored: feeds that rest look at once. */
  readonly wake: () => void;
}

/** Faults of a read that reading again does not mend. */
const lasting: ReadonlySet<string> = new Set([
  'store-corrupt',
  'event-damaged',
  'store-altered',
  'store-foreign',
  'store-newer',
  'store-closed',
  'read-invalid',
]);

interface SubscribeParts extends Required<Omit<PollingFeedParts, 'tuning'>> {
  readonly tuning: PollingTuning;
  readonly onWake: (wake: () => void) => () => void;
}

const subscribe = (parts: SubscribeParts, { after, prefixes, handle }: FeedOptions): Feed => {
  const { store, timers, logger, tuning, onWake } = parts;
  const waits = feedWaits();
  let position: Position | undefined = after;
  let state: FeedState = 'connecting';
  /** Reads begun, and the last of them that met the end of the store with everything handled. */
  let reads = 0;
  let metEndBy = 0;
  let completeAt: number | undefined;
  let idlePause = tuning.firstPause;
  let faultsInRow = 0;
  let restarts = 0;
  let lastError: FeedHealth['lastError'];
  let isWoken = false;
  let endRest: () => void = () => undefined;
  let wakeRest: () => void = () => undefined;
  let closing: Promise<void> | undefined;

  const wake = (): void => {
    isWoken = true;
    wakeRest();
  };
  const forget = onWake(wake);
  const wasWoken = (): boolean => isWoken;
  const isOver = (): boolean => state === 'closed' || state === 'failed';
  const note = (error: unknown, fallback: string): void => {
    lastError = { code: isCodedError(error) ? error.code : fallback, message: reasonOf(error) };
  };

  const fail = (error: unknown, fallback: string): void => {
    waits.end(error);
    // The caller that closed the feed during a batch hears of its fault from the handler.
    if (isOver()) return;
    state = 'failed';
    note(error, fallback);
    logger.error('feed failed', { ...lastError });
  };

  const rest = (milliseconds: number, isWakeable: boolean): Promise<void> =>
    new Promise((resolve) => {
      const takeBack = timers.after(milliseconds, () => endRest());
      endRest = () => {
        takeBack();
        endRest = wakeRest = () => undefined;
        resolve();
      };
      wakeRest = isWakeable ? endRest : () => undefined;
    });

  const restAfterFault = async (error: unknown): Promise<void> => {
    faultsInRow += 1;
    restarts += 1;
    state = 'waiting';
    note(error, 'store-failed');
    const pause = Math.min(tuning.longestFaultPause, tuning.firstFaultPause * 2 ** (faultsInRow - 1));
    logger.warn('feed dropped', { ...lastError, pause, faultsInRow });
    if (lastError?.code === 'store-denied') waits.refuse(error);
    await rest(pause, false);
  };

  const read = async (): Promise<Page | undefined> => {
    reads += 1;
    isWoken = false;
    try {
      const { batch: limit } = tuning;
      return await store.readAll({ limit, prefixes, ...(position !== undefined && { after: position }) });
    } catch (error) {
      if (isOver()) return undefined;
      if (isCodedError(error) && lasting.has(error.code)) fail(error, error.code);
      else await restAfterFault(error);
      return undefined;
    }
  };

  /** Whether the page brought the feed on. */
  const give = async ({ events, next, caughtUp }: Page): Promise<boolean> => {
    if (next === undefined || next === position) return false;
    await handle({ events, position: next, caughtUp });
    position = next;
    return true;
  };

  const settle = async (page: Page, hasMoved: boolean): Promise<void> => {
    faultsInRow = 0;
    if (hasMoved) idlePause = tuning.firstPause;
    if (page.caughtUp) {
      metEndBy = reads;
      completeAt = timers.now();
    }
    if (!isOver()) state = page.caughtUp ? 'live' : 'catching-up';
    waits.look();
    // History is read page by page without a pause, but timers and sockets have their turn in between.
    if (!page.caughtUp) await nextTurn();
    else if (!wasWoken() && !isOver()) {
      await rest(idlePause, true);
      if (!wasWoken()) idlePause = Math.min(tuning.longestPause, idlePause * 2);
    }
  };

  const run = async (): Promise<void> => {
    while (!isOver()) {
      const page = await read();
      if (page === undefined || isOver()) continue;
      try {
        await settle(page, await give(page));
      } catch (error) {
        fail(error, 'handler-failed');
      }
    }
  };
  // A read that begins after this turn sees what the caller stored before it.
  const running = Promise.resolve().then(run).finally(forget);

  const close = async (): Promise<void> => {
    if (state !== 'failed') state = 'closed';
    endRest();
    await running;
    // Only now: a caller that waits for a batch that could not be handled hears why.
    waits.end(storeError('store-closed'));
  };

  const caughtUp = (): Promise<void> => {
    const seen = reads;
    wake();
    return waits.until(`end ${String(seen)}`, () => metEndBy > seen);
  };

  const lagSeconds = (): number | null => {
    if (state === 'live') return 0;
    return completeAt === undefined ? null : (timers.now() - completeAt) / 1_000;
  };

  return {
    health: () => ({
      state,
      position,
      lagBytes: null,
      lagSeconds: lagSeconds(),
      restarts,
      faultsInRow,
      degraded: faultsInRow >= tuning.degradedAfter,
      lastError,
    }),
    caughtUp,
    ready: caughtUp,
    reached: (wanted) => {
      if (position === undefined || position < wanted) wake();
      return waits.until(wanted, () => position !== undefined && position >= wanted);
    },
    close: () => (closing ??= close()),
  };
};

/**
 * Follows any store by reading on from where it is: history page by page, then at pauses that grow while nothing comes.
 * `caughtUp` ends when everything is handled that was stored before it was called. Nothing runs, and no timer waits,
 * before `subscribe` and after its `close`. Goes on through faults of the store that may pass; an event that cannot be
 * read, a closed store and a position of another store (`read-invalid`) end it. Throws `read-invalid` where no prefix
 * is given.
 */
export const pollingFeed = ({ tuning, logger = silentLogger, ...parts }: PollingFeedParts): PollingFeed => {
  const wakers = new Set<() => void>();
  const onWake = (wake: () => void) => {
    wakers.add(wake);
    return () => wakers.delete(wake);
  };
  return {
    subscribe: (options) => {
      if (options.prefixes.length === 0)
        throw invalidStoreInput(
          'read-invalid',
          { at: 'prefixes' },
          { es: 'hace falta uno al menos', en: 'at least one is needed' },
        );
      return subscribe({ ...parts, logger, tuning: { ...usualTuning, ...tuning }, onWake }, options);
    },
    wake: () => {
      for (const wake of wakers) wake();
    },
  };
};
