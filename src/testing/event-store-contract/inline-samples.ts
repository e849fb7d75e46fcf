import type { StoredEvent } from '../../application/ports/event-store.js';
import type { Projection } from '../../application/ports/projection.js';
import type { ProjectedRows } from '../../application/ports/projected-rows.js';
import type { ReadModelStore } from '../../application/ports/read-model-store.js';
import { broken } from './assert.js';
import type { Subject } from './law.js';

/** Counts a stream's events; fails where an event's data say so. `seen` gets every event that it was given. */
export const streamCounts = (seen: StoredEvent[] = [], isBroken = () => true): Projection => ({
  name: 'stream-counts',
  version: 1,
  table: {
    name: 'stream_counts',
    columns: { stream: 'text', events: 'integer', share: 'real', last: 'text', odd: 'text?' },
    key: ['stream'],
    indexes: [['odd', 'events'], ['last']],
  },
  changes: ({ event }) => {
    const { stream, type, id } = event;
    if (Reflect.get(event.data, 'poison') === true && isBroken())
      throw new Error('this event cannot be projected');
    seen.push(event);
    return [
      {
        kind: 'change',
        key: { stream },
        to: (before) => {
          const events = Number(before?.['events'] ?? 0) + 1;
          return { stream, events, share: events / 2, last: id, odd: events % 2 === 1 ? type : null };
        },
      },
    ];
  },
});

/** One row that is taken away again with every second event, and counts that go up and down. */
export const oddOnes: Projection = {
  name: 'odd-ones',
  version: 1,
  table: {
    name: 'odd_ones',
    columns: { stream: 'text', revision: 'integer', touched: 'integer' },
    key: ['stream'],
    indexes: [],
  },
  changes: ({ event: { stream, revision } }) =>
    revision % 2 === 1
      ? [{ kind: 'remove', key: { stream } }]
      : [
          { kind: 'set', row: { stream, revision: -1, touched: 0 } },
          { kind: 'add', key: { stream }, deltas: { touched: 2 } },
          { kind: 'add', key: { stream }, deltas: { touched: -1 } },
          { kind: 'patch', key: { stream }, values: { revision } },
          { kind: 'patch', key: { stream: `${stream} that is not there` }, values: { revision } },
        ],
};

/** Two projections for tests. */
export const countingProjections = (seen: StoredEvent[] = []): readonly Projection[] => [
  streamCounts(seen),
  oddOnes,
];

/** The rows of a store that must have them. */
export const projectedOf = ({ projected }: Subject): ProjectedRows => {
  if (projected === undefined) throw broken('a store with inline rows gives no way to read them');
  return projected;
};

export const rowsOf = (subject: Subject): ReadModelStore => projectedOf(subject).rows;

const byStream = (events: readonly StoredEvent[]) => {
  const streams = new Map<string, StoredEvent[]>();
  for (const event of events) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  return [...streams].sort(([a], [b]) => (a < b ? -1 : 1));
};

/** What the counts must be after these events. */
export const expectedRows = (events: readonly StoredEvent[]) =>
  byStream(events).map(([stream, own]) => {
    const last = own.at(-1);
    return {
      stream,
      events: own.length,
      share: own.length / 2,
      last: last?.id,
      odd: own.length % 2 === 1 ? last?.type : null,
    };
  });

/** What the rows that come and go must be after these events. */
export const expectedOddOnes = (events: readonly StoredEvent[]) =>
  byStream(events)
    .filter(([, own]) => own.length % 2 === 1)
    .map(([stream, own]) => ({ stream, revision: own.length - 1, touched: 1 }));
