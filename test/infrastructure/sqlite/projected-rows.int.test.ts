import { rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { InlineProjector } from '../../../src/application/ports/inline-projector.js';
import type { ProjectedRows } from '../../../src/application/ports/projected-rows.js';
import { sqliteEventStore, sqliteProjectedRows } from '../../../src/infrastructure/sqlite/index.js';
import { countingProjector, expectedRows } from '../../../src/testing/event-store-contract/inline-samples.js';
import { batchOf, sampleEvents } from '../../support/projected-rows-laws.js';
import { openRaw } from './samples.js';
import { temporaryFolder } from './temporary.js';

let folder = temporaryFolder();
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const opened = (projector: InlineProjector = countingProjector(), namespace = ''): ProjectedRows =>
  sqliteProjectedRows({ path: folder.path('rows.db'), projector, namespace, lockTimeout: 200 });

const counted = ({ rows }: ProjectedRows) =>
  rows.list({ table: 'stream_counts', where: {}, orderBy: ['stream'], limit: 100 });

const at = (place: number): string => String(place).padStart(20, '0');

describe('a file of rows', () => {
  it('is read again by the next process, which goes on from its place', async () => {
    const events = sampleEvents(8);
    const first = opened();
    await first.follow(undefined, batchOf(events.slice(0, 5)));
    await first.close();
    const second = opened();
    expect(await second.place()).toMatchObject({ position: at(5), lastEvent: { id: 'command-5-0' } });
    await second.follow(at(5), batchOf(events.slice(5)));
    expect(await counted(second)).toEqual(expectedRows(events));
    await second.close();
  });

  it('is followed by two processes at once, each event once', async () => {
    const [one, other] = [opened(), opened()];
    const events = sampleEvents(40);
    let after: string | undefined;
    for (let from = 0; from < events.length; from += 4) {
      const batch = batchOf(events.slice(from, from + 4));
      const turns = from % 8 === 0 ? [one, other] : [other, one];
      await Promise.all(turns.map((rows) => rows.follow(after, batch)));
      after = batch.position;
    }
    for (const rows of [one, other]) expect(await counted(rows)).toEqual(expectedRows(events));
    await one.close();
    await other.close();
  });

  it('is made anew, from the beginning, by another version, and the older one stops', async () => {
    const older = opened();
    await older.follow(undefined, batchOf(sampleEvents(4)));
    const newer = opened({ ...countingProjector(), version: 2 });
    expect(await newer.place()).toEqual({ position: undefined, lastEvent: undefined });
    expect(await counted(newer)).toEqual([]);
    const stopped = {
      code: 'projection-failed',
      details: { reason: 'rows-remade' },
    };
    await expect(counted(older)).rejects.toMatchObject(stopped);
    await expect(older.follow(at(4), batchOf(sampleEvents(1, 5)))).rejects.toMatchObject(stopped);
    await expect(newer.follow(at(4), batchOf(sampleEvents(1, 5)))).rejects.toMatchObject({
      code: 'rows-moved',
    });
    await newer.follow(undefined, batchOf(sampleEvents(4)));
    expect(await counted(newer)).toEqual(expectedRows(sampleEvents(4)));
    await older.close();
    await newer.close();
  });

  it('belongs to one namespace: another one is told so, and changes nothing', async () => {
    const first = opened();
    await first.follow(undefined, batchOf(sampleEvents(4)));
    await first.close();
    const other = opened(countingProjector(), 'b-');
    await expect(other.place()).rejects.toMatchObject({
      code: 'rows-foreign',
      details: { path: folder.path('rows.db') },
    });
    await other.close();
    const again = opened();
    expect(await again.place()).toMatchObject({ position: at(4) });
    await again.close();
  });

  it('is no event store, and an event store is none', async () => {
    const rows = opened();
    await rows.place();
    await rows.close();
    const store = sqliteEventStore({ path: folder.path('rows.db') });
    await expect(store.head()).rejects.toMatchObject({ code: 'store-corrupt' });
    await store.close();
    const events = sqliteEventStore({ path: folder.path('events.db') });
    await events.open();
    await events.close();
    const wrong = sqliteProjectedRows({ path: folder.path('events.db'), projector: countingProjector() });
    await expect(wrong.place()).rejects.toMatchObject({ code: 'rows-unusable' });
    await wrong.close();
  });

  it('is told by its own name where it is damaged, and as nothing that needs a back-up', async () => {
    writeFileSync(folder.path('rows.db'), 'words and no database, '.repeat(100));
    const rows = opened();
    await expect(rows.place()).rejects.toMatchObject({
      code: 'rows-unusable',
      details: { path: folder.path('rows.db') },
      text: { es: expect.stringContaining(folder.path('rows.db')) },
    });
    await rows.close();
    rmSync(folder.path('rows.db'));
    const anew = opened();
    expect(await anew.place()).toEqual({ position: undefined, lastEvent: undefined });
    await anew.close();
  });

  it('that another process holds is waited for, and then said to be locked; nothing is lost', async () => {
    const rows = opened();
    await rows.place();
    const holder = openRaw(folder.path('rows.db'));
    holder.exec('BEGIN IMMEDIATE');
    await expect(rows.follow(undefined, batchOf(sampleEvents(3)))).rejects.toMatchObject({
      code: 'store-locked',
    });
    holder.exec('ROLLBACK');
    holder.close();
    await rows.follow(undefined, batchOf(sampleEvents(3)));
    expect(await counted(rows)).toEqual(expectedRows(sampleEvents(3)));
    await rows.close();
  });

  it('that may not grow says that it is full, and goes on where it was once there is room', async () => {
    const path = folder.path('rows.db');
    const small = sqliteProjectedRows({ path, projector: countingProjector(), maxBytes: 60_000 });
    const many = sampleEvents(2_000, 2).map((event, index) => ({
      ...event,
      stream: `complaint-${String(index).padStart(4, '0')}`,
    }));
    await small.follow(undefined, batchOf(sampleEvents(1)));
    await expect(small.follow(at(1), batchOf(many))).rejects.toMatchObject({ code: 'store-full' });
    expect(await small.place()).toMatchObject({ position: at(1) });
    await small.close();
    const rows = opened();
    await rows.follow(at(1), batchOf(many));
    expect(await rows.rows.count({ table: 'stream_counts', where: {} })).toBe(2_001);
    await rows.close();
  });
});
