import { setImmediate, setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { codeOf } from '../../../src/application/errors/code-of.js';
import type { EventFeed } from '../../../src/application/ports/event-feed.js';
import type { EventStore, StoredEvent } from '../../../src/application/ports/event-store.js';
import { silentLogger } from '../../../src/application/ports/logger.js';
import type { Projection } from '../../../src/application/ports/projection.js';
import type { ProjectedRows, ProjectionRef } from '../../../src/application/ports/projected-rows.js';
import type { Projector } from '../../../src/application/ports/projector.js';
import { memoryProjectedRows } from '../../../src/infrastructure/memory/index.js';
import { systemTimers } from '../../../src/infrastructure/shared/system/system-timers.js';
import { cardFold } from '../../../src/projections/runtime/card-fold.js';
import { createProjector } from '../../../src/projections/runtime/projector.js';
import {
  expectedOddOnes,
  expectedRows,
  oddOnes,
  streamCounts,
} from '../../../src/testing/event-store-contract/inline-samples.js';
import { sampleAppend } from '../../../src/testing/event-store-contract/samples.js';

const disturbances = [
  ...['append', 'append', 'append', 'poison', 'catch-up', 'cut', 'cut-and-crash', 'crash', 'again', 'start'],
  ...['rebuild', 'rebuild-to-the-end', 'cancel', 'replay', 'pause', 'resume', 'break', 'mend', 'feed'],
] as const;

/** One thing that happens to a store and its rows. */
export interface Disturbance {
  readonly what: (typeof disturbances)[number];
  readonly which: number;
  readonly many: number;
}

/** Histories of what happens, in order. */
export const histories: fc.Arbitrary<readonly Disturbance[]> = fc.array(
  fc.record({
    what: fc.constantFrom(...disturbances),
    which: fc.nat(2),
    many: fc.integer({ min: 1, max: 7 }),
  }),
  { minLength: 8, maxLength: 40 },
);

/** A store, its rows, and how its events come to them. */
export interface Place {
  readonly store: EventStore;
  readonly rows: ProjectedRows;
  readonly feed: EventFeed;
  /** Lets something go wrong with what tells of events; absent where nothing can. */
  readonly disturbFeed?: (which: number, many: number) => Promise<void>;
  /** Everything of this process is gone; what is kept is opened anew. */
  readonly crash: () => Promise<Place>;
  readonly close: () => Promise<void>;
}

/** Opens a place for these read models. */
export type OpenPlace = (projections: readonly Projection[], prefix: string) => Promise<Place>;

const named = (name: string, over: Partial<Projection>, of: Projection): Projection => ({
  ...of,
  ...over,
  name,
  table: { ...of.table, name: name.replaceAll('-', '_') },
});

const isPoisoned = ({ data }: StoredEvent): boolean => data['poison'] === true;

/** Three read models: one takes everything, one skips what is poisoned, one is paused by it while it is broken. */
const readModels = (isBroken: () => boolean): readonly Projection[] => {
  const counts = streamCounts();
  const halfWay: Projection['changes'] = (projected) => {
    const { event } = projected;
    const changes = counts.changes({ ...projected, event: { ...event, data: {} } });
    // What was changed before it fails has to be undone.
    return isPoisoned(event) ? [...changes, { kind: 'set', row: { stream: 'half a row' } }] : changes;
  };
  const skipping = named('skipping', { failurePolicy: 'skip', changes: halfWay }, counts);
  return [oddOnes, skipping, named('pausing', {}, streamCounts([], isBroken))];
};

const contentsOf = async ({ rows }: ProjectedRows, { table }: Projection): Promise<string> =>
  JSON.stringify(await rows.list({ table: table.name, where: {}, orderBy: table.key, limit: 10_000 }));

const parkedOf = async (rows: ProjectedRows, { name, version }: Projection): Promise<string> =>
  JSON.stringify(await rows.parkedEvents(name, version, { limit: 10_000 }));

const eventsIn = async (store: EventStore, prefix: string): Promise<readonly StoredEvent[]> => {
  const events: StoredEvent[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await store.readAll({
      limit: 1_000,
      prefixes: [prefix],
      ...(after !== undefined && { after }),
    });
    events.push(...page.events);
    after = page.next ?? after;
    if (page.caughtUp) return events;
  }
};

const refsOf = (projections: readonly Projection[]): readonly ProjectionRef[] =>
  projections.map(({ name, version }) => ({ name, version, slot: 'live' }));

/** What may be refused on the way: an event that cannot be taken, rows that moved, work that was stopped. */
const refused: ReadonlySet<string> = new Set(['rows-paused', 'rows-behind', 'rows-moved', 'store-closed']);

const trying = async (work: () => Promise<unknown>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (!refused.has(codeOf(error) ?? '')) throw error;
  }
};

/** The rows that the events give in a place of their own, in one batch. */
const afresh = async (
  projections: readonly Projection[],
  events: readonly StoredEvent[],
): Promise<ProjectedRows> => {
  const fresh = memoryProjectedRows({ projections });
  const position = events.at(-1)?.position;
  const given = cardFold().project(events, () => []);
  if (position !== undefined)
    await fresh.project(undefined, { events: given, position }, refsOf(projections));
  return fresh;
};

