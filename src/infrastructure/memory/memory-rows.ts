import type { StoredEvent } from '../../application/ports/event-store.js';
import type { Projection } from '../../application/ports/projection.js';
import type {
  Checkpoint,
  ParkedEvent,
  ProjectedRows,
  ProjectionRef,
  Slot,
} from '../../application/ports/projected-rows.js';
import type { ReadModelStore, Row } from '../../application/ports/read-model-store.js';
import { cardFold } from '../../projections/runtime/card-fold.js';
import { pausedByOperator } from '../../projections/runtime/paused-by-operator.js';
import { foldChanges, type Folded } from '../../projections/runtime/fold-changes.js';
import { isMeant, isSame } from '../../projections/runtime/projection-ref.js';
import {
  keptOf,
  lastOf,
  liveTables,
  projectBatch,
  projectedOrFault,
  type Kept,
  type RowsTransaction,
} from '../shared/project-batch.js';
import { notDeclared, type Table } from '../../projections/runtime/table.js';
import { rowQueries } from './row-queries.js';

/** The rows of some projections, in memory. */
export interface MemoryRows extends Omit<ProjectedRows, 'close'> {
  readonly rows: ReadModelStore;
  /** Projects events into the rows that are written with them. One that fails is paused; nothing else happens. */
  readonly projectInline: (events: readonly StoredEvent[]) => void;
}

const byName = (one: Checkpoint, other: Checkpoint): number => (nameOf(one) < nameOf(other) ? -1 : 1);

const nameOf = ({ name, version, slot }: ProjectionRef): string => [name, version, slot].join(' ');

interface Events {
  /** The end of the store whose events these rows are written with. */
  readonly head: () => string | undefined;
  readonly earlier: (stream: string, to: number) => readonly StoredEvent[];
  /** All events after a position. */
  readonly rest: (after: string) => readonly StoredEvent[];
}

const beginning = ({ name, version }: Projection, slot: Slot, isInline: boolean): Checkpoint => ({
  name,
  version,
  slot,
  position: undefined,
  isInline,
  lastEvent: undefined,
  fault: undefined,
  parked: 0,
});

