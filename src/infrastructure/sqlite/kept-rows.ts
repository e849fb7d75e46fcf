import type { Page, Position, StoredEvent } from '../../application/ports/event-store.js';
import type { Projection } from '../../application/ports/projection.js';
import type {
  Checkpoint,
  ParkedEvent,
  ProjectedBatch,
  ProjectionFault,
  ProjectionRef,
  Slot,
} from '../../application/ports/projected-rows.js';
import type { Row } from '../../application/ports/read-model-store.js';
import { storeError } from '../../application/errors/store-error.js';
import { cardFold } from '../../projections/runtime/card-fold.js';
import { pausedFault } from '../../projections/runtime/feed-run.js';
import { foldChanges } from '../../projections/runtime/fold-changes.js';
import { pausedByOperator } from '../../projections/runtime/paused-by-operator.js';
import { isOfTable, otherColumns } from '../../projections/runtime/table-fault.js';
import { isMeant, isSame } from '../../projections/runtime/projection-ref.js';
import {
  keptOf,
  liveTables,
  projectBatch,
  projectedOrFault,
  refOf,
  type Kept,
  type RowsTransaction,
} from '../shared/project-batch.js';
import { recentCache, type RecentCache } from '../../application/recent-cache.js';
import type { Database } from '../shared/sqlite-driver.js';
import { notDeclared, type Table } from '../../projections/runtime/table.js';
import { checkpointTable, type StoredCheckpoint } from './checkpoint-table.js';
import { damagedTables } from './damaged-tables.js';
import { dropStored } from './drop-stored.js';
import { createTable, dropTable, replaceTable, rowTable, type RowTable } from './row-tables.js';

/** The rows of some projections in a file, and their checkpoints. What writes belongs into a transaction. */
export interface KeptRows {
  readonly tables: ReadonlyMap<string, Table>;
  /** The tables that the file lacks. */
  readonly missing: () => readonly Table[];
  /** Makes the tables that the file lacks. */
  readonly ensure: () => void;
  /** Whether the file has lost its checkpoints: `ensure` begins all rows anew. */
  readonly areGone: () => boolean;
  readonly checkpoints: () => readonly Checkpoint[];
  readonly known: () => readonly Checkpoint[];
  readonly project: (
    after: Position | undefined,
    batch: ProjectedBatch,
    refs: readonly ProjectionRef[],
  ) => void;
  /** The checkpoints of all rows that lie in the file, also of versions that this set lacks. */
  readonly stored: () => readonly Checkpoint[];
  readonly pause: (name: string, version?: number) => void;
  readonly resume: (name: string, version?: number) => void;
  readonly replay: (name: string, version?: number) => void;
  readonly rebuild: (name: string, version?: number) => void;
  readonly cancelRebuild: (name: string, version?: number) => void;
  readonly drop: (name: string, version: number) => void;
  readonly parkedEvents: (
    name: string,
    version: number,
    page: { readonly limit: number; readonly after?: Position },
  ) => readonly ParkedEvent[];
  /**
   * Takes over which projections are written with the events: those that are at the end of them. What others wrote
   * with the events and this set lacks, is behind from here on.
   */
  readonly join: () => void;
  /** Whether `projectInline` has anything to do. */
  readonly hasInline: () => boolean;
  /** Projects events just stored into the rows that are written with them; one that fails is paused. */
  readonly projectInline: (events: readonly StoredEvent[], before: Position | undefined) => void;
  /** Drops what is remembered: a transaction was undone, or another connection has written. */
  readonly forget: () => void;
}

interface KeptRowsParts {
  readonly projections: readonly Projection[];
  /** The events that the rows are written with; absent where they lie apart. */
  readonly events?: {
    readonly head: () => Position | undefined;
    readonly earlier: (stream: string, to: number) => readonly StoredEvent[];
    /** Some events after a position, and how far they go. */
    readonly rest: (after: Position) => Page;
  };
}

interface Contents {
  readonly rows: RowTable;
  readonly recent: RecentCache<Row>;
}

/** Rows of each table kept in memory: a miss is one look by the key. */
const remembered = 2_000;

