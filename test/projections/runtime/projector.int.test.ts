import { afterAll, describe, expect, it } from '@jest/globals';
import type { EventStore, NewEvent, StoredEvent } from '../../../src/application/ports/event-store.js';
import type { Projection } from '../../../src/application/ports/projection.js';
import { silentLogger } from '../../../src/application/ports/logger.js';
import type { ProjectedRows } from '../../../src/application/ports/projected-rows.js';
import type { Projector } from '../../../src/application/ports/projector.js';
import { storeError } from '../../../src/application/errors/store-error.js';
import { memoryEventStore, memoryProjectedRows } from '../../../src/infrastructure/memory/index.js';
import { sqliteProjectedRows } from '../../../src/infrastructure/sqlite/index.js';
import { createProjector } from '../../../src/projections/runtime/projector.js';
import {
  expectedOddOnes,
  expectedRows,
  oddOnes,
  streamCounts,
} from '../../../src/testing/event-store-contract/inline-samples.js';
import { sampleAppend } from '../../../src/testing/event-store-contract/samples.js';
import { temporaryFolder } from '../../infrastructure/sqlite/temporary.js';
import { manualTimers } from '../../support/manual-timers.js';
import { firstCheckpoint } from '../../../src/testing/projected-rows-contract/samples.js';
import { withFeed } from '../../support/with-feed.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

let files = 0;
const freshPath = (): string => folder.path(`rows-${String((files += 1))}.db`);

const counted = ({ rows }: ProjectedRows) =>
  rows.list({ table: 'stream_counts', where: {}, orderBy: ['stream'], limit: 100 });

let commands = 0;
const write = async (store: EventStore, count: number, prefix = 'complaint'): Promise<string> => {
  let position = '';
  for (let index = 0; index < count; index += 1) {
    commands += 1;
    const stream = `${prefix}-${String(commands % 5)}`;
    const outcome = await store.append(sampleAppend(stream, `command-${String(commands)}`, 'any', 2));
    if (outcome.kind === 'appended') position = outcome.position;
  }
  return position;
};

/** As it was before a store gave it a place. */
const plain = ({ stream: _, revision: __, position: ___, ...event }: StoredEvent): NewEvent => event;

const mustFollow = async (rows: ProjectedRows, store: EventStore): Promise<void> => {
  const { events } = await store.readAll({ limit: 10_000, prefixes: ['complaint-'] });
  expect(await counted(rows)).toEqual(expectedRows(events));
};

const house = (rows: ProjectedRows, store = withFeed(memoryEventStore(), 7)) => {
  const timers = manualTimers();
  const projector: Projector = createProjector({
    feed: store,
    store,
    rows,
    prefixes: ['complaint-'],
    timers,
    logger: silentLogger,
    name: 'the rows',
  });
  return { store, rows, timers, projector };
};

const inMemory = (projections: readonly Projection[] = [streamCounts()]) =>
  memoryProjectedRows({ projections });
const inFile = (path = freshPath(), projections: readonly Projection[] = [streamCounts()]) =>
  sqliteProjectedRows({ path, projections });

describe.each([
  ['memory', inMemory],
  ['a file', inFile],
])('rows in %s follow a feed', (_, make) => {
  it('from what was stored before to what is stored now, and know when they have it', async () => {
    const { store, rows, projector } = house(make());
    await write(store, 10);
    await write(store, 3, 'elsewhere');
    await projector.start();
    await projector.catchUp();
    await mustFollow(rows, store);
    await projector.reached(await write(store, 10));
    await mustFollow(rows, store);
    expect(projector.health()).toMatchObject({
      name: 'the rows',
      state: 'live',
      lagSeconds: 0,
      degraded: false,
    });
    await projector.stop();
    expect(store.feeds()).toBe(0);
    expect(projector.health()).toMatchObject({
      state: 'stopped',
      position: (await firstCheckpoint(rows)).position,
    });
    await rows.close();
  });

  it('only while they are asked to where the host did not start them', async () => {
    const { store, rows, projector } = house(make());
    await write(store, 4);
    expect(store.feeds()).toBe(0);
    expect(projector.health()).toMatchObject({ state: 'stopped', position: undefined });
    await projector.catchUp();
    expect(store.feeds()).toBe(0);
    await mustFollow(rows, store);
    await write(store, 4);
    await Promise.all([projector.catchUp(), write(store, 1).then((at) => projector.reached(at))]);
    await mustFollow(rows, store);
    expect(projector.health()).toMatchObject({ state: 'stopped' });
    await rows.close();
  });

  it('again after they were stopped, from where they were', async () => {
    const { store, rows, projector } = house(make());
    await projector.start();
    await projector.start();
    expect(store.feeds()).toBe(1);
    await projector.reached(await write(store, 5));
    await projector.stop();
    await projector.stop();
    const at = await write(store, 5);
    await projector.start();
    await projector.reached(at);
    await mustFollow(rows, store);
    await projector.stop();
    await rows.close();
  });
});

