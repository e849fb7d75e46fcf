import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { silentLogger } from '../../../src/application/ports/logger.js';
import type { Projection } from '../../../src/application/ports/projection.js';
import type { Row } from '../../../src/application/ports/read-model-store.js';
import { pollingFeed } from '../../../src/infrastructure/shared/polling-feed.js';
import { systemTimers } from '../../../src/infrastructure/shared/system/system-timers.js';
import { sqliteEventStore, type SqliteEventStore } from '../../../src/infrastructure/sqlite/index.js';
import { createProjector } from '../../../src/projections/runtime/projector.js';
import {
  expectedRows,
  oddOnes,
  streamCounts,
} from '../../../src/testing/event-store-contract/inline-samples.js';
import { sampleAppend } from '../../../src/testing/event-store-contract/samples.js';
import { manualTimers } from '../../support/manual-timers.js';
import { faultOf, openRaw } from './samples.js';
import { temporaryFolder } from './temporary.js';

let folder = temporaryFolder();
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const path = () => folder.path('store.db');

const opened = (inline: readonly Projection[] = [], readOnly = false): SqliteEventStore =>
  sqliteEventStore({ path: path(), inline, readOnly });

const projectorOf = (store: SqliteEventStore) =>
  createProjector({
    feed: pollingFeed({ store, timers: systemTimers }),
    store,
    rows: store,
    prefixes: ['complaint-'],
    timers: systemTimers,
    logger: silentLogger,
  });

/** A projector that looks round only when a test lets time pass. */
const watchedProjector = (store: SqliteEventStore) => {
  const timers = manualTimers();
  const projector = createProjector({
    feed: pollingFeed({ store, timers }),
    store,
    rows: store,
    prefixes: ['complaint-'],
    timers,
    logger: silentLogger,
  });
  return { projector, timers };
};

const counts = [streamCounts()];

let count = 0;
const write = async (store: SqliteEventStore, events: number): Promise<void> => {
  for (let index = 0; index < events; index += 1) {
    count += 1;
    await store.append(sampleAppend(`complaint-${String(count % 7)}`, `command-${String(count)}`, 'any'));
  }
};

const rowsIn = (store: SqliteEventStore): Promise<readonly Row[]> =>
  store.rows.list({ table: 'stream_counts', where: {}, orderBy: ['stream'], limit: 100 });

const mustBeWhole = async (store: SqliteEventStore): Promise<void> => {
  expect(await rowsIn(store)).toEqual(expectedRows((await store.readAll({ limit: 10_000 })).events));
};

const caughtUp = async (store: SqliteEventStore): Promise<void> => {
  await projectorOf(store).catchUp();
  await mustBeWhole(store);
  expect((await store.rowCheckpoints()).map(({ isInline }) => isInline)).not.toContain(false);
};

/** Every byte of every row and checkpoint in the file. */
const dump = (): string => {
  const raw = openRaw(path());
  const tables = ['stream_counts', 'odd_ones', 'projections'];
  const lines = tables.map((table) => JSON.stringify(raw.prepare(`SELECT * FROM ${table}`).all()));
  raw.close();
  return lines.join('\n');
};

