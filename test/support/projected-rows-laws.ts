import { describe, expect, it } from '@jest/globals';
import type { FeedBatch } from '../../src/application/ports/event-feed.js';
import type { StoredEvent } from '../../src/application/ports/event-store.js';
import type { Projection } from '../../src/application/ports/projection.js';
import type { ProjectedRows } from '../../src/application/ports/projected-rows.js';
import { cardFold } from '../../src/projections/runtime/card-fold.js';
import {
  expectedRows,
  oddOnes,
  streamCounts,
} from '../../src/testing/event-store-contract/inline-samples.js';
import { sampleEvent } from '../../src/testing/event-store-contract/samples.js';

const positionOf = (place: number): string => String(place).padStart(20, '0');

/** So many events over three streams, each at a place of its own. */
export const sampleEvents = (count: number, from = 1): readonly StoredEvent[] =>
  Array.from({ length: count }, (_, index) => {
    const place = from + index;
    return {
      ...sampleEvent(`command-${String(place)}`),
      stream: `complaint-${String(place % 3)}`,
      revision: Math.floor(place / 3),
      position: positionOf(place),
    };
  });

export const batchOf = (events: readonly StoredEvent[], position?: string): FeedBatch => ({
  events,
  position: position ?? events.at(-1)?.position ?? '',
  caughtUp: false,
});

/** Projects a batch into all that some rows keep, as a runtime does. */
export const follow = (rows: ProjectedRows, after: string | undefined, batch: FeedBatch): Promise<void> =>
  rows.project(
    after,
    { events: cardFold().project(batch.events, () => []), position: batch.position },
    rows.projections.map(({ name, version }) => ({ name, version, slot: 'live' })),
  );

/** How far the first projection of some rows is. */
export const placeOf = async (rows: ProjectedRows) => {
  const [first] = await rows.rowCheckpoints();
  return { position: first?.position, lastEvent: first?.lastEvent };
};