export const memoryRows = (projections: readonly Projection[], written?: Events): MemoryRows => {
  const kept = keptOf(projections);
  const contents = new Map<Table, Map<string, Row>>();
  const rowsIn = (table: Table): Map<string, Row> => {
    const known = contents.get(table);
    if (known !== undefined) return known;
    const rows = new Map<string, Row>();
    contents.set(table, rows);
    return rows;
  };
  let checkpoints = projections.map((each) => beginning(each, 'live', written !== undefined)).sort(byName);
  const leftOut = new Map<string, readonly ParkedEvent[]>();
  const cards = cardFold();
  const queries = rowQueries(liveTables(kept), rowsIn);

  const save = (checkpoint: Checkpoint): void => {
    const index = checkpoints.findIndex((each) => isSame(each, checkpoint));
    checkpoints = index < 0 ? [...checkpoints, checkpoint].sort(byName) : checkpoints.with(index, checkpoint);
  };
  const drop = (ref: ProjectionRef): void => {
    checkpoints = checkpoints.filter((each) => !isSame(each, ref));
    leftOut.delete(nameOf(ref));
  };
  const park = (ref: ProjectionRef, parked: readonly ParkedEvent[]): void => {
    leftOut.set(nameOf(ref), [...(leftOut.get(nameOf(ref)) ?? []), ...parked]);
  };
  const fold: RowsTransaction['fold'] = ({ projection, tables }, slot, events): Folded => {
    const rows = rowsIn(tables[slot]);
    return foldChanges(projection, tables[slot], events, (name) => rows.get(name));
  };
  const write: RowsTransaction['write'] = ({ tables }, slot, folded) => {
    const rows = rowsIn(tables[slot]);
    for (const { key, after } of 'writes' in folded ? folded.writes : [])
      if (after === undefined) rows.delete(key);
      else rows.set(key, after);
  };
  const positionOf = (checkpoint: Checkpoint): Checkpoint =>
    checkpoint.isInline ? { ...checkpoint, position: written?.head() } : checkpoint;

  const within: RowsTransaction = {
    checkpoints: () => checkpoints.map(positionOf),
    fold,
    write,
    save,
    park,
    isHead: (position) => written !== undefined && written.head() === position,
    switchOver: ({ tables }, rebuilt) => {
      contents.set(tables.live, rowsIn(tables.rebuild));
      contents.delete(tables.rebuild);
      const live = { ...rebuilt, slot: 'live' } as const;
      leftOut.set(nameOf(live), leftOut.get(nameOf(rebuilt)) ?? []);
      drop(rebuilt);
      save(live);
    },
  };

  const mustFind = (name: string, version?: number): readonly Kept[] => {
    const found = kept.filter(({ projection }) => isMeant(projection, name, version));
    if (found.length === 0) throw notDeclared(name);
    return found;
  };
  const checkpointsOf = (name: string, version?: number): readonly Checkpoint[] =>
    checkpoints.filter((each) => isMeant(each, name, version));
  const cancel = (name: string, version?: number): void => {
    for (const { tables } of mustFind(name, version)) contents.delete(tables.rebuild);
    checkpointsOf(name, version)
      .filter(({ slot }) => slot === 'rebuild')
      .forEach(drop);
  };
  /** Takes the rows of one version away, and what is made anew beside them. */
  const dropAll = ({ projection: { name, version }, tables }: Kept): void => {
    for (const table of Object.values(tables)) contents.delete(table);
    for (const slot of ['live', 'rebuild'] as const) drop({ name, version, slot });
  };

  return {
    projections,
    projectInline: (events) => {
      const inline = checkpoints.filter(({ isInline }) => isInline);
      if (written === undefined || inline.length === 0) return;
      const before = written.head();
      const projected = projectedOrFault(() => cards.project(events, written.earlier));
      const steps = kept.flatMap((own) => {
        const { name, version } = own.projection;
        const checkpoint = inline.find((each) => isSame(each, { name, version, slot: 'live' }));
        if (checkpoint === undefined) return [];
        const folded = 'fault' in projected ? projected : fold(own, 'live', projected.events);
        return [{ own, checkpoint, folded }];
      });
      const last = 'events' in projected ? lastOf(projected.events) : undefined;
      // Nothing is written before everything is folded: a store whose append fails here keeps its rows as they were.
      for (const { own, checkpoint, folded } of steps) {
        if ('fault' in folded) {
          save({ ...checkpoint, position: before, isInline: false, fault: folded.fault });
          continue;
        }
        write(own, 'live', folded);
        if (folded.parked.length > 0) park(checkpoint, folded.parked);
        save({
          ...checkpoint,
          lastEvent: last ?? checkpoint.lastEvent,
          parked: checkpoint.parked + folded.parked.length,
        });
      }
    },
    rows: {
      get: async (name, key) => Promise.resolve(queries.get(name, key)),
      list: async (query) => Promise.resolve(queries.list(query)),
      count: async (query) => Promise.resolve(queries.count(query)),
      groups: async (query) => Promise.resolve(queries.groups(query)),
    },
    rowCheckpoints: async () => Promise.resolve(within.checkpoints()),
    known: within.checkpoints,
    project: async (after, batch, refs) => {
      projectBatch(kept, within, after, batch, refs);
      const rest = written?.rest(batch.position) ?? [];
      const position = rest.at(-1)?.position;
      if (written !== undefined && position !== undefined)
        projectBatch(
          kept,
          within,
          batch.position,
          { events: cards.project(rest, written.earlier), position },
          refs,
        );
      return Promise.resolve();
    },
    stored: async () => Promise.resolve(within.checkpoints()),
    pause: async (name, version) => {
      mustFind(name, version);
      for (const each of checkpointsOf(name, version).map(positionOf))
        if (each.fault === undefined) save({ ...each, isInline: false, fault: pausedByOperator });
      return Promise.resolve();
    },
    resume: async (name, version) => {
      mustFind(name, version);
      for (const each of checkpointsOf(name, version))
        if (each.fault !== undefined)
          save({
            ...each,
            fault: undefined,
            isInline: written !== undefined && written.head() === each.position,
          });
      return Promise.resolve();
    },
    replay: async (name, version) => {
      for (const own of mustFind(name, version)) {
        dropAll(own);
        save(beginning(own.projection, 'live', written !== undefined && written.head() === undefined));
      }
      return Promise.resolve();
    },
    rebuild: async (name, version) => {
      cancel(name, version);
      for (const { projection } of mustFind(name, version)) {
        const ref = { name: projection.name, version: projection.version, slot: 'live' } as const;
        const live = within.checkpoints().find((each) => isSame(each, ref));
        if (live?.position !== undefined) save(beginning(projection, 'rebuild', false));
      }
      return Promise.resolve();
    },
    cancelRebuild: async (name, version) => {
      cancel(name, version);
      return Promise.resolve();
    },
    drop: async (name, version) => {
      kept.filter(({ projection }) => isMeant(projection, name, version)).forEach(dropAll);
      return Promise.resolve();
    },
    parkedEvents: async (name, version, { limit, after = '' }) => {
      const found = leftOut.get(nameOf({ name, version, slot: 'live' })) ?? [];
      return Promise.resolve(found.filter(({ position }) => position > after).slice(0, limit));
    },
  };
};
