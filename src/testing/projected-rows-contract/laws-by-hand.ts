import type { Projection } from '../../application/ports/projection.js';
import type { ProjectedRows } from '../../application/ports/projected-rows.js';
import { expectedRows, oddOnes, streamCounts } from '../event-store-contract/inline-samples.js';
import { same } from '../event-store-contract/assert.js';
import type { RowsLaw } from './law.js';
import { batchOf, given as asProjected, positionOf, projectBatch, sampleEvents } from './samples.js';

const all = { where: {}, orderBy: ['stream'], limit: 100 };
const countsIn = ({ rows }: ProjectedRows, table = 'stream_counts') => rows.list({ table, ...all });

/** The same read model under another version, with a table of its own. */
const secondVersion = (): Projection => {
  const first = streamCounts();
  return { ...first, version: 2, table: { ...first.table, name: 'stream_counts_2' } };
};

/** Counts what it can, and fails with an event after it has changed its row. */
const skipping = (isBroken = () => true): Projection => {
  const first = streamCounts();
  return {
    ...first,
    failurePolicy: 'skip',
    changes: (projected) => {
      const changes = first.changes({ ...projected, event: { ...projected.event, data: {} } });
      return Reflect.get(projected.event.data, 'poison') === true && isBroken()
        ? [...changes, { kind: 'set', row: { stream: 'half a row' } }]
        : changes;
    },
  };
};

const poisoned = (count: number, at: readonly number[]) =>
  sampleEvents(count).map((event, index) =>
    at.includes(index) ? { ...event, data: { poison: true } } : event,
  );

const checkpointOf = async (rows: ProjectedRows, wanted: string) =>
  (await rows.rowCheckpoints()).find(({ name, slot }) => name === wanted && slot === 'live');

const byHand: RowsLaw = {
  name: 'rows that are paused by hand stand still while others go on, and go on from there once they are resumed',
  holds: async (open) => {
    const rows = await open([streamCounts(), oddOnes]);
    const events = sampleEvents(9);
    await projectBatch(rows, undefined, batchOf(events.slice(0, 4)));
    await rows.pause('stream-counts');
    await projectBatch(rows, positionOf(4), batchOf(events.slice(4)));
    same(await countsIn(rows), expectedRows(events.slice(0, 4)), 'the rows that were paused');
    const { fault, position } = (await checkpointOf(rows, 'stream-counts')) ?? {};
    same([fault?.code, fault?.type, position], ['paused-by-operator', undefined, positionOf(4)], 'why');
    same((await checkpointOf(rows, 'odd-ones'))?.position, positionOf(9), 'the other rows');
    await rows.resume('stream-counts');
    await projectBatch(rows, positionOf(4), batchOf(events.slice(4)));
    same(await countsIn(rows), expectedRows(events), 'the rows after they were resumed');
  },
};

const skipped: RowsLaw = {
  name: 'rows that skip leave an event out with all its changes, record it, and go on; others are untouched',
  holds: async (open) => {
    const rows = await open([skipping(), oddOnes]);
    const events = poisoned(9, [2, 5, 6]);
    await projectBatch(rows, undefined, batchOf(events.slice(0, 6)));
    await projectBatch(rows, undefined, batchOf(events.slice(0, 6)));
    await projectBatch(rows, positionOf(6), batchOf(events.slice(6)));
    const taken = events.filter((_, index) => ![2, 5, 6].includes(index));
    same(await countsIn(rows), expectedRows(taken), 'the rows');
    const { fault, parked, position } = (await checkpointOf(rows, 'stream-counts')) ?? {};
    same([fault, parked, position], [undefined, 3, positionOf(9)], 'the checkpoint');
    const found = await rows.parkedEvents('stream-counts', 1, { limit: 10 });
    same(
      found.map((each) => [each.position, each.type, each.code]),
      [3, 6, 7].map((place) => [positionOf(place), 'Filed', 'rows-invalid']),
      'what is parked',
    );
    const page = await rows.parkedEvents('stream-counts', 1, { limit: 1, after: positionOf(3) });
    same(
      page.map((each) => each.position),
      [positionOf(6)],
      'a page of what is parked',
    );
    const [odd] = (await rows.rowCheckpoints()).filter(({ name }) => name === 'odd-ones');
    same([odd?.position, odd?.parked], [positionOf(9), 0], 'the other rows');
  },
};

const skippedAnew: RowsLaw = {
  name: 'rows that are made anew have parked what they left out themselves, and no more',
  holds: async (open) => {
    let isBroken = true;
    const rows = await open([skipping(() => isBroken)]);
    const events = poisoned(6, [1, 4]);
    const rebuild = [{ name: 'stream-counts', version: 1, slot: 'rebuild' }] as const;
    await projectBatch(rows, undefined, batchOf(events));
    const before = await countsIn(rows);
    const anew = async (): Promise<readonly [number | undefined, number]> => {
      await rows.rebuild('stream-counts');
      const { events: given, position } = batchOf(events);
      await rows.project(undefined, { events: asProjected(given), position }, rebuild);
      const parked = await rows.parkedEvents('stream-counts', 1, { limit: 10 });
      return [(await checkpointOf(rows, 'stream-counts'))?.parked, parked.length];
    };
    same(await anew(), [2, 2], 'what is parked while it fails');
    same(await countsIn(rows), before, 'the rows while it fails');
    isBroken = false;
    same(await anew(), [0, 0], 'what is parked once it was mended');
    same(await countsIn(rows), expectedRows(events), 'the rows once it was mended');
  },
};

const replayed: RowsLaw = {
  name: 'rows that are replayed are empty until they are fed from the first event again, also where they were paused',
  holds: async (open) => {
    const rows = await open([streamCounts(), oddOnes]);
    const events = sampleEvents(7);
    await projectBatch(rows, undefined, batchOf(events));
    await rows.pause('stream-counts');
    await rows.rebuild('stream-counts');
    await rows.replay('stream-counts');
    same(await countsIn(rows), [], 'the rows at first');
    const { position, fault } = (await checkpointOf(rows, 'stream-counts')) ?? {};
    same([position, fault], [undefined, undefined], 'the checkpoint at first');
    same((await rows.rowCheckpoints()).length, 2, 'checkpoints');
    await projectBatch(rows, undefined, batchOf(events));
    same(await countsIn(rows), expectedRows(events), 'the rows at the end');
    same((await checkpointOf(rows, 'odd-ones'))?.position, positionOf(7), 'the other rows');
  },
};

const dropped: RowsLaw = {
  name: 'rows of one version are taken away, and those of another version beside them stay and go on',
  holds: async (open) => {
    const rows = await open([streamCounts(), secondVersion()]);
    const events = sampleEvents(8);
    await projectBatch(rows, undefined, batchOf(events.slice(0, 5)));
    await rows.pause('stream-counts', 1);
    same(
      (await rows.stored()).map(({ fault }) => fault?.code),
      ['paused-by-operator', undefined],
      'the versions',
    );
    await rows.drop('stream-counts', 1);
    same(
      (await rows.stored()).map(({ version }) => version),
      [2],
      'the versions that are left',
    );
    await projectBatch(rows, positionOf(5), batchOf(events.slice(5)));
    same(await countsIn(rows, 'stream_counts_2'), expectedRows(events), 'the rows that are left');
    await rows.drop('stream-counts', 7);
    same((await rows.stored()).length, 1, 'checkpoints after a version was dropped that is not there');
  },
};

/** What an operator does with rows by hand, and what rows leave out. */
export const lawsByHand: readonly RowsLaw[] = [byHand, skipped, skippedAnew, replayed, dropped];
