import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Projection } from '../../../src/application/ports/projection.js';
import type { ProjectedRows } from '../../../src/application/ports/projected-rows.js';
import { sqliteEventStore, sqliteProjectedRows } from '../../../src/infrastructure/sqlite/index.js';
import { expectedRows, streamCounts } from '../../../src/testing/event-store-contract/inline-samples.js';
import {
  batchOf,
  firstCheckpoint,
  projectBatch,
  sampleEvents,
} from '../../../src/testing/projected-rows-contract/samples.js';
import { openRaw } from './samples.js';
import { temporaryFolder } from './temporary.js';

let folder = temporaryFolder();
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const opened = (projections: readonly Projection[] = [streamCounts()], namespace = ''): ProjectedRows =>
  sqliteProjectedRows({ path: folder.path('rows.db'), projections, namespace, lockTimeout: 200 });

const counted = ({ rows }: ProjectedRows) =>
  rows.list({ table: 'stream_counts', where: {}, orderBy: ['stream'], limit: 100 });

const at = (place: number): string => String(place).padStart(20, '0');

describe('a file of rows', () => {
  it('is read again by the next process, which goes on from its place', async () => {
    const events = sampleEvents(8);
    const first = opened();
    await projectBatch(first, undefined, batchOf(events.slice(0, 5)));
    await first.close();
    const second = opened();
    expect(await firstCheckpoint(second)).toMatchObject({
      position: at(5),
      lastEvent: { id: 'command-5-0' },
    });
    await projectBatch(second, at(5), batchOf(events.slice(5)));
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
      await Promise.all(turns.map((rows) => projectBatch(rows, after, batch)));
      after = batch.position;
    }
    for (const rows of [one, other]) expect(await counted(rows)).toEqual(expectedRows(events));
    await one.close();
    await other.close();
  });

  it('holds versions side by side: neither disturbs the other, and both go on', async () => {
    const older = opened();
    await projectBatch(older, undefined, batchOf(sampleEvents(4)));
    const [first] = [streamCounts()];
    const second: Projection = { ...first, version: 2, table: { ...first.table, name: 'stream_counts_v2' } };
    const newer = opened([second]);
    expect(await firstCheckpoint(newer)).toEqual({ position: undefined, lastEvent: undefined });
    expect(await counted(older)).toEqual(expectedRows(sampleEvents(4)));
    await projectBatch(newer, undefined, batchOf(sampleEvents(5)));
    await projectBatch(older, at(4), batchOf(sampleEvents(2, 5)));
    expect(await counted(older)).toEqual(expectedRows(sampleEvents(6)));
    expect(await firstCheckpoint(newer)).toMatchObject({ position: at(5) });
    const counts = await newer.rows.list({
      table: 'stream_counts_v2',
      where: {},
      orderBy: ['stream'],
      limit: 100,
    });
    expect(counts).toEqual(expectedRows(sampleEvents(5)));
    await older.close();
    await newer.close();
  });

  it('says of a projection whose columns changed under one version that the version must be raised', async () => {
    const first = opened();
    await projectBatch(first, undefined, batchOf(sampleEvents(4)));
    await first.close();
    const [same] = [streamCounts()];
    const table = { ...same.table, columns: { ...same.table.columns, more: 'text?' as const } };
    const changed = opened([{ ...same, table }]);
    expect(await changed.rowCheckpoints()).toMatchObject([{ fault: { code: 'projection-changed' } }]);
    await expect(changed.resume('stream-counts')).rejects.toMatchObject({
      code: 'rows-paused',
      message: expect.stringContaining('raise the version of the projection'),
    });
    await changed.close();
    const again = opened();
    expect(await counted(again)).toEqual(expectedRows(sampleEvents(4)));
    await again.close();
  });

  it('belongs to one namespace: another one is told so, and changes nothing', async () => {
    const first = opened();
    await projectBatch(first, undefined, batchOf(sampleEvents(4)));
    await first.close();
    const other = opened([streamCounts()], 'b-');
    await expect(firstCheckpoint(other)).rejects.toMatchObject({
      code: 'rows-foreign',
      details: { path: folder.path('rows.db') },
    });
    await other.close();
    const again = opened();
    expect(await firstCheckpoint(again)).toMatchObject({ position: at(4) });
    await again.close();
  });

  it('is no event store, and an event store is none', async () => {
    const rows = opened();
    await firstCheckpoint(rows);
    await rows.close();
    const store = sqliteEventStore({ path: folder.path('rows.db') });
    await expect(store.head()).rejects.toMatchObject({ code: 'store-foreign' });
    await store.close();
    const events = sqliteEventStore({ path: folder.path('events.db') });
    await events.open();
    await events.close();
    const wrong = sqliteProjectedRows({ path: folder.path('events.db'), projections: [streamCounts()] });
    await expect(firstCheckpoint(wrong)).rejects.toMatchObject({ code: 'rows-unusable' });
    await wrong.close();
  });

  it('is told by its own name where it is damaged, and as nothing that needs a back-up', async () => {
    writeFileSync(folder.path('rows.db'), 'words and no database, '.repeat(100));
    const rows = opened();
    await expect(firstCheckpoint(rows)).rejects.toMatchObject({
      code: 'rows-unusable',
      details: { path: folder.path('rows.db') },
      text: { es: expect.stringContaining(folder.path('rows.db')) },
    });
    await rows.close();
    rmSync(folder.path('rows.db'));
    const anew = opened();
    expect(await firstCheckpoint(anew)).toEqual({ position: undefined, lastEvent: undefined });
    await anew.close();
  });

  it('is no file of one to nine bytes, which stays as it was', async () => {
    for (let size = 1; size <= 9; size += 1) {
      writeFileSync(folder.path('rows.db'), 'x'.repeat(size));
      const rows = opened();
      await expect(firstCheckpoint(rows)).rejects.toMatchObject({ code: 'rows-unusable' });
      await rows.close();
      expect(readFileSync(folder.path('rows.db'), 'utf8')).toBe('x'.repeat(size));
    }
  });

  it('is no folder, and says that it was given one', async () => {
    mkdirSync(folder.path('rows.db'));
    const rows = opened();
    await expect(firstCheckpoint(rows)).rejects.toMatchObject({
      details: { reason: 'is-a-folder' },
      text: { es: expect.stringContaining('es una carpeta') },
    });
    await rows.close();
  });

  it('that another process holds is waited for, and then said to be locked; nothing is lost', async () => {
    const rows = opened();
    await firstCheckpoint(rows);
    const holder = openRaw(folder.path('rows.db'));
    holder.exec('BEGIN IMMEDIATE');
    await expect(projectBatch(rows, undefined, batchOf(sampleEvents(3)))).rejects.toMatchObject({
      code: 'rows-locked',
    });
    holder.exec('ROLLBACK');
    holder.close();
    await projectBatch(rows, undefined, batchOf(sampleEvents(3)));
    expect(await counted(rows)).toEqual(expectedRows(sampleEvents(3)));
    await rows.close();
  });

  it('that may not grow says that it is full, and goes on where it was once there is room', async () => {
    const path = folder.path('rows.db');
    const small = sqliteProjectedRows({ path, projections: [streamCounts()], maxBytes: 60_000 });
    const many = sampleEvents(2_000, 2).map((event, index) => ({
      ...event,
      stream: `complaint-${String(index).padStart(4, '0')}`,
    }));
    await projectBatch(small, undefined, batchOf(sampleEvents(1)));
    await expect(projectBatch(small, at(1), batchOf(many))).rejects.toMatchObject({ code: 'store-full' });
    expect(await firstCheckpoint(small)).toMatchObject({ position: at(1) });
    await small.close();
    const rows = opened();
    await projectBatch(rows, at(1), batchOf(many));
    expect(await rows.rows.count({ table: 'stream_counts', where: {} })).toBe(2_001);
    await rows.close();
  });
});
