import { isCodedError } from '../../src/application/errors/coded-error.js';
import type { EventFeed, Feed, FeedOptions, FeedState } from '../../src/application/ports/event-feed.js';
import type { EventStore, Position } from '../../src/application/ports/event-store.js';
import { reasonOf } from '../../src/application/errors/reason-of.js';
import { storeError } from '../../src/application/errors/store-error.js';

interface Waiter {
  readonly isOver: () => boolean;
  readonly resolve: () => void;
  readonly reject: (fault: unknown) => void;
}

const follower = (
  store: EventStore,
  { after, prefixes, handle }: FeedOptions,
  perBatch: number,
  listen: (wake: () => void) => () => void,
): Feed => {
  let position: Position | undefined = after;
  let state: FeedState = 'connecting';
  let met = false;
  let fault: unknown;
  let lastError: { readonly code: string; readonly message: string } | undefined;
  let waiting: Waiter[] = [];
  let woken = false;
  let hasRun = false;
  let wake = (): void => undefined;
  const forget = listen(() => {
    woken = true;
    wake();
  });

  const tell = (): void => {
    const over = state === 'failed' || hasRun;
    const told = waiting;
    waiting = [];
    for (const one of told)
      if (one.isOver()) one.resolve();
      else if (over) one.reject(fault ?? storeError('store-closed'));
      else waiting.push(one);
  };
  const until = (isOver: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      waiting.push({ isOver, resolve, reject });
      tell();
    });
  const isClosed = (): boolean => state === 'closed';

  const step = async (): Promise<boolean> => {
    woken = false;
    const from = position === undefined ? {} : { after: position };
    const page = await store.readAll({ ...from, limit: perBatch, prefixes });
    if (isClosed()) return true;
    if (page.next !== undefined && page.next !== position) {
      await handle({ events: page.events, position: page.next, caughtUp: page.caughtUp });
      position = page.next;
    }
    met ||= page.caughtUp;
    if (!isClosed()) state = page.caughtUp ? 'live' : 'catching-up';
    tell();
    return page.caughtUp;
  };

  const run = async (): Promise<void> => {
    try {
      while (!isClosed()) {
        const idle = await step();
        if (idle && !woken && !isClosed())
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    } catch (error) {
      fault = error;
      if (isClosed()) return;
      state = 'failed';
      lastError = { code: isCodedError(error) ? error.code : 'handler-failed', message: reasonOf(error) };
      tell();
    }
  };
  const ran = run();

  return {
    health: () => ({
      state,
      position,
      lagBytes: null,
      lagSeconds: state === 'live' ? 0 : null,
      restarts: 0,
      faultsInRow: 0,
      degraded: false,
      lastError,
    }),
    caughtUp: async () => {
      await until(() => met);
      const { events } = await store.readAll({
        limit: 10_000,
        prefixes,
        ...(position !== undefined && { after: position }),
      });
      const last = events.at(-1)?.position;
      if (last !== undefined) await until(() => position !== undefined && position >= last);
    },
    ready: () => until(() => met),
    reached: (wanted) => until(() => position !== undefined && position >= wanted),
    close: async () => {
      forget();
      if (state !== 'failed') state = 'closed';
      wake();
      await ran;
      hasRun = true;
      tell();
    },
  };
};

/** A store that tells of its events, page by page: what a server's subscription is to the adapter of it. */
export const withFeed = (
  store: EventStore,
  perBatch = 200,
): EventStore & EventFeed & { readonly feeds: () => number } => {
  const wakers = new Set<() => void>();
  return {
    capabilities: { inlineRows: false, commitOrder: true },
    read: (stream, options) => store.read(stream, options),
    readAll: (options) => store.readAll(options),
    head: () => store.head(),
    close: () => store.close(),
    append: async (request) => {
      const outcome = await store.append(request);
      for (const wake of wakers) wake();
      return outcome;
    },
    subscribe: (options) =>
      follower(store, options, perBatch, (wake) => {
        wakers.add(wake);
        return () => wakers.delete(wake);
      }),
    /** How many feeds are under way. */
    feeds: () => wakers.size,
  };
};
