import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { storeError } from '../../../src/application/errors/store-error.js';
import type { EventFeed, Feed, FeedBatch, FeedOptions } from '../../../src/application/ports/event-feed.js';
import type { EventStore } from '../../../src/application/ports/event-store.js';
import type { Timers } from '../../../src/application/ports/timers.js';
import { memoryEventStore } from '../../../src/infrastructure/memory/index.js';
import {
  pollingFeed,
  type PollingFeedParts,
  type PollingTuning,
} from '../../../src/infrastructure/shared/polling-feed.js';
import { systemTimers } from '../../../src/infrastructure/shared/system/system-timers.js';
import { sqliteEventStore } from '../../../src/infrastructure/sqlite/index.js';
import { sampler } from '../../../src/testing/event-store-contract/samples.js';
import { manualTimers } from '../../support/manual-timers.js';
import { proof } from '../../support/proof.js';

interface Follow extends Partial<FeedOptions> {
  readonly tuning?: Partial<PollingTuning>;
  readonly timers?: Timers;
}

const opened: { readonly close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

const turns = async (count = 50): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** A store that is written and followed, and what its feeds gave. */
/** A store with a polling feed, whose feeds look at once when something is appended through it. */
const withPollingFeed = (
  store: EventStore,
  parts: Omit<PollingFeedParts, 'store'>,
): EventStore & EventFeed => {
  const { subscribe, wake } = pollingFeed({ ...parts, store });
  return {
    ...store,
    append: async (request) => {
      const outcome = await store.append(request);
      if (outcome.kind === 'appended') wake();
      return outcome;
    },
    subscribe,
  };
};

const served = (store: EventStore) => {
  opened.push(store);
  const next = sampler();
  const appended: string[] = [];
  const append = async (into: EventStore, stream: string, count = 1): Promise<string> => {
    const request = next(stream, 'any', count);
    const outcome = await into.append(request);
    if (outcome.kind === 'conflict') throw new Error('not where it was');
    if (stream.startsWith('complaint-')) appended.push(...request.events.map(({ id }) => id));
    return outcome.position;
  };
  const follow = ({ tuning, timers = systemTimers, handle, ...options }: Follow = {}, from = store) => {
    const feeding = withPollingFeed(from, { timers, ...(tuning && { tuning }) });
    const batches: FeedBatch[] = [];
    const feed: Feed = feeding.subscribe({
      prefixes: ['complaint-'],
      handle: async (batch) => {
        await handle?.(batch);
        batches.push(batch);
      },
      ...options,
    });
    opened.push(feed);
    const ids = () => batches.flatMap(({ events }) => events.map(({ id }) => id));
    return { feed, feeding, batches, ids };
  };
  return { store, append, appended, follow };
};

/** Fails each read for as long as it is told to. */
const failing = (store: EventStore) => {
  let fault: Error | undefined;
  let reads = 0;
  return {
    reads: () => reads,
    fail: (error: Error | undefined) => {
      fault = error;
    },
    store: {
      ...store,
      readAll: (options: Parameters<EventStore['readAll']>[0]) => {
        reads += 1;
        return fault === undefined ? store.readAll(options) : Promise.reject(fault);
      },
    },
  };
};

const stores: readonly (readonly [string, () => EventStore])[] = [
  ['memory', () => memoryEventStore()],
  ['sqlite', () => sqliteEventStore({ path: ':memory:' })],
];

describe.each(stores)('a polling feed over a store in %s', (_name, make) => {
  it('gives history and news by one path, says that it met the end, and leaves other streams out', async () => {
    const { store, append, appended, follow } = served(make());
    await append(store, 'complaint-1', 300);
    await append(store, 'invoice-1', 10);
    await append(store, 'complaint-2', 3);
    const { feed, feeding, batches, ids } = follow({ tuning: { batch: 100 } });
    await feed.caughtUp();
    expect(ids()).toEqual(appended);
    expect(feed.health()).toMatchObject({ state: 'live', lagSeconds: 0, lastError: undefined });
    const position = await append(feeding, 'complaint-1', 2);
    await feed.reached(position);
    expect(ids()).toEqual(appended);
    expect(batches.at(-1)).toMatchObject({ position, caughtUp: true });
  });

  it('begun after any position that it has given, it loses nothing and gives nothing twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            stream: fc.constantFrom('complaint-1', 'complaint-2', 'invoice-1'),
            count: fc.integer({ min: 1, max: 9 }),
          }),
          { maxLength: 12 },
        ),
        fc.integer({ min: 1, max: 7 }),
        async (appends, batch) => {
          const { store, append, appended, follow } = served(make());
          for (const { stream, count } of appends) await append(store, stream, count);
          const first = follow({ tuning: { batch } });
          await first.feed.caughtUp();
          expect(first.ids()).toEqual(appended);
          for (const [at, { position }] of first.batches.entries()) {
            const before = first.batches.slice(0, at + 1).flatMap(({ events }) => events);
            const rest = follow({ after: position });
            await rest.feed.caughtUp();
            expect([...before.map(({ id }) => id), ...rest.ids()]).toEqual(appended);
          }
        },
      ),
      proof(10),
    );
  });

  it('has caught up only with what was stored before it was asked, also where it had met the end before', async () => {
    const { store, append, appended, follow } = served(make());
    const { feed, ids } = follow({ tuning: { firstPause: 600_000 } });
    await feed.caughtUp();
    await append(store, 'complaint-1', 3);
    await feed.caughtUp();
    expect(ids()).toEqual(appended);
  });
});