export const keptRows = (database: Database, { projections, events }: KeptRowsParts): KeptRows => {
  const kept = keptOf(projections);
  const stored = checkpointTable(database);
  const damaged = damagedTables(database);
  const cards = cardFold();
  const contents = new Map<Table, Contents>();
  let inlineNow: readonly Kept[] = [];
  let known: readonly Checkpoint[] = [];

  const contentsOf = (table: Table): Contents => {
    const found = contents.get(table);
    if (found !== undefined) return found;
    const made = { rows: rowTable(database, table), recent: recentCache<Row>(remembered) };
    contents.set(table, made);
    return made;
  };

  const definitions = new Map(kept.map((own) => [own, JSON.stringify(own.projection.table)]));
  const definitionOf = (own: Kept): string => definitions.get(own) ?? '';
  const ownerOf = (ref: ProjectionRef): Kept | undefined =>
    kept.find((each) => isSame(refOf(each, ref.slot), ref));
  const mustOwn = (name: string, version?: number): readonly Kept[] => {
    const found = kept.filter(({ projection }) => isMeant(projection, name, version));
    if (found.length === 0) throw notDeclared(name);
    return found;
  };

  /** Tells why rows cannot be followed in the table that the file has now. */
  const tableFaults = () => {
    const faultOf = damaged.look();
    return ({ definition, slot }: StoredCheckpoint, own: Kept): ProjectionFault | undefined =>
      definition === definitionOf(own) ? faultOf(own.tables[slot]) : otherColumns;
  };

  const checkpoints = (): readonly StoredCheckpoint[] => {
    const tableFaultOf = tableFaults();
    // As the file has it: an inline one is as far as the events, one whose table is another is paused.
    const found = stored.read().flatMap((checkpoint) => {
      const owner = ownerOf(checkpoint);
      if (owner === undefined) return [];
      const position = checkpoint.isInline ? events?.head() : checkpoint.position;
      return [{ ...checkpoint, position, fault: tableFaultOf(checkpoint, owner) ?? checkpoint.fault }];
    });
    known = found;
    return found;
  };

  const save = (checkpoint: Checkpoint): void => {
    const before = checkpoints().find((each) => isSame(each, checkpoint));
    if (before === undefined) throw storeError('rows-moved');
    stored.save({ ...before, ...checkpoint });
    checkpoints();
  };

  /** Takes a table away, and with it what is remembered of its rows: the next one of that name has none of them. */
  const drop = (table: Table): void => {
    dropTable(database, table);
    contents.delete(table);
  };

  const begin = (own: Kept, slot: Slot): void => {
    const all = stored.read();
    const live = all.find((each) => isSame(each, refOf(own, 'live')));
    const generation = (live?.generation ?? 0) + 1;
    drop(own.tables[slot]);
    createTable(database, own.tables[slot], generation);
    // Nothing is missing where nothing was stored yet.
    const isInline = slot === 'live' && events !== undefined && events.head() === undefined;
    const blank = { position: undefined, lastEvent: undefined, fault: undefined, parked: 0 };
    stored.remove(refOf(own, slot));
    stored.save({ ...refOf(own, slot), ...blank, isInline, definition: definitionOf(own), generation });
  };

  const write: RowsTransaction['write'] = ({ tables }, slot, folded) => {
    const { rows, recent } = contentsOf(tables[slot]);
    for (const change of 'writes' in folded ? folded.writes : []) {
      rows.write(change);
      if (change.after === undefined) recent.remove(change.key);
      else recent.set(change.key, change.after);
    }
  };

  const fold: RowsTransaction['fold'] = ({ projection, tables }, slot, given) => {
    const { rows, recent } = contentsOf(tables[slot]);
    return foldChanges(projection, tables[slot], given, (text, key) => {
      const row = recent.get(text);
      if (row !== undefined) return row;
      const found = rows.find(key);
      if (found !== undefined) recent.set(text, found);
      return found;
    });
  };

  const within: RowsTransaction = {
    checkpoints,
    fold,
    write,
    save,
    park: stored.park,
    isHead: (position) => events !== undefined && events.head() === position,
    switchOver: (own, rebuilt) => {
      const generation = stored.read().find((each) => isSame(each, rebuilt))?.generation ?? 0;
      replaceTable(database, own.tables.live, own.tables.rebuild);
      stored.takeOverParked(rebuilt);
      stored.remove(rebuilt);
      stored.save({ ...rebuilt, slot: 'live', generation, definition: definitionOf(own) });
      for (const table of Object.values(own.tables)) contents.delete(table);
      checkpoints();
    },
  };

  const cancelRebuild = (name: string, version?: number): void => {
    for (const own of mustOwn(name, version)) {
      drop(own.tables.rebuild);
      stored.remove(refOf(own, 'rebuild'));
    }
    checkpoints();
  };

  const ensure = (): void => {
    stored.ensure();
    const found = stored.read();
    for (const own of kept) if (!found.some((each) => isSame(each, refOf(own, 'live')))) begin(own, 'live');
  };

  const join = (): void => {
    if (events !== undefined) {
      const head = events.head();
      const tableFaultOf = tableFaults();
      /** Whether the rows of a checkpoint are written with the events from here on. */
      const isJoining = (checkpoint: StoredCheckpoint): boolean => {
        const own = ownerOf(checkpoint);
        if (own === undefined || tableFaultOf(checkpoint, own) !== undefined) return false;
        if (checkpoint.isInline) return true;
        return checkpoint.slot === 'live' && checkpoint.position === head && checkpoint.fault === undefined;
      };
      for (const checkpoint of stored.read()) {
        const isInline = isJoining(checkpoint);
        if (isInline !== checkpoint.isInline)
          stored.save({ ...checkpoint, isInline, position: isInline ? undefined : head });
      }
    }
    const inline = checkpoints().filter(({ isInline, fault }) => isInline && fault === undefined);
    inlineNow = kept.filter((own) => inline.some((each) => isSame(each, refOf(own, 'live'))));
  };

  const leaveOut = (own: Kept, parked: readonly ParkedEvent[]): void => {
    const ref = refOf(own, 'live');
    stored.park(ref, parked);
    const before = checkpoints().find((each) => isSame(each, ref));
    if (before !== undefined) save({ ...before, parked: before.parked + parked.length });
  };

  const pause = (own: Kept, position: Position | undefined, fault: ProjectionFault): void => {
    const { parked = 0 } = checkpoints().find((each) => isSame(each, refOf(own, 'live'))) ?? {};
    save({ ...refOf(own, 'live'), position, isInline: false, lastEvent: undefined, fault, parked });
    inlineNow = inlineNow.filter((each) => each !== own);
  };

  return {
    tables: liveTables(kept),
    missing: () => {
      const found = stored.read();
      return kept
        .filter((own) => !found.some((each) => isSame(each, refOf(own, 'live'))))
        .map(({ tables }) => tables.live);
    },
    ensure,
    areGone: stored.areGone,
    checkpoints,
    known: () => known,
    project: (after, batch, refs) => {
      projectBatch(kept, within, after, batch, refs);
      // What was stored since the batch was read is few: with it the rows are at the end, within this transaction.
      const rest = events?.rest(batch.position);
      if (events === undefined || rest?.next === undefined || !rest.caughtUp || rest.events.length === 0)
        return;
      const projected = cards.project(rest.events, events.earlier);
      projectBatch(kept, within, batch.position, { events: projected, position: rest.next }, refs);
    },
    stored: () => stored.read().map((each) => (each.isInline ? { ...each, position: events?.head() } : each)),
    pause: (name, version) => {
      mustOwn(name, version);
      for (const each of checkpoints().filter((own) => isMeant(own, name, version)))
        if (each.fault === undefined) {
          const { lastEvent } = each.isInline ? { lastEvent: undefined } : each;
          stored.save({ ...each, lastEvent, isInline: false, fault: pausedByOperator });
        }
      checkpoints();
    },
    resume: (name, version) => {
      for (const own of mustOwn(name, version))
        for (const each of checkpoints())
          if (each.fault !== undefined && ownerOf(each) === own) {
            if (isOfTable(each.fault)) throw pausedFault(each);
            stored.save({ ...each, fault: undefined });
          }
      checkpoints();
    },
    replay: (name, version) => {
      cancelRebuild(name, version);
      for (const own of mustOwn(name, version)) begin(own, 'live');
      checkpoints();
    },
    rebuild: (name, version) => {
      const found = checkpoints();
      for (const own of mustOwn(name, version)) {
        const live = found.find((each) => isSame(each, refOf(own, 'live')));
        if (live?.position !== undefined) begin(own, 'rebuild');
        // No row was made in it yet: there is nothing to read meanwhile.
        else if (isOfTable(live?.fault)) begin(own, 'live');
      }
      checkpoints();
    },
    cancelRebuild,
    drop: (name, version) => {
      for (const own of kept.filter(({ projection }) => isMeant(projection, name, version)))
        Object.values(own.tables).forEach(drop);
      dropStored(database, stored, { name, version });
      checkpoints();
    },
    parkedEvents: (name, version, page) => stored.parked({ name, version, slot: 'live' }, page),
    join,
    hasInline: () => inlineNow.length > 0,
    projectInline: (given, before) => {
      if (events === undefined) return;
      const projected = projectedOrFault(() => cards.project(given, events.earlier));
      for (const own of inlineNow) {
        const folded = 'fault' in projected ? projected : fold(own, 'live', projected.events);
        if ('fault' in folded) {
          pause(own, before, folded.fault);
          continue;
        }
        write(own, 'live', folded);
        if (folded.parked.length > 0) leaveOut(own, folded.parked);
      }
    },
    forget: () => {
      damaged.forget();
      cards.forget();
      for (const { recent } of contents.values()) recent.clear();
    },
  };
};
