import { setTimeout as pause } from 'node:timers/promises';
import { storeError } from '../../application/errors/store-error.js';
import type { JsonObject } from '../../domain/kernel/json.js';

/** A part that may be used until it is closed. */
export interface UntilClosed {
  /** Throws `store-closed` after `close()`. */
  readonly using: <Result>(work: () => Result | Promise<Result>) => Promise<Result>;
  readonly isClosed: () => boolean;
  /** Ends when everything that was begun before has its outcome, and the end was come to. */
  readonly close: () => Promise<void>;
}

interface ClosingParts {
  /** Stops what would go on by itself; called at once by `close()`. */
  readonly stop?: (() => Promise<void>) | undefined;
  /** Called after the last use. */
  readonly end?: () => void | Promise<void>;
  /** Details of `store-closed`. */
  readonly details?: JsonObject;
}

export const untilClosed = ({ stop, end, details = {} }: ClosingParts): UntilClosed => {
  let underWay = 0;
  let drained: () => void = () => undefined;
  let closing: Promise<void> | undefined;

  const drain = async (): Promise<void> => {
    await stop?.();
    if (underWay > 0) await new Promise<void>((resolve) => (drained = resolve));
    await end?.();
  };

  return {
    using: async (work) => {
      if (closing !== undefined) throw storeError('store-closed', details);
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
        if (underWay === 0) drained();
      }
    },
    isClosed: () => closing !== undefined,
    close: () => (closing ??= drain()),
  };
};

/** The life of a store: opened on first use, drained on close, refused afterwards. */
export interface StoreLifecycle<Open> {
  /** Works on the open store. Opens it if need be; if that fails, the next use tries again. `store-closed` after `close()`. */
  readonly using: <Result>(work: (store: Open) => Result | Promise<Result>) => Promise<Result>;
  /** The store, if it is open and not about to be closed. What is begun on it this way, `shut` has to wait for. */
  readonly atHand: () => Open | undefined;
  readonly close: () => Promise<void>;
}

interface LifecycleParts<Open> {
  readonly open: () => Open | Promise<Open>;
  /** Called after the last use, if the store was opened. */
  readonly shut: (store: Open) => void | Promise<void>;
  /** Details of `store-closed`. */
  readonly details: JsonObject;
}

export const storeLifecycle = <Open>({ open, shut, details }: LifecycleParts<Open>): StoreLifecycle<Open> => {
  let store: Open | undefined;
  let opening: Promise<Open> | undefined;

  const opened = async (): Promise<Open> => {
    opening ??= (async () => open())();
    try {
      return (store = await opening);
    } catch (error) {
      opening = undefined;
      throw error;
    }
  };

  const { using, isClosed, close } = untilClosed({
    end: () => (store === undefined ? undefined : shut(store)),
    details,
  });

  return {
    using: (work) => using(async () => work(store ?? (await opened()))),
    atHand: () => (isClosed() ? undefined : store),
    close,
  };
};

/** Repeats work while another process holds it up. */
export type Retry = <Result>(work: () => Result) => Promise<Result>;

interface RetryParts {
  /** Milliseconds of pauses after which the fault is thrown. */
  readonly patience: number;
  /** Whether the work may succeed later. */
  readonly isRetryable: (error: unknown) => boolean;
  /** The fault as the caller is told it. */
  readonly faultOf: (error: unknown) => unknown;
}

const firstPause = 2;
const longestPause = 50;

/** Repeats synchronous work with growing pauses, in which the process does other things. Any other fault is thrown at once. */
export const retryFor =
  ({ patience, isRetryable, faultOf }: RetryParts): Retry =>
  async (work) => {
    let waited = 0;
    for (let next = firstPause; ; next = Math.min(next * 2, longestPause)) {
      try {
        return work();
      } catch (error) {
        if (!isRetryable(error) || waited >= patience) throw faultOf(error);
      }
      await pause(next);
      waited += next;
    }
  };
