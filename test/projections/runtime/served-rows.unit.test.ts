import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '../../../src/application/ports/event-store.js';
import type { Logger } from '../../../src/application/ports/logger.js';
import type { ProjectedRows } from '../../../src/application/ports/projected-rows.js';
import { storeError } from '../../../src/application/errors/store-error.js';
import { freshRows } from '../../../src/queries/fresh-rows.js';
import { storedEvent } from '../../../src/infrastructure/eventstoredb/envelope.js';
import { eventStoreDbFeed } from '../../../src/infrastructure/eventstoredb/feed/event-store-db-feed.js';
import { memoryProjectedRows } from '../../../src/infrastructure/memory/index.js';
import { createProjector } from '../../../src/projections/runtime/projector.js';
import { streamCounts } from '../../../src/testing/event-store-contract/inline-samples.js';
import { positionAt, recordAt } from '../../infrastructure/eventstoredb/feed/scripted/records.js';
import { scriptedClient } from '../../infrastructure/eventstoredb/feed/scripted/scripted-client.js';
import { steppedTimers } from '../../infrastructure/eventstoredb/feed/scripted/stepped-timers.js';

/** Rows that fail with these before they follow. */
const failing = (...faults: Error[]): ProjectedRows => {
  const kept = memoryProjectedRows({ projections: [streamCounts()] });
  return {
    ...kept,
    project: async (after, batch, refs) => {
      const fault = faults.shift();
      if (fault !== undefined) throw fault;
      await kept.project(after, batch, refs);
    },
  };
};

const records = [1, 2, 3].map((commit) => recordAt(commit));
const stored: readonly StoredEvent[] = records.map((record) => storedEvent(record));