describe('a polling feed', () => {
  it('looks at once when something is appended through its store', async () => {
    const timers = manualTimers();
    const { append, appended, follow } = served(memoryEventStore());
    const { feed, feeding, ids } = follow({ timers });
    await feed.caughtUp();
    const position = await append(feeding, 'complaint-1');
    await feed.reached(position);
    expect(ids()).toEqual(appended);
    expect(timers.now()).toBe(0);
  });

  it('looks ever more seldom while nothing comes, and often again after an event', async () => {
    const timers = manualTimers();
    const { store, append, ids, feed, reads } = (() => {
      const { store: inner, append: add, follow } = served(memoryEventStore());
      const watched = failing(inner);
      return {
        store: inner,
        append: add,
        ...follow({ timers, tuning: { firstPause: 10, longestPause: 80 } }, watched.store),
        reads: watched.reads,
      };
    })();
    await feed.caughtUp();
    await turns();
    const pauses: (number | undefined)[] = [];
    for (let round = 0; round < 5; round += 1) {
      const [pause] = timers.waits();
      pauses.push(pause);
      timers.pass(pause ?? 0);
      await turns();
    }
    expect(pauses).toEqual([10, 20, 40, 80, 80]);
    await append(store, 'complaint-1');
    timers.pass(80);
    await turns();
    expect(ids()).toHaveLength(1);
    expect(timers.waits()).toEqual([10]);
    expect(reads()).toBeGreaterThan(6);
  });

  it('has no timer before it follows and none after it is closed', async () => {
    const timers = manualTimers();
    const { follow } = served(memoryEventStore());
    expect(timers.waits()).toEqual([]);
    const { feed } = follow({ timers });
    await feed.caughtUp();
    await turns();
    expect(timers.waits()).toHaveLength(1);
    await feed.close();
    expect(timers.waits()).toEqual([]);
    expect(feed.health().state).toBe('closed');
    await expect(feed.caughtUp()).rejects.toMatchObject({ code: 'store-closed' });
  });

  it('goes on through faults of the store, pauses longer after each, and is degraded after three', async () => {
    const timers = manualTimers();
    const { store, append, appended, follow } = served(memoryEventStore());
    await append(store, 'complaint-1', 4);
    const broken = failing(store);
    broken.fail(storeError('store-locked', { path: 'x' }));
    const { feed, ids } = follow({ timers, tuning: { firstFaultPause: 100 } }, broken.store);
    const caughtUp = feed.caughtUp();
    for (const pause of [100, 200, 400]) {
      await turns();
      expect(timers.waits()).toEqual([pause]);
      expect(feed.health()).toMatchObject({ state: 'waiting', lastError: { code: 'store-locked' } });
      timers.pass(pause);
    }
    await turns();
    expect(feed.health().degraded).toBe(true);
    broken.fail(undefined);
    timers.pass(800);
    await caughtUp;
    expect(ids()).toEqual(appended);
    expect(feed.health()).toMatchObject({ state: 'live', faultsInRow: 0, degraded: false, restarts: 4 });
  });

  it('ends where an event cannot be read: reading again would not mend it', async () => {
    const { store, follow } = served(memoryEventStore());
    const broken = failing(store);
    broken.fail(storeError('store-corrupt', { reason: 'body' }));
    const { feed } = follow({}, broken.store);
    await expect(feed.caughtUp()).rejects.toMatchObject({ code: 'store-corrupt' });
    expect(feed.health()).toMatchObject({ state: 'failed', lastError: { code: 'store-corrupt' } });
  });

  it('ends with the fault of its handler, and passes no position over before its batch is done', async () => {
    const { store, append, follow } = served(memoryEventStore());
    await append(store, 'complaint-1', 5);
    const fault = new Error('no room for rows');
    const { feed, ids } = follow({ handle: () => Promise.reject(fault) });
    await expect(feed.caughtUp()).rejects.toBe(fault);
    expect(ids()).toEqual([]);
    expect(feed.health()).toMatchObject({ state: 'failed', position: undefined });
  });

  it('gives no batch before the last is done, and its close waits for the one under way', async () => {
    const { store, append, follow } = served(memoryEventStore());
    await append(store, 'complaint-1', 9);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    let given = 0;
    const { feed } = follow({
      tuning: { batch: 3 },
      handle: async () => {
        given += 1;
        await promise;
      },
    });
    await turns();
    expect(given).toBe(1);
    let isClosed = false;
    const closing = feed.close().then(() => {
      isClosed = true;
    });
    await turns();
    expect(isClosed).toBe(false);
    resolve(undefined);
    await closing;
    expect(given).toBe(1);
  });

  it('refuses no prefix at all, and a position of another store', async () => {
    const { follow } = served(memoryEventStore());
    expect(() => follow({ prefixes: [] })).toThrow(expect.objectContaining({ code: 'read-invalid' }));
    const { feed } = follow({ after: 'elsewhere' });
    await expect(feed.caughtUp()).rejects.toMatchObject({ code: 'read-invalid' });
  });
});
