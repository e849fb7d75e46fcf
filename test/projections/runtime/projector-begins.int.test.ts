import { describe, expect, it } from '@jest/globals';
import type { EventStore } from '../../../src/application/ports/event-store.js';
import { silentLogger } from '../../../src/application/ports/logger.js';
import { storeError } from '../../../src/application/errors/store-error.js';
import { memoryEventStore, memoryProjectedRows } from '../../../src/infrastructure/memory/index.js';
import { codeOf } from '../../../src/application/errors/code-of.js';
import { createProjector } from '../../../src/projections/runtime/projector.js';
import { streamCounts } from '../../../src/testing/event-store-contract/inline-samples.js';
import { sampleAppend } from '../../../src/testing/event-store-contract/samples.js';
import { manualTimers } from '../../support/manual-timers.js';
import { withFeed } from '../../support/with-feed.js';

let commands = 0;
const write = async (store: EventStore): Promise<string> => {
  commands += 1;
  const outcome = await store.append(sampleAppend('complaint-1', `command-${String(commands)}`, 'any', 2));
  return outcome.kind === 'conflict' ? '' : outcome.position;
};

/** Rows that follow something already, on a store that does not answer while `down` says so. */
const house = async () => {
  const store = withFeed(memoryEventStore(), 7);
  const rows = memoryProjectedRows({ projections: [streamCounts()] });
  const timers = manualTimers();
  let fault: Error | undefined;
  const projector = createProjector({
    feed: store,
    store: {
      read: (...given) => (fault === undefined ? store.read(...given) : Promise.reject(fault)),
    },
    rows,
    prefixes: ['complaint-'],
    timers,
    logger: silentLogger,
  });
  await write(store);
  await projector.catchUp();
  const fails = (with_: Error | undefined): void => {
    fault = with_;
  };
  const waited = async (): Promise<number> => {
    while (projector.health().state !== 'waiting') await new Promise(setImmediate);
    return Math.max(...timers.waits());
  };
  return { store, rows, timers, projector, fails, waited };
};

const down = storeError('store-unavailable', { reason: 'refused' });

describe('rows that are started while the server is down', () => {
  it('begin to follow by themselves once it is back, and say until then that they do not', async () => {
    const { store, timers, projector, fails, waited } = await house();
    const at = await write(store);
    fails(down);
    await projector.start();
    await projector.start();
    const waiting = projector.reached(at);
    for (const [pause, faultsInRow] of [
      [1_000, 1],
      [2_000, 2],
      [4_000, 3],
    ] as const) {
      expect(await waited()).toBe(pause);
      expect(projector.health()).toMatchObject({
        state: 'waiting',
        faultsInRow,
        degraded: faultsInRow === 3,
        lastError: { code: 'store-unavailable', message: 'refused' },
      });
      if (faultsInRow === 3) fails(undefined);
      timers.pass(pause);
    }
    await waiting;
    expect(projector.isStarted()).toBe(true);
    expect(projector.health()).toMatchObject({ state: 'live', degraded: false, position: at });
    await projector.stop();
  });

  it('end at once where they are stopped before it is back', async () => {
    const { store, timers, projector, fails, waited } = await house();
    fails(down);
    await projector.start();
    await waited();
    await projector.stop();
    expect(timers.waits()).toEqual([]);
    expect(store.feeds()).toBe(0);
    expect(projector.health()).toMatchObject({ state: 'stopped' });
  });

  it('have failed where it turns out to be another one', async () => {
    const { timers, projector, fails, waited } = await house();
    fails(down);
    await projector.start();
    await waited();
    fails(storeError('rows-foreign', { path: 'rows' }));
    const waiting = projector.catchUp();
    timers.pass(1_000);
    await expect(waiting).rejects.toMatchObject({ code: 'rows-foreign' });
    expect(projector.health()).toMatchObject({ state: 'failed', degraded: true });
    await expect(projector.start()).rejects.toMatchObject({ code: 'rows-foreign' });
    expect(projector.isStarted()).toBe(false);
  });

  it('say so at once to the host who brings them up itself', async () => {
    const { timers, projector, fails } = await house();
    fails(down);
    await expect(projector.catchUp()).rejects.toBe(down);
    expect(timers.waits()).toEqual([]);
    expect(projector.health()).toMatchObject({ state: 'stopped' });
  });
});

describe('who waits his turn to bring rows up', () => {
  it('has no turn after they were stopped', async () => {
    const { store, projector } = await house();
    let follows = 0;
    const counted = createProjector({
      feed: {
        subscribe: (options) => {
          follows += 1;
          return store.subscribe(options);
        },
      },
      store,
      rows: memoryProjectedRows({ projections: [streamCounts()] }),
      prefixes: ['complaint-'],
      timers: manualTimers(),
      logger: silentLogger,
    });
    const turns = [counted.catchUp(), counted.catchUp(), counted.catchUp()].map((turn) => turn.catch(codeOf));
    await counted.stop();
    expect((await Promise.all(turns)).slice(1)).toEqual(['rows-behind', 'rows-behind']);
    expect(follows).toBeLessThan(2);
    expect(store.feeds()).toBe(0);
    await counted.catchUp();
    expect(store.feeds()).toBe(0);
    await projector.stop();
  });
});
