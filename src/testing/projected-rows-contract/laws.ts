import type { StoredEvent } from '../../application/ports/event-store.js';
import type { ProjectedRows, ProjectionRef } from '../../application/ports/projected-rows.js';
import { failsWith, holds, same } from '../event-store-contract/assert.js';
import { expectedRows, oddOnes, streamCounts } from '../event-store-contract/inline-samples.js';
import type { RowsLaw } from './law.js';
import { lawsByHand } from './laws-by-hand.js';
import { batchOf, firstCheckpoint, given, positionOf, projectBatch, sampleEvents } from './samples.js';

const all = { where: {}, orderBy: ['stream'], limit: 100 };
const countsIn = ({ rows }: ProjectedRows) => rows.list({ table: 'stream_counts', ...all });
const oddOnesIn = ({ rows }: ProjectedRows) => rows.list({ table: 'odd_ones', ...all });

const begin: RowsLaw = {
  name: 'rows know at first of no event',
  holds: async (open) => {
    const rows = await open([streamCounts()]);
    same(await firstCheckpoint(rows), {}, 'the checkpoint');
    same(await countsIn(rows), [], 'the rows');
  },
};

const inBatches: RowsLaw = {
  name: 'rows are projected batch by batch, and know how far they are and by which event',
  holds: async (open) => {
    const rows = await open([streamCounts()]);
    const events = sampleEvents(10);
    await projectBatch(rows, undefined, batchOf(events.slice(0, 6)));
    await projectBatch(rows, positionOf(6), batchOf(events.slice(6)));
    same(await countsIn(rows), expectedRows(events), 'the rows');
    const [{ id, stream, revision, position } = {}] = events.slice(9);
    same(
      await firstCheckpoint(rows),
      { position: positionOf(10), lastEvent: { id, stream, revision, position } },
      'the checkpoint',
    );
  },
};

const overOthers: RowsLaw = {
  name: 'rows move on over events that are none of theirs, and keep what their last event was',
  holds: async (open) => {
    const rows = await open([streamCounts()]);
    await projectBatch(rows, undefined, batchOf(sampleEvents(2)));
    await projectBatch(rows, positionOf(2), batchOf([], positionOf(90)));
    const { position, lastEvent } = await firstCheckpoint(rows);
    same([position, lastEvent?.position], [positionOf(90), positionOf(2)], 'the positions');
  },
};

const once: RowsLaw = {
  name: 'rows leave out what they have already: each event counts once, however often it comes',
  holds: async (open) => {
    const seen: StoredEvent[] = [];
    const rows = await open([streamCounts(seen)]);
    const events = sampleEvents(9);
    await projectBatch(rows, undefined, batchOf(events.slice(0, 5)));
    await projectBatch(rows, undefined, batchOf(events.slice(0, 5)));
    await projectBatch(rows, undefined, batchOf(events.slice(0, 3)));
    await projectBatch(rows, positionOf(3), batchOf(events.slice(3)));
    same(await countsIn(rows), expectedRows(events), 'the rows');
    same(seen.length, 9, 'events that were projected');
  },
};

const noGap: RowsLaw = {
  name: 'rows take nothing over a gap: a feed ahead of them is told that they moved',
  holds: async (open) => {
    const rows = await open([streamCounts()]);
    await projectBatch(rows, undefined, batchOf(sampleEvents(2)));
    await failsWith(
      'rows-moved',
      () => projectBatch(rows, positionOf(5), batchOf(sampleEvents(2, 6))),
      'a batch after a gap',
    );
    same((await firstCheckpoint(rows)).position, positionOf(2), 'the position');
  },
};

const paused: RowsLaw = {
  name: 'rows of a batch that cannot be projected stay as they were, and are paused; others go on',
  holds: async (open) => {
    let isBroken = true;
    const rows = await open([streamCounts([], () => isBroken), oddOnes]);
    const events = sampleEvents(6);
    await projectBatch(rows, undefined, batchOf(events.slice(0, 3)));
    const poisoned = events
      .slice(3)
      .map((event, at) => (at === 2 ? { ...event, data: { poison: true } } : event));
    await projectBatch(rows, positionOf(3), batchOf(poisoned));
    same(await countsIn(rows), expectedRows(events.slice(0, 3)), 'the rows of the one that failed');
    const state = async (wanted: string) => {
      const found = (await rows.rowCheckpoints()).find(({ name }) => name === wanted);
      const { position, type, message } = found?.fault ?? {};
      return { position: found?.position, fault: found?.fault && { position, type, message } };
    };
    const fault = { position: positionOf(6), type: 'Filed', message: 'this event cannot be projected' };
    same(await state('stream-counts'), { position: positionOf(3), fault }, 'the one that failed');
    same(await state('odd-ones'), { position: positionOf(6) }, 'the other one');
    isBroken = false;
    await rows.resume('stream-counts');
    await projectBatch(rows, positionOf(3), batchOf(poisoned));
    same(await countsIn(rows), expectedRows(events), 'the rows after it was resumed');
    same(await state('stream-counts'), { position: positionOf(6) }, 'the one that was resumed');
  },
};

