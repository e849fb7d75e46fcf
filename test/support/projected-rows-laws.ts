import { describe, expect, it } from '@jest/globals';
import type { FeedBatch } from '../../src/application/ports/event-feed.js';
import type { StoredEvent } from '../../src/application/ports/event-store.js';
import type { InlineProjector } from '../../src/application/ports/inline-projector.js';
import type { ProjectedRows } from '../../src/application/ports/projected-rows.js';
import { countingProjector, expectedRows } from '../../src/testing/event-store-contract/inline-samples.js';
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

/** What every place for rows apart from their events keeps to. `make` gives a fresh one. */
export const projectedRowsLaws = (make: (projector: InlineProjector) => ProjectedRows): void => {
  const counted = ({ rows }: ProjectedRows) =>
    rows.list({ table: 'stream_counts', where: {}, orderBy: ['stream'], limit: 100 });

  describe('rows apart from their events', () => {
    it('know at first of no place', async () => {
      const rows = make(countingProjector());
      expect(await rows.place()).toEqual({ position: undefined, lastEvent: undefined });
      expect(await counted(rows)).toEqual([]);
      await rows.close();
    });

    it('follow batch by batch, and know how far they are and by which event', async () => {
      const rows = make(countingProjector());
      const events = sampleEvents(10);
      await rows.follow(undefined, batchOf(events.slice(0, 6)));
      await rows.follow(positionOf(6), batchOf(events.slice(6)));
      expect(await counted(rows)).toEqual(expectedRows(events));
      const { id, stream, revision, position } = events[9] ?? {};
      expect(await rows.place()).toEqual({
        position: positionOf(10),
        lastEvent: { id, stream, revision, position },
      });
      await rows.close();
    });

    it('move on over what is none of theirs, and keep what their last event was', async () => {
      const rows = make(countingProjector());
      await rows.follow(undefined, batchOf(sampleEvents(2)));
      await rows.follow(positionOf(2), batchOf([], positionOf(90)));
      expect(await rows.place()).toMatchObject({
        position: positionOf(90),
        lastEvent: { position: positionOf(2) },
      });
      await rows.close();
    });

    it('leave out what they have already: each event counts once, however often it comes', async () => {
      const seen: StoredEvent[] = [];
      const rows = make(countingProjector(seen));
      const events = sampleEvents(9);
      await rows.follow(undefined, batchOf(events.slice(0, 5)));
      await rows.follow(undefined, batchOf(events.slice(0, 5)));
      await rows.follow(undefined, batchOf(events.slice(0, 3)));
      await rows.follow(positionOf(3), batchOf(events.slice(3)));
      expect(await counted(rows)).toEqual(expectedRows(events));
      expect(seen).toHaveLength(9);
      await rows.close();
    });

    it('are never followed over a gap: whoever is ahead of them is told that they moved', async () => {
      const rows = make(countingProjector());
      await rows.follow(undefined, batchOf(sampleEvents(2)));
      await expect(rows.follow(positionOf(5), batchOf(sampleEvents(2, 6)))).rejects.toMatchObject({
        code: 'rows-moved',
      });
      expect(await rows.place()).toMatchObject({ position: positionOf(2) });
      await rows.close();
    });

    it('stay as they were, and where they were, where a batch cannot be projected', async () => {
      const rows = make(countingProjector());
      const events = sampleEvents(6);
      await rows.follow(undefined, batchOf(events.slice(0, 3)));
      const poisoned = events
        .slice(3)
        .map((event, at) => (at === 2 ? { ...event, data: { poison: true } } : event));
      await expect(rows.follow(positionOf(3), batchOf(poisoned))).rejects.toMatchObject({
        code: 'projection-failed',
      });
      expect(await counted(rows)).toEqual(expectedRows(events.slice(0, 3)));
      expect(await rows.place()).toMatchObject({ position: positionOf(3) });
      await rows.follow(positionOf(3), batchOf(events.slice(3)));
      expect(await counted(rows)).toEqual(expectedRows(events));
      await rows.close();
    });

    it('end with what was begun, and answer nothing afterwards', async () => {
      const rows = make(countingProjector());
      const begun = rows.follow(undefined, batchOf(sampleEvents(2)));
      await rows.close();
      await begun;
      const closed = { code: 'store-closed' };
      await expect(rows.place()).rejects.toMatchObject(closed);
      await expect(rows.follow(undefined, batchOf(sampleEvents(2)))).rejects.toMatchObject(closed);
      await expect(counted(rows)).rejects.toMatchObject(closed);
    });
  });
};
