import type { StoredEvent } from '../../application/ports/event-store.js';
import type { Projection } from '../../application/ports/projection.js';
import type { Checkpoint, ProjectedRows, Slot } from '../../application/ports/projected-rows.js';
import type { ReadModelStore, Row } from '../../application/ports/read-model-store.js';
import { storeError } from '../../application/errors/store-error.js';
import { cardFold } from '../../projections/runtime/card-fold.js';
import { foldChanges, type Folded } from '../../projections/runtime/fold-changes.js';
import { isSame } from '../../projections/runtime/projection-ref.js';
import {
  keptOf,
  lastOf,
  liveTables,
  projectBatch,
  projectedOrFault,
  type Kept,
  type RowsTransaction,
} from '../shared/project-batch.js';
import type { Table } from '../../projections/runtime/table.js';
import { rowQueries } from './row-queries.js';

/** The rows of some projections, in memory. */
export interface MemoryRows extends Omit<ProjectedRows, 'close'> {
  readonly rows: ReadModelStore;
  /** Projects events into the rows that are written with them. One that fails is paused; nothing else happens. */
  readonly projectInline: (events: readonly StoredEvent[]) => void;
}

const byName = (one: Checkpoint, other: Checkpoint): number => (nameOf(one) < nameOf(other) ? -1 : 1);

const nameOf = ({ name, version, slot }: Checkpoint): string => [name, version, slot].join(' ');

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
  const cards = cardFold();
  const queries = rowQueries(liveTables(kept), rowsIn);

  const save = (checkpoint: Checkpoint): void => {
    checkpoints = [...checkpoints.filter((each) => !isSame(each, checkpoint)), checkpoint].sort(byName);
  };
  const drop = (checkpoint: Checkpoint): void => {
    checkpoints = checkpoints.filter((each) => !isSame(each, checkpoint));
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
    isHead: (position) => written !== undefined && written.head() === position,
    switchOver: ({ tables }, rebuilt) => {
      contents.set(tables.live, rowsIn(tables.rebuild));
      contents.delete(tables.rebuild);
      drop(rebuilt);
      save({ ...rebuilt, slot: 'live' });
    },
  };

  const mustFind = (name: string): readonly Kept[] => {
    const found = kept.filter(({ projection }) => projection.name === name);
    if (found.length === 0) throw storeError('rows-invalid', { table: name, reason: 'not declared' });
    return found;
  };
  const rebuildsOf = (name: string): readonly Checkpoint[] =>
    checkpoints.filter((each) => each.name === name && each.slot === 'rebuild');
  const cancel = (name: string): void => {
    for (const { tables } of mustFind(name)) contents.delete(tables.rebuild);
    rebuildsOf(name).forEach(drop);
  };

  return {
    projections,
    projectInline: (events) => {
      const inline = checkpoints.filter(({ isInline }) => isInline);
      if (written === undefined || inline.length === 0) return;
      const before = written.head();
      const projected = projectedOrFault(() => cards.project(events, written.earlier));
      for (const own of kept) {
        const { name, version } = own.projection;
        const checkpoint = inline.find((each) => isSame(each, { name, version, slot: 'live' }));
        if (checkpoint === undefined) continue;
        const folded = 'fault' in projected ? projected : fold(own, 'live', projected.events);
        if ('fault' in folded) {
          save({ ...checkpoint, position: before, isInline: false, fault: folded.fault });
          continue;
        }
        write(own, 'live', folded);
        const last = 'events' in projected ? lastOf(projected.events) : undefined;
        save({ ...checkpoint, lastEvent: last ?? checkpoint.lastEvent });
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
    resume: async (name) => {
      mustFind(name);
      for (const each of checkpoints)
        if (each.name === name && each.fault !== undefined)
          save({
            ...each,
            fault: undefined,
            isInline: written !== undefined && written.head() === each.position,
          });
      return Promise.resolve();
    },
    rebuild: async (name) => {
      cancel(name);
      for (const { projection } of mustFind(name)) {
        const ref = { name: projection.name, version: projection.version, slot: 'live' } as const;
        const live = within.checkpoints().find((each) => isSame(each, ref));
        if (live?.position !== undefined) save(beginning(projection, 'rebuild', false));
      }
      return Promise.resolve();
    },
    cancelRebuild: async (name) => {
      cancel(name);
      return Promise.resolve();
    },
  };
};