describe('rows follow the events by whichever program they were stored', () => {
  it('are made from the events where a store had none, and are written with them from then on', async () => {
    const without = opened();
    await write(without, 30);
    await without.close();
    const store = opened(counts);
    await write(store, 5);
    expect(await rowsIn(store)).toEqual([]);
    await caughtUp(store);
    await write(store, 5);
    await mustBeWhole(store);
    await store.close();
  });

  it('fall behind while a program without them writes, and join again, while both have the store open', async () => {
    const store = opened(counts);
    const without = opened();
    for (let turn = 0; turn < 4; turn += 1) {
      await write(store, 3);
      await write(without, 4);
      await write(store, 1);
      await caughtUp(store);
      await write(without, 2);
      await caughtUp(store);
      await write(store, 2);
      await mustBeWhole(store);
    }
    await store.close();
    await without.close();
  });

  it('that fell behind by another program are waited for in a started host that has not looked round yet', async () => {
    const store = opened(counts);
    const { projector } = watchedProjector(store);
    await projector.start();
    const without = opened();
    for (let turn = 0; turn < 3; turn += 1) {
      await write(without, 2);
      await write(store, 1);
      await projector.catchUp(turn === 2 ? undefined : ['stream-counts']);
      await mustBeWhole(store);
      await write(without, 1);
      await write(store, 1);
      await projector.reached((await store.head()) ?? '');
      await mustBeWhole(store);
    }
    await projector.stop();
    await store.close();
    await without.close();
  });

  it('take in many events in several steps, while others are stored', async () => {
    const without = opened();
    const all = Array.from({ length: 2_500 }, (_, index) =>
      without.append(sampleAppend(`complaint-${String(index % 50)}`, `bulk-${String(index)}`, 'any')),
    );
    await Promise.all(all);
    await without.close();
    const store = opened(counts);
    const catching = projectorOf(store).catchUp();
    await write(store, 20);
    await catching;
    await caughtUp(store);
    await store.close();
  });

  it('of another program are not disturbed by a program with another set, in either order and at once', async () => {
    const host = opened([streamCounts(), oddOnes]);
    await write(host, 20);
    const other = opened(counts);
    const before = dump();
    await projectorOf(other).catchUp();
    await mustBeWhole(other);
    expect(dump()).toBe(before);
    for (let turn = 0; turn < 3; turn += 1) {
      await write(host, 3);
      await write(other, 3);
    }
    expect(await host.rowCheckpoints()).toMatchObject([
      { name: 'odd-ones', isInline: false, fault: undefined },
      { name: 'stream-counts', isInline: true },
    ]);
    await caughtUp(host);
    await write(host, 1);
    await mustBeWhole(host);
    await mustBeWhole(other);
    await host.close();
    await other.close();
  });

  it('are paused by nothing but their own projection, and go on when they are resumed', async () => {
    let isBroken = true;
    const broken: Projection = {
      ...oddOnes,
      changes: (projected) => {
        if (isBroken) throw new Error('cannot');
        return oddOnes.changes(projected);
      },
    };
    const store = opened([streamCounts(), broken]);
    await write(store, 10);
    await mustBeWhole(store);
    expect(store.known()).toMatchObject([
      { name: 'odd-ones', fault: { type: 'Filed', message: 'cannot', position: '0000000000000001' } },
      { name: 'stream-counts', fault: undefined },
    ]);
    await store.close();
    const again = opened([streamCounts(), broken]);
    await write(again, 3);
    await mustBeWhole(again);
    isBroken = false;
    await again.resume('odd-ones');
    await caughtUp(again);
    await again.close();
  });

  it('are only read by a program that only reads: it changes no byte, and says what there are not', async () => {
    const host = opened(counts);
    await write(host, 6);
    await host.close();
    const without = opened();
    await write(without, 2);
    await without.close();
    const raw = openRaw(path());
    raw.exec('CREATE TABLE odd_ones (id TEXT)');
    const before = dump();
    const reading = opened([streamCounts(), oddOnes], true);
    expect(await rowsIn(reading)).toHaveLength(6);
    expect(await reading.rowCheckpoints()).toMatchObject([{ name: 'stream-counts', isInline: false }]);
    expect(await faultOf(projectorOf(reading).catchUp())).toMatchObject({ code: 'store-read-only' });
    await reading.close();
    expect(dump()).toBe(before);
    raw.close();
  });

  it('are made anew beside those that are read, under writes, and equal them', async () => {
    const store = opened([streamCounts(), oddOnes]);
    await write(store, 1_500);
    const projector = projectorOf(store);
    const before = dump();
    await projector.rebuild('stream-counts');
    const [, ...others] = dump().split('\n');
    expect(dump().split('\n')[0]).toBe(before.split('\n')[0]);
    expect(others[0]).toBe(before.split('\n')[1]);
    const rebuilding = projector.rebuild('stream-counts');
    await write(store, 30);
    await mustBeWhole(store);
    await rebuilding;
    await mustBeWhole(store);
    expect(await store.rowCheckpoints()).toHaveLength(2);
    await write(store, 3);
    await mustBeWhole(store);
    await store.close();
  }, 60_000);
});