const beside: RowsLaw = {
  name: 'rows are made anew beside those that are read, and take their place once they are as far',
  holds: async (open) => {
    const rows = await open([streamCounts(), oddOnes]);
    const events = sampleEvents(9);
    await projectBatch(rows, undefined, batchOf(events));
    await rows.rebuild('stream-counts');
    const rebuild = [{ name: 'stream-counts', version: 1, slot: 'rebuild' }] as const;
    const anew = given(events);
    await rows.project(undefined, { events: anew.slice(0, 4), position: positionOf(4) }, rebuild);
    same(await countsIn(rows), expectedRows(events), 'the rows that are read meanwhile');
    same((await rows.rowCheckpoints()).length, 3, 'checkpoints during the rebuild');
    await rows.project(positionOf(4), { events: anew.slice(4), position: positionOf(9) }, rebuild);
    same(await countsIn(rows), expectedRows(events), 'the rows that were made anew');
    same((await rows.rowCheckpoints()).length, 2, 'checkpoints after the rebuild');
    await projectBatch(rows, positionOf(9), batchOf(sampleEvents(2, 10)));
    same(await countsIn(rows), expectedRows(sampleEvents(11)), 'the rows that went on');
    await rows.rebuild('stream-counts');
    await rows.cancelRebuild('stream-counts');
    same((await rows.rowCheckpoints()).length, 2, 'checkpoints after a rebuild was cancelled');
  },
};

const begunAgain: RowsLaw = {
  name: 'rows come to the same where a rebuild is begun again half-way, or after it was cancelled',
  holds: async (open) => {
    const rows = await open([streamCounts(), oddOnes]);
    const events = sampleEvents(20);
    await projectBatch(rows, undefined, batchOf(events));
    const before = await oddOnesIn(rows);
    const anew = given(events);
    const refs: readonly ProjectionRef[] = rows.projections.map(({ name, version }) => ({
      ...{ name, version, slot: 'rebuild' },
    }));
    const names = rows.projections.map(({ name }) => name);
    const upTo = (count: number) =>
      rows.project(undefined, { events: anew.slice(0, count), position: positionOf(count) }, refs);
    for (const name of names) await rows.rebuild(name);
    await upTo(13);
    for (const name of names) await rows.rebuild(name);
    await upTo(7);
    for (const name of names) {
      await rows.cancelRebuild(name);
      await rows.rebuild(name);
    }
    await upTo(20);
    same((await rows.rowCheckpoints()).length, 2, 'checkpoints');
    same(await countsIn(rows), expectedRows(events), 'the counts');
    same(await oddOnesIn(rows), before, 'the rows that come and go');
  },
};

const closed: RowsLaw = {
  name: 'rows end what was begun when they are closed, and answer nothing afterwards',
  holds: async (open) => {
    const rows = await open([streamCounts()]);
    let isDone = false;
    const begun = projectBatch(rows, undefined, batchOf(sampleEvents(2))).then(() => {
      isDone = true;
    });
    await rows.close();
    await begun;
    holds(isDone, 'a batch that was begun is not projected');
    await failsWith('store-closed', () => rows.rowCheckpoints(), 'checkpoints of closed rows');
    await failsWith('store-closed', () => countsIn(rows), 'a list of closed rows');
    await failsWith(
      'store-closed',
      () => projectBatch(rows, undefined, batchOf(sampleEvents(2))),
      'a batch for closed rows',
    );
  },
};

/** Everything that holds for rows apart from their events (design: promise 8). */
export const projectedRowsLaws: readonly RowsLaw[] = [
  begin,
  inBatches,
  overOthers,
  once,
  noGap,
  paused,
  beside,
  begunAgain,
  ...lawsByHand,
  closed,
];
