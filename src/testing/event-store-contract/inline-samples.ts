import type { StoredEvent } from '../../application/ports/event-store.js';
import type { InlineProjector } from '../../application/ports/inline-projector.js';
import type { ReadModelStore } from '../../application/ports/read-model-store.js';
import { broken } from './assert.js';
import type { Subject } from './law.js';

/** Rows that count a stream's events, and one row that is taken away again with every second event. */
export const tables = [
  {
    name: 'stream_counts',
    columns: { stream: 'text', events: 'integer', share: 'real', last: 'text', odd: 'text' },
    key: ['stream'],
    indexes: [['odd', 'events'], ['last']],
  },
  {
    name: 'odd_ones',
    columns: { stream: 'text', type: 'text', revision: 'integer' },
    key: ['stream', 'type'],
    indexes: [],
  },
] as const;

/** A projector for tests; fails where an event's data say so. `seen` gets every event that it was given. */
export const countingProjector = (seen: StoredEvent[] = []): InlineProjector => ({
  tables,
  project: (events, rows) => {
    for (const event of events) {
      const { stream, revision, type, data } = event;
      if (data['poison'] === true) throw new Error('this event cannot be projected');
      seen.push(event);
      const before = Number(rows.get('stream_counts', { stream })?.['events'] ?? 0);
      const odd = before % 2 === 0 ? type : null;
      rows.put('stream_counts', { stream, events: before + 1, share: (before + 1) / 2, last: event.id, odd });
      if (odd === null) rows.remove('odd_ones', { stream, type });
      else rows.put('odd_ones', { stream, type, revision });
    }
  },
});

/** The rows of a store that must have them. */
export const rowsOf = ({ rows }: Subject): ReadModelStore => {
  if (rows === undefined) throw broken('a store with inline rows gives no way to read them');
  return rows;
};

/** What the rows must be after these events. */
export const expectedRows = (events: readonly StoredEvent[]) => {
  const streams = new Map<string, StoredEvent[]>();
  for (const event of events) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  return [...streams]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stream, own]) => {
      const last = own.at(-1);
      return {
        stream,
        events: own.length,
        share: own.length / 2,
        last: last?.id,
        odd: own.length % 2 === 1 ? last?.type : null,
      };
    });
};
