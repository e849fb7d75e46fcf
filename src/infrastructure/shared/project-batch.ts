import type { Position } from '../../application/ports/event-store.js';
import type { ProjectedEvent, Projection } from '../../application/ports/projection.js';
import type {
  Checkpoint,
  LastEvent,
  ParkedEvent,
  ProjectedBatch,
  ProjectionFault,
  ProjectionRef,
  Slot,
} from '../../application/ports/projected-rows.js';
import { storeError } from '../../application/errors/store-error.js';
import { inWords, reasonOf } from '../../application/errors/reason-of.js';
import { codeOf } from '../../application/errors/code-of.js';
import type { Folded } from '../../projections/runtime/fold-changes.js';
import { isSame } from '../../projections/runtime/projection-ref.js';
import { declaredTwice, tableOf, type Table } from '../../projections/runtime/table.js';

/** A projection with the tables of its rows: those that are read, and those that are made anew. */
export interface Kept {
  readonly projection: Projection;
  readonly tables: Readonly<Record<Slot, Table>>;
}

export const refOf = ({ projection: { name, version } }: Kept, slot: Slot): ProjectionRef => ({
  name,
  version,
  slot,
});

/** The projections of a set, each with its tables. Throws `rows-invalid`. */
export const keptOf = (projections: readonly Projection[]): readonly Kept[] => {
  const names = new Set<string>();
  return projections.map((projection) => {
    const { table } = projection;
    if (names.has(table.name)) throw declaredTwice(table.name);
    names.add(table.name);
    const tables = { live: tableOf(table), rebuild: tableOf({ ...table, name: `${table.name}_rebuild` }) };
    return { projection, tables };
  });
};

/** The tables that are read, by name. */
export const liveTables = (kept: readonly Kept[]): ReadonlyMap<string, Table> =>
  new Map(kept.map(({ tables: { live } }) => [live.definition.name, live]));

/** What is asked of the place of some rows, all within one transaction. */
export interface RowsTransaction {
  readonly checkpoints: () => readonly Checkpoint[];
  readonly fold: (kept: Kept, slot: Slot, events: readonly ProjectedEvent[]) => Folded;
  readonly write: (kept: Kept, slot: Slot, folded: Folded) => void;
  readonly save: (checkpoint: Checkpoint) => void;
  /** Records what the rows left out. */
  readonly park: (ref: ProjectionRef, parked: readonly ParkedEvent[]) => void;
  /** Whether this is the end of a store that writes these rows with its events. */
  readonly isHead: (position: Position) => boolean;
  /** Puts rows that were made anew in the place of those that are read. */
  readonly switchOver: (kept: Kept, rebuilt: Checkpoint) => void;
}

/**
 * Events with their cards, or why these cannot be folded, by which no projection can go on. Throws what is a fault of the
 * store.
 */
export const projectedOrFault = (
  project: () => readonly ProjectedEvent[],
): { readonly events: readonly ProjectedEvent[] } | { readonly fault: ProjectionFault } => {
  try {
    return { events: project() };
  } catch (error) {
    const isOfStore =
      codeOf(error)?.startsWith('store-') === true || (error instanceof Error && 'errcode' in error);
    if (isOfStore) throw error;
    return {
      fault: { code: codeOf(error) ?? 'projection-failed', message: reasonOf(error), ...inWords(error) },
    };
  }
};

export const lastOf = (events: readonly ProjectedEvent[]): LastEvent | undefined => {
  const last = events.at(-1)?.event;
  return last && { id: last.id, stream: last.stream, revision: last.revision, position: last.position };
};

const isBefore = (one: Position | undefined, other: Position | undefined): boolean =>
  other !== undefined && (one === undefined || one < other);

interface Step {
  readonly own: Kept;
  readonly checkpoint: Checkpoint;
  /** How far the rows are that are read. */
  readonly live: Position | undefined;
}

const projectInto = (
  { own, checkpoint, live }: Step,
  within: RowsTransaction,
  batch: ProjectedBatch,
): void => {
  const { slot } = checkpoint;
  const isNew = isBefore(checkpoint.position, batch.position);
  const fresh = isNew
    ? batch.events.filter(({ event }) => isBefore(checkpoint.position, event.position))
    : [];
  const folded = within.fold(own, slot, fresh);
  if ('fault' in folded) {
    within.save({ ...checkpoint, fault: folded.fault });
    return;
  }
  within.write(own, slot, folded);
  if (folded.parked.length > 0) within.park(checkpoint, folded.parked);
  const counted = { ...checkpoint, parked: checkpoint.parked + folded.parked.length };
  const moved = movedTo(isNew ? batch.position : checkpoint.position, counted, fresh, within);
  if (slot === 'rebuild' && (moved.isInline || !isBefore(moved.position, live)))
    within.switchOver(own, moved);
  else if (isNew || moved.isInline) within.save(moved);
};

const movedTo = (
  position: Position | undefined,
  checkpoint: Checkpoint,
  fresh: readonly ProjectedEvent[],
  { isHead }: RowsTransaction,
): Checkpoint => ({
  ...checkpoint,
  position,
  lastEvent: lastOf(fresh) ?? checkpoint.lastEvent,
  isInline: position !== undefined && isHead(position),
});

/** Projects a batch into the rows of some projections, each by its own checkpoint (design: promise 8). */
export const projectBatch = (
  kept: readonly Kept[],
  within: RowsTransaction,
  after: Position | undefined,
  batch: ProjectedBatch,
  refs: readonly ProjectionRef[],
): void => {
  const found = within.checkpoints();
  const checkpointOf = (ref: ProjectionRef) => found.find((each) => isSame(each, ref));
  for (const ref of refs) {
    const checkpoint = checkpointOf(ref);
    const own = kept.find(({ projection: { name, version } }) =>
      isSame({ name, version, slot: ref.slot }, ref),
    );
    // A rebuild that has taken the place of the live rows is no more.
    if (checkpoint === undefined || own === undefined) continue;
    if (checkpoint.fault !== undefined || checkpoint.isInline) continue;
    if (isBefore(checkpoint.position, after)) throw storeError('rows-moved');
    const live = checkpointOf({ ...ref, slot: 'live' })?.position;
    projectInto({ own, checkpoint, live }, within, batch);
  }
};
