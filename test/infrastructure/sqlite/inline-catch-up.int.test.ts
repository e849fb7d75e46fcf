import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { InlineProjector } from '../../../src/application/ports/inline-projector.js';
import type { Row } from '../../../src/application/ports/read-model-store.js';
import { sqliteEventStore, type SqliteEventStore } from '../../../src/infrastructure/sqlite/index.js';
import { countingProjector, expectedRows } from '../../../src/testing/event-store-contract/inline-samples.js';
import { sampleAppend } from '../../../src/testing/event-store-contract/samples.js';
import { faultOf, openRaw } from './samples.js';
import { temporaryFolder } from './temporary.js';

let folder = temporaryFolder();
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const opened = (inline?: InlineProjector, readOnly = false): SqliteEventStore =>
  sqliteEventStore({ path: folder.path('store.db'), inline, readOnly });

let count = 0;
const write = async (store: SqliteEventStore, events: number): Promise<void> => {
  for (let index = 0; index < events; index += 1) {
    count += 1;
    await store.append(sampleAppend(`complaint-${String(count % 7)}`, `command-${String(count)}`, 'any'));
  }
};

const rowsIn = (store: SqliteEventStore): Promise<readonly Row[]> =>
  store.rows.list({ table: 'stream_counts', where: {}, orderBy: ['stream'], limit: 100 });

const mustFollow = async (store: SqliteEventStore): Promise<void> => {
  expect(await rowsIn(store)).toEqual(expectedRows((await store.readAll({ limit: 10_000 })).events));
};

describe('rows follow the events whoever stored them', () => {
  it('are made from the events where a store had none', async () => {
    const without = opened();
    await write(without, 30);
    await without.close();
    const store = opened(countingProjector());
    await mustFollow(store);
    await write(store, 5);
    await mustFollow(store);
    await store.close();
  });

  it('take in what a process without rows stored in between, while both have the store open', async () => {
    const store = opened(countingProjector());
    const without = opened();
    for (let turn = 0; turn < 4; turn += 1) {
      await write(store, 3);
      await write(without, 4);
      await mustFollow(store);
      await write(without, 2);
      await write(store, 1);
      await mustFollow(store);
    }
    await store.close();
    await without.close();
  });

  it('take in what was stored without rows while nobody kept them', async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      const store = opened(countingProjector());
      await mustFollow(store);
      await write(store, 4);
      await store.close();
      const without = opened();
      await write(without, 3);
      await without.close();
    }
    const store = opened(countingProjector());
    await mustFollow(store);
    await store.close();
  });

  it('are made anew where the projector is of another version, or its tables are others', async () => {
    const store = opened(countingProjector());
    await write(store, 20);
    await store.close();
    const projector = countingProjector();
    const doubled: InlineProjector = {
      tables: projector.tables,
      version: 2,
      project: (events, rows) => {
        projector.project(events, rows);
        projector.project(events, rows);
      },
    };
    const newer = opened(doubled);
    const total = await newer.rows.sum({ table: 'stream_counts', where: {} }, 'events');
    expect(total).toBe(40);
    await newer.close();

    const other = opened({
      tables: [{ name: 'other', columns: { id: 'text' }, key: ['id'], indexes: [] }],
      project: (events, rows) => {
        for (const { id } of events) rows.put('other', { id });
      },
    });
    expect(await other.rows.count({ table: 'other', where: {} })).toBe(20);
    await other.close();
    const raw = openRaw(folder.path('store.db'));
    expect(
      raw.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = 'stream_counts'").get(),
    ).toMatchObject({ n: 0 });
    raw.close();
  });

  it('are never mixed: a process of another version stops writing when its rows were made anew', async () => {
    const store = opened(countingProjector());
    await write(store, 3);
    const newer = opened({ ...countingProjector(), version: 2 });
    await newer.open();
    const late = sampleAppend('complaint-1', 'late', 'any');
    expect(await faultOf(store.append(late))).toMatchObject({ code: 'projection-failed' });
    await store.close();
    expect(await newer.append(late)).toMatchObject({ kind: 'appended' });
    await mustFollow(newer);
    await newer.close();
  });

  it('are not made by a process that only reads: it says that the store must be opened for writing once', async () => {
    const without = opened();
    await write(without, 3);
    await without.close();
    const reading = opened(countingProjector(), true);
    expect(await faultOf(rowsIn(reading))).toMatchObject({ code: 'store-older' });
    await reading.close();
    const store = opened(countingProjector());
    await store.open();
    await store.close();
    const again = opened(countingProjector(), true);
    await mustFollow(again);
    await again.close();
  });

  it('take in many events in several steps', async () => {
    const without = opened();
    const all = Array.from({ length: 2_500 }, (_, index) =>
      without.append(sampleAppend(`complaint-${String(index % 50)}`, `bulk-${String(index)}`, 'any')),
    );
    await Promise.all(all);
    await without.close();
    const store = opened(countingProjector());
    await mustFollow(store);
    await store.close();
  });
});