describe('rows that follow a feed', () => {
  it('stop at an event that they cannot take, say which and why, and go on from there once they are started again', async () => {
    let isBroken = true;
    const counting = streamCounts();
    const breaking: Projection = {
      ...counting,
      changes: (projected) => {
        if (isBroken && Reflect.get(projected.event.data, 'number') === 1) throw new Error('cannot');
        return counting.changes(projected);
      },
    };
    const store = withFeed(memoryEventStore(), 1);
    const { rows, projector } = house(inMemory([breaking]), store);
    await projector.start();
    const at = await write(store, 3);
    await expect(projector.reached(at)).rejects.toMatchObject({ code: 'rows-paused' });
    expect(projector.health()).toMatchObject({
      state: 'failed',
      degraded: true,
      lastError: { code: 'rows-paused' },
      projections: [
        {
          name: 'stream-counts',
          state: 'paused',
          fault: { position: '0000000000000002', type: 'Filed', message: 'cannot' },
        },
      ],
    });
    expect((await firstCheckpoint(rows)).position).toBe('0000000000000001');
    isBroken = false;
    await projector.start();
    await projector.reached(at);
    await mustFollow(rows, store);
    expect(projector.health()).toMatchObject({ state: 'live', projections: [{ state: 'live' }] });
    await projector.stop();
    await rows.close();
  });

  it('go on where another projection of theirs is paused', async () => {
    const store = withFeed(memoryEventStore(), 3);
    const broken: Projection = {
      ...oddOnes,
      changes: () => {
        throw new Error('never');
      },
    };
    const { rows, projector } = house(inMemory([streamCounts(), broken]), store);
    await projector.start();
    await projector.reached(await write(store, 10), ['stream-counts']);
    await mustFollow(rows, store);
    expect(projector.health()).toMatchObject({
      state: 'live',
      degraded: true,
      projections: [
        { name: 'odd-ones', state: 'paused' },
        { name: 'stream-counts', state: 'live' },
      ],
    });
    await projector.stop();
    await rows.close();
  });

  it('take in a projection that was paused when they began and that another process has resumed', async () => {
    const path = freshPath();
    const store = withFeed(memoryEventStore(), 3);
    let isBroken = true;
    const breaking = (): Projection => {
      const counting = streamCounts();
      return {
        ...counting,
        changes: (projected) => {
          if (isBroken) throw new Error('cannot');
          return counting.changes(projected);
        },
      };
    };
    const { rows, projector, timers } = house(inFile(path, [breaking(), oddOnes]), store);
    await write(store, 5);
    await projector.start();
    await projector.catchUp(['odd-ones']);
    isBroken = false;
    const other = inFile(path, [breaking()]);
    await other.rowCheckpoints();
    await other.resume('stream-counts');
    await projector.catchUp(['stream-counts']);
    await mustFollow(rows, store);
    expect(projector.health()).toMatchObject({ degraded: false });

    isBroken = true;
    await write(store, 1);
    await projector.catchUp(['odd-ones']);
    isBroken = false;
    await other.resume('stream-counts');
    timers.pass(1_000);
    while (projector.health().degraded) await new Promise(setImmediate);
    await projector.reached((await store.head()) ?? '');
    await mustFollow(rows, store);
    await projector.stop();
    for (const each of [rows, other]) await each.close();
  });

  it('take in a projection that is new, beside the others, and then go on together', async () => {
    const path = freshPath();
    const store = withFeed(memoryEventStore(), 5);
    const first = house(inFile(path), store);
    await write(store, 30);
    await first.projector.catchUp();
    await first.rows.close();
    const { rows, projector } = house(inFile(path, [streamCounts(), oddOnes]), store);
    await projector.start();
    const at = await write(store, 5);
    await projector.reached(at);
    await mustFollow(rows, store);
    await projector.catchUp();
    await projector.reached(await write(store, 5));
    await mustFollow(rows, store);
    const { events } = await store.readAll({ limit: 10_000, prefixes: ['complaint-'] });
    const found = await rows.rows.list({ table: 'odd_ones', where: {}, orderBy: ['stream'], limit: 100 });
    expect(found).toEqual(expectedOddOnes(events));
    await projector.stop();
    expect(store.feeds()).toBe(0);
    await rows.close();
  });

  it.each([true, false])(
    'are made anew beside those that are read, and equal them (started: %s)',
    async (isStarted) => {
      const { store, rows, projector } = house(inFile());
      await write(store, 30);
      await projector.catchUp();
      if (isStarted) await projector.start();
      const before = await counted(rows);
      const rebuilding = projector.rebuild('stream-counts');
      expect(await counted(rows)).toEqual(before);
      await rebuilding;
      expect(await counted(rows)).toEqual(before);
      expect(await rows.rowCheckpoints()).toHaveLength(1);
      const at = await write(store, 5);
      await projector.reached(at);
      await mustFollow(rows, store);
      await projector.stop();
      expect(store.feeds()).toBe(0);
      await rows.close();
    },
  );

  it.each([true, false])(
    'are made anew by a call that ends only when they are read, however much is stored meanwhile (started: %s)',
    async (isStarted) => {
      const { store, rows, projector } = house(inFile());
      await write(store, 40);
      await projector.catchUp();
      if (isStarted) await projector.start();
      const over = new AbortController();
      const rebuilding = projector.rebuild('stream-counts').finally(() => {
        over.abort();
      });
      for (let count = 0; !over.signal.aborted && count < 200; count += 1) await write(store, 1);
      await rebuilding;
      expect((await rows.rowCheckpoints()).map(({ slot }) => slot)).toEqual(['live']);
      await projector.catchUp();
      await mustFollow(rows, store);
      await projector.stop();
      await rows.close();
    },
  );

  it.each([true, false])(
    'are made anew also where the live ones have passed records of others since the last event (started: %s)',
    async (isStarted) => {
      const { store, rows, projector } = house(inFile());
      await write(store, 5);
      await projector.catchUp();
      const { position } = await firstCheckpoint(rows);
      const beyond = '0000000000000999';
      await rows.project(position, { events: [], position: beyond }, [
        { name: 'stream-counts', version: 1, slot: 'live' },
      ]);
      if (isStarted) await projector.start();
      await projector.rebuild('stream-counts');
      expect(await rows.rowCheckpoints()).toMatchObject([{ slot: 'live', position: beyond }]);
      await mustFollow(rows, store);
      await projector.stop();
      await rows.close();
    },
  );

  it('do not wait for a rebuild that a dead process left behind, which can be dropped', async () => {
    const { store, rows, projector } = house(inFile());
    await write(store, 5);
    await projector.catchUp();
    await rows.rebuild('stream-counts');
    await write(store, 5);
    await projector.catchUp();
    await mustFollow(rows, store);
    const rebuilds = async () => (await rows.rowCheckpoints()).filter(({ slot }) => slot === 'rebuild');
    expect(await rebuilds()).toMatchObject([{ position: undefined }]);
    expect(projector.health().projections.map(({ state }) => state)).toContain('rebuilding');
    await projector.cancelRebuild('stream-counts');
    expect(await rebuilds()).toEqual([]);
    expect(projector.health().projections.map(({ state }) => state)).not.toContain('rebuilding');
    await rows.rebuild('stream-counts');
    await projector.start();
    while ((await rebuilds()).length > 0) await new Promise(setImmediate);
    await mustFollow(rows, store);
    await projector.stop();
    await rows.close();
  });

  it.each([true, false])(
    'say rows-behind, and not that the store is closed, to callers that wait when they are stopped (started: %s)',
    async (isStarted) => {
      const kept = inMemory();
      let letGo = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      const rows: ProjectedRows = {
        ...kept,
        project: async (after, batch, refs) => {
          await held;
          await kept.project(after, batch, refs);
        },
      };
      const { store, projector } = house(rows);
      const at = await write(store, 20);
      if (isStarted) await projector.start();
      const waits = [projector.catchUp(), projector.reached(at)].map((each) =>
        each.catch((fault: unknown) => fault),
      );
      await new Promise(setImmediate);
      const stopping = projector.stop();
      letGo();
      await stopping;
      for (const told of await Promise.all(waits))
        expect(told).toMatchObject({ code: 'rows-behind', details: { reason: 'stopped' } });
      await rows.close();
    },
  );

  it('are the same after a process died between any two batches', async () => {
    const path = freshPath();
    const store = withFeed(memoryEventStore(), 3);
    await write(store, 20);
    for (let turn = 0; turn < 12; turn += 1) {
      const rows = inFile(path);
      let batches = 0;
      const dying: ProjectedRows = {
        ...rows,
        project: async (after, batch, refs) => {
          if (batches === 1) throw new Error('the process died');
          await rows.project(after, batch, refs);
          batches += 1;
        },
      };
      const { projector } = house(dying, store);
      await projector.catchUp().catch(() => undefined);
      await rows.close();
    }
    const rows = inFile(path);
    const { projector } = house(rows, store);
    await projector.catchUp();
    await mustFollow(rows, store);
    await rows.close();
  });

  it('are followed once by two processes on one file', async () => {
    const path = freshPath();
    const store = withFeed(memoryEventStore(), 3);
    const [one, other] = [house(inFile(path), store), house(inFile(path), store)];
    await Promise.all([one.projector.start(), other.projector.start()]);
    const at = await write(store, 40);
    await Promise.all([one.projector.reached(at), other.projector.reached(at)]);
    for (const { rows } of [one, other]) await mustFollow(rows, store);
    for (const { projector, rows } of [one, other]) {
      await projector.stop();
      await rows.close();
    }
  });

  it.each(['store-locked', 'store-full'] as const)(
    'try again later, and later again, while %s',
    async (code) => {
      let faults = 3;
      const kept = inMemory();
      const rows: ProjectedRows = {
        ...kept,
        project: async (after, batch, refs) => {
          if (faults > 0) {
            faults -= 1;
            throw storeError(code);
          }
          await kept.project(after, batch, refs);
        },
      };
      const { store, timers, projector } = house(rows);
      const at = await write(store, 2);
      const paused: number[] = [];
      await projector.start();
      const waiting = projector.reached(at).then(
        () => undefined,
        (fault: unknown) => expect(fault).toMatchObject({ code }),
      );
      for (let turn = 0; turn < 3; turn += 1) {
        while (projector.health().state !== 'waiting') await new Promise(setImmediate);
        const pause = Math.max(...timers.waits());
        paused.push(pause);
        expect(projector.health()).toMatchObject({ state: 'waiting', lastError: { code } });
        timers.pass(pause);
      }
      expect(paused).toEqual([1_000, 2_000, 4_000]);
      await waiting;
      await projector.reached(at);
      await mustFollow(kept, store);
      await projector.stop();
      expect(timers.waits()).toEqual([]);
      await rows.close();
    },
  );

  it('end at once where they are stopped while they wait', async () => {
    const kept = inMemory();
    const rows: ProjectedRows = { ...kept, project: () => Promise.reject(storeError('store-full')) };
    const { store, timers, projector } = house(rows);
    await write(store, 1);
    await projector.start();
    while (timers.waits().length === 0) await new Promise(setImmediate);
    await projector.stop();
    expect(timers.waits()).toEqual([]);
    expect(store.feeds()).toBe(0);
    await rows.close();
  });

  it('refuse a store that is not the one they follow: another one, a copy, or an older one put back', async () => {
    const path = freshPath();
    const first = house(inFile(path));
    await write(first.store, 3);
    await first.projector.catchUp();
    await first.rows.close();
    const foreign = { code: 'rows-foreign', details: { path: 'the rows' } };

    const empty = house(inFile(path));
    await expect(empty.projector.start()).rejects.toMatchObject(foreign);
    expect(empty.projector.isStarted()).toBe(false);
    await expect(empty.projector.catchUp()).rejects.toMatchObject(foreign);
    expect(empty.store.feeds()).toBe(0);
    await empty.rows.close();

    const moved = withFeed(memoryEventStore());
    await write(moved, 1, 'elsewhere');
    const { events } = await first.store.readAll({ limit: 100 });
    for (const [at, event] of events.entries()) {
      const second = events[at + 1];
      if (at % 2 === 1 || second === undefined) continue;
      const { stream, metadata } = event;
      const { commandId } = metadata;
      await moved.append({ stream, expect: 'any', commandId, events: [plain(event), plain(second)] });
    }
    const copied = house(inFile(path), moved);
    await expect(copied.projector.catchUp()).rejects.toMatchObject(foreign);
    await copied.rows.close();

    const same = house(inFile(path), first.store);
    await same.projector.catchUp();
    await mustFollow(same.rows, first.store);
    await same.rows.close();
  });
});