/** Rows on the feed that a host has, started; only its server and its time are the test's. */
const served = async (rows: ProjectedRows) => {
  const timers = steppedTimers();
  const scripted = scriptedClient();
  const said: string[] = [];
  const say = (level: string) => (message: string) => void said.push(`${level}: ${message}`);
  const logger: Logger = { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') };
  const slot = {
    client: () => Promise.resolve(scripted.client),
    isInUse: () => true,
    discard: () => undefined,
  };
  const projector = createProjector({
    feed: eventStoreDbFeed({
      slot,
      timers,
      random: () => 1,
      logger,
      newest: () => Promise.resolve(undefined),
    }),
    store: {
      read: (_, { from = 0 } = {}) => Promise.resolve(stored.filter(({ revision }) => revision === from)),
    },
    rows,
    prefixes: ['complaint-'],
    timers,
    logger,
  });
  scripted.setOpening((subscription) => {
    subscription.confirm();
    subscription.caughtUp();
  });
  await projector.start();
  await timers.settle();
  return { ...scripted, timers, said, projector };
};

const outcomeOf = (waiting: Promise<void>): Promise<unknown> =>
  waiting.then(
    () => 'reached',
    (fault: unknown) => fault,
  );

describe('rows that follow the feed of a server', () => {
  it.each(['store-locked', 'store-full', 'projection-failed'] as const)(
    'say %s to callers who wait for them, and not that the store is closed',
    async (code) => {
      const { last, timers, projector } = await served(failing(storeError(code, { reason: 'r' })));
      const waiting = outcomeOf(projector.reached(positionAt(1)));
      last().give(recordAt(1));
      await timers.settle();
      expect(await waiting).toMatchObject({ code });
      await projector.stop();
      expect(timers.waiting()).toBe(0);
    },
  );

  it('are waited for also where another process moved them meanwhile, and that is no fault', async () => {
    const { last, subscriptions, timers, said, projector } = await served(failing(storeError('rows-moved')));
    const waiting = outcomeOf(projector.reached(positionAt(1)));
    last().give(recordAt(1));
    await timers.settle();
    expect(subscriptions).toHaveLength(2);
    last().give(recordAt(1));
    await timers.settle();
    expect(await waiting).toBe('reached');
    expect(projector.health()).toMatchObject({ state: 'live', restarts: 1, lastError: undefined });
    expect(said).toEqual([]);
    await projector.stop();
  });

  it('stop at an unreadable event, say so, and go on from there once they are started again', async () => {
    const { last, subscriptions, timers, said, projector } = await served(failing());
    const waiting = outcomeOf(projector.reached(positionAt(2)));
    last().give(recordAt(1), recordAt(2, { data: 'no object' }));
    await timers.settle();
    expect(await waiting).toMatchObject({ code: 'store-corrupt' });
    expect(projector.health()).toMatchObject({
      state: 'failed',
      degraded: true,
      lastError: { code: 'store-corrupt' },
    });
    expect(said).toEqual(['error: feed failed']);
    await projector.start();
    await timers.settle();
    expect(subscriptions).toHaveLength(2);
    last().give(recordAt(2));
    await timers.settle();
    await projector.reached(positionAt(2));
    expect(projector.health()).toMatchObject({ state: 'live', degraded: false });
    await projector.stop();
  });

  it('tell of an event that they cannot take once, as what an operator has to look at', async () => {
    const { last, timers, said, projector } = await served(failing(new Error('cannot')));
    last().give(recordAt(1));
    await timers.settle();
    expect(projector.health()).toMatchObject({ state: 'failed', lastError: { message: 'cannot' } });
    expect(said).toEqual(['error: rows do not follow']);
    await projector.stop();
  });

  it('tell of the last fault, whether it was theirs or the feed’s', async () => {
    const { last, timers, projector } = await served(failing(storeError('store-full')));
    const told = () => projector.health().lastError?.code;
    last().fail(new Error('down'));
    await timers.pass(100);
    expect(told()).toBe('store-unavailable');
    last().give(recordAt(1));
    await timers.settle();
    expect(told()).toBe('store-full');
    await timers.pass(1_000);
    expect(told()).toBe('store-full');
    last().fail(new Error('down'));
    await timers.settle();
    expect(told()).toBe('store-unavailable');
    await projector.stop();
  });

  it('are degraded after three faults in a row, and no more once they follow', async () => {
    const full = storeError('store-full');
    const { setOpening, last, timers, projector } = await served(failing(full, full, full));
    setOpening((subscription) => {
      subscription.confirm();
      subscription.give(recordAt(1));
      subscription.caughtUp();
    });
    last().give(recordAt(1));
    await timers.pass(1_000);
    expect(projector.health()).toMatchObject({ degraded: false, faultsInRow: 2 });
    await timers.pass(2_000);
    expect(projector.health()).toMatchObject({ state: 'waiting', degraded: true, faultsInRow: 3 });
    await timers.pass(4_000);
    expect(projector.health()).toMatchObject({ state: 'live', degraded: false, faultsInRow: 0 });
    await projector.stop();
  });

  it('end as soon as their call has, where they are stopped just as they could not take an event', async () => {
    const { last, timers, setUnsubscribing, projector } = await served(failing(storeError('store-locked')));
    setUnsubscribing('hangs');
    last().give(recordAt(1));
    await timers.settle();
    let isStopped = false;
    const stopped = projector.stop().then(() => (isStopped = true));
    await timers.pass(1_000);
    await timers.settle();
    expect(isStopped).toBe(true);
    expect(timers.waiting()).toBe(0);
    await stopped;
  });

  it('are behind for a reason that is told in the caller’s language', async () => {
    const { setOpening, last, timers, projector } = await served(failing());
    const down = Object.assign(new Error('14 UNAVAILABLE'), { type: 'unavailable' });
    await projector.stop();
    setOpening((subscription) => subscription.fail(down));
    const asked = outcomeOf(freshRows({ projector, rows: failing(), timers, timeout: 30_000 }).caughtUp());
    await timers.pass(30_000);
    expect(last().isLeft()).toBe(true);
    expect(await asked).toMatchObject({
      code: 'store-unavailable',
      details: { reason: 'unavailable: 14 UNAVAILABLE' },
      text: { es: expect.not.stringContaining('The store') },
    });
    await timers.pass(1_000);
    expect(timers.waiting()).toBe(0);
  });
});