/** What every place for rows apart from their events keeps to. `make` gives a fresh one. */
export const projectedRowsLaws = (make: (projections: readonly Projection[]) => ProjectedRows): void => {
  const counted = ({ rows }: ProjectedRows) =>
    rows.list({ table: 'stream_counts', where: {}, orderBy: ['stream'], limit: 100 });

  describe('rows apart from their events', () => {
    it('know at first of no place', async () => {
      const rows = make([streamCounts()]);
      expect(await placeOf(rows)).toEqual({ position: undefined, lastEvent: undefined });
      expect(await counted(rows)).toEqual([]);
      await rows.close();
    });

    it('follow batch by batch, and know how far they are and by which event', async () => {
      const rows = make([streamCounts()]);
      const events = sampleEvents(10);
      await follow(rows, undefined, batchOf(events.slice(0, 6)));
      await follow(rows, positionOf(6), batchOf(events.slice(6)));
      expect(await counted(rows)).toEqual(expectedRows(events));
      const { id, stream, revision, position } = events[9] ?? {};
      expect(await placeOf(rows)).toEqual({
        position: positionOf(10),
        lastEvent: { id, stream, revision, position },
      });
      await rows.close();
    });

    it('move on over what is none of theirs, and keep what their last event was', async () => {
      const rows = make([streamCounts()]);
      await follow(rows, undefined, batchOf(sampleEvents(2)));
      await follow(rows, positionOf(2), batchOf([], positionOf(90)));
      expect(await placeOf(rows)).toMatchObject({
        position: positionOf(90),
        lastEvent: { position: positionOf(2) },
      });
      await rows.close();
    });

    it('leave out what they have already: each event counts once, however often it comes', async () => {
      const seen: StoredEvent[] = [];
      const rows = make([streamCounts(seen)]);
      const events = sampleEvents(9);
      await follow(rows, undefined, batchOf(events.slice(0, 5)));
      await follow(rows, undefined, batchOf(events.slice(0, 5)));
      await follow(rows, undefined, batchOf(events.slice(0, 3)));
      await follow(rows, positionOf(3), batchOf(events.slice(3)));
      expect(await counted(rows)).toEqual(expectedRows(events));
      expect(seen).toHaveLength(9);
      await rows.close();
    });

    it('are never followed over a gap: a feed ahead of them is told that they moved', async () => {
      const rows = make([streamCounts()]);
      await follow(rows, undefined, batchOf(sampleEvents(2)));
      await expect(follow(rows, positionOf(5), batchOf(sampleEvents(2, 6)))).rejects.toMatchObject({
        code: 'rows-moved',
      });
      expect(await placeOf(rows)).toMatchObject({ position: positionOf(2) });
      await rows.close();
    });

    it('stay as they were, and where they were, and are paused, where a batch cannot be projected; other rows go on', async () => {
      let isBroken = true;
      const rows = make([streamCounts([], () => isBroken), oddOnes]);
      const events = sampleEvents(6);
      await follow(rows, undefined, batchOf(events.slice(0, 3)));
      const poisoned = events
        .slice(3)
        .map((event, at) => (at === 2 ? { ...event, data: { poison: true } } : event));
      await follow(rows, positionOf(3), batchOf(poisoned));
      expect(await counted(rows)).toEqual(expectedRows(events.slice(0, 3)));
      const states = async () =>
        Object.fromEntries((await rows.rowCheckpoints()).map(({ name, ...rest }) => [name, rest]));
      expect(await states()).toMatchObject({
        'stream-counts': {
          position: positionOf(3),
          fault: { position: positionOf(6), type: 'Filed', message: 'this event cannot be projected' },
        },
        'odd-ones': { position: positionOf(6), fault: undefined },
      });
      isBroken = false;
      await rows.resume('stream-counts');
      await follow(rows, positionOf(3), batchOf(poisoned));
      expect(await counted(rows)).toEqual(expectedRows(events));
      expect(await states()).toMatchObject({
        'stream-counts': { position: positionOf(6), fault: undefined },
      });
      await rows.close();
    });

    it('are made anew beside those that are read, which take their place once they are as far', async () => {
      const rows = make([streamCounts(), oddOnes]);
      const events = sampleEvents(9);
      await follow(rows, undefined, batchOf(events));
      await rows.rebuild('stream-counts');
      const rebuild = [{ name: 'stream-counts', version: 1, slot: 'rebuild' }] as const;
      const given = cardFold().project(events, () => []);
      await rows.project(undefined, { events: given.slice(0, 4), position: positionOf(4) }, rebuild);
      expect(await counted(rows)).toEqual(expectedRows(events));
      expect(await rows.rowCheckpoints()).toHaveLength(3);
      await rows.project(positionOf(4), { events: given.slice(4), position: positionOf(9) }, rebuild);
      expect(await counted(rows)).toEqual(expectedRows(events));
      expect(await rows.rowCheckpoints()).toHaveLength(2);
      await follow(rows, positionOf(9), batchOf(sampleEvents(2, 10)));
      expect(await counted(rows)).toEqual(expectedRows(sampleEvents(11)));
      await rows.rebuild('stream-counts');
      await rows.cancelRebuild('stream-counts');
      expect(await rows.rowCheckpoints()).toHaveLength(2);
      await rows.close();
    });

    it('come to the same where a rebuild is begun again half-way, or after it was cancelled', async () => {
      const rows = make([streamCounts(), oddOnes]);
      const events = sampleEvents(20);
      await follow(rows, undefined, batchOf(events));
      const oddRows = () => rows.rows.list({ table: 'odd_ones', where: {}, orderBy: ['stream'], limit: 100 });
      const before = await oddRows();
      const given = cardFold().project(events, () => []);
      const refs = rows.projections.map(({ name, version }) => ({ name, version, slot: 'rebuild' }) as const);
      const upTo = (count: number) =>
        rows.project(undefined, { events: given.slice(0, count), position: positionOf(count) }, refs);
      for (const name of ['stream-counts', 'odd-ones']) await rows.rebuild(name);
      await upTo(13);
      for (const name of ['stream-counts', 'odd-ones']) await rows.rebuild(name);
      await upTo(7);
      for (const name of ['stream-counts', 'odd-ones']) {
        await rows.cancelRebuild(name);
        await rows.rebuild(name);
      }
      await upTo(20);
      expect(await rows.rowCheckpoints()).toHaveLength(2);
      expect(await counted(rows)).toEqual(expectedRows(events));
      expect(await oddRows()).toEqual(before);
      await rows.close();
    });

    it('end with what was begun, and answer nothing afterwards', async () => {
      const rows = make([streamCounts()]);
      const begun = follow(rows, undefined, batchOf(sampleEvents(2)));
      await rows.close();
      await begun;
      const closed = { code: 'store-closed' };
      await expect(placeOf(rows)).rejects.toMatchObject(closed);
      await expect(follow(rows, undefined, batchOf(sampleEvents(2)))).rejects.toMatchObject(closed);
      await expect(counted(rows)).rejects.toMatchObject(closed);
    });
  });
};