/**
 * Lives through a history, mends what is broken, lets everything go on, and holds that the rows are those of a fresh
 * rebuild, byte for byte, parked events and all. Throws what it finds.
 */
export const livesThrough = async (
  open: OpenPlace,
  history: readonly Disturbance[],
  prefix: string,
): Promise<void> => {
  let isBroken = true;
  const projections = readModels(() => isBroken);
  let place = await open(projections, prefix);
  let commands = 0;
  const nameAt = (which: number): string => projections[which]?.name ?? '';
  const projectorOf = ({ store, rows, feed }: Place): Projector =>
    createProjector({ feed, store, rows, prefixes: [prefix], timers: systemTimers, logger: silentLogger });
  let projector = projectorOf(place);

  const append = async ({ many, which }: Disturbance, unusual: object = {}): Promise<void> => {
    for (let index = 0; index < many; index += 1) {
      commands += 1;
      const stream = `${prefix}${String((commands + which) % 4)}`;
      const id = `${prefix}command-${String(commands)}`;
      await place.store.append(sampleAppend(stream, id, 'any', 1 + (index % 2), index === 0 ? unusual : {}));
    }
  };

  /** A batch that begins before what the rows have, and may end before or beyond it. */
  const again = async ({ many, which }: Disturbance): Promise<void> => {
    const events = await eventsIn(place.store, prefix);
    const from = Math.max(0, Math.min(which * many, events.length - 1));
    const page = events.slice(from, from + many * 3);
    const position = page.at(-1)?.position;
    if (position === undefined) return;
    const given = await cardFold().projectFrom(page, place.store);
    await place.rows.project(events[from - 1]?.position, { events: given, position }, refsOf(projections));
  };

  const crash = async (): Promise<void> => {
    await projector.stop().catch(() => undefined);
    place = await place.crash();
    projector = projectorOf(place);
  };

  /** Brings the rows on, and stops after so many turns of the process: half-way, or when they are there. */
  const cut = async ({ many }: Disturbance): Promise<void> => {
    const coming = projector.catchUp();
    coming.catch(() => undefined);
    for (let turn = 1; turn < many; turn += 1) await setImmediate();
    await projector.stop();
    await coming;
  };

  /** Lets what a rebuild left behind go on to its end, without beginning it again. */
  const endRebuilds = async (): Promise<void> => {
    const isLeft = async () => (await place.rows.rowCheckpoints()).some(({ slot }) => slot === 'rebuild');
    if (!(await isLeft())) return;
    await projector.start();
    await append({ what: 'append', which: 0, many: 1 });
    for (let looks = 0; await isLeft(); looks += 1) {
      if (looks > 2_000) throw new Error('a rebuild that was left behind comes to no end');
      await setTimeout(5);
    }
  };

  const happens = async (disturbance: Disturbance): Promise<void> => {
    const name = nameAt(disturbance.which);
    switch (disturbance.what) {
      case 'append':
        return append(disturbance);
      case 'poison':
        return append(disturbance, { data: { poison: true } });
      case 'catch-up':
        return projector.catchUp();
      case 'cut':
        return cut(disturbance);
      case 'cut-and-crash':
        await trying(() => cut(disturbance));
        return crash();
      case 'crash':
        return crash();
      case 'again':
        return again(disturbance);
      case 'start':
        return projector.start();
      case 'feed':
        return place.disturbFeed?.(disturbance.which, disturbance.many);
      case 'rebuild':
        return place.rows.rebuild(name);
      case 'rebuild-to-the-end':
        return projector.rebuild(name);
      case 'cancel':
        return place.rows.cancelRebuild(name);
      case 'replay':
        return place.rows.replay(name);
      case 'pause':
        return place.rows.pause(name);
      case 'resume':
        return place.rows.resume(name);
      case 'break':
      case 'mend':
        isBroken = disturbance.what === 'break';
    }
  };

  try {
    for (const disturbance of history) await trying(() => happens(disturbance));
    isBroken = false;
    await append({ what: 'append', which: 0, many: 1 });
    for (const { name } of projections) await place.rows.resume(name);
    await endRebuilds();
    await projector.catchUp();
    const events = await eventsIn(place.store, prefix);
    const fresh = await afresh(projections, events);
    const counted: Readonly<Record<string, readonly object[]>> = {
      'odd-ones': expectedOddOnes(events),
      skipping: expectedRows(events.filter((event) => !isPoisoned(event))),
      pausing: expectedRows(events),
    };
    for (const each of projections) {
      const [is, ought] = [await contentsOf(place.rows, each), await contentsOf(fresh, each)];
      if (is !== ought)
        throw new Error(`${each.name}: the rows are not those of a rebuild\n- ${ought}\n+ ${is}`);
      if (ought !== JSON.stringify(counted[each.name]))
        throw new Error(`${each.name}: a rebuild gives other rows than were counted\n+ ${ought}`);
      const [left, expected] = [await parkedOf(place.rows, each), await parkedOf(fresh, each)];
      if (left !== expected)
        throw new Error(`${each.name}: other events are parked\n- ${expected}\n+ ${left}`);
    }
    for (const { name, fault } of await place.rows.rowCheckpoints())
      if (fault !== undefined) throw new Error(`${name} is paused: ${fault.message}`);
  } finally {
    await projector.stop().catch(() => undefined);
    await place.close();
  }
};
