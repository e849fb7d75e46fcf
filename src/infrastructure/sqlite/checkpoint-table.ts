import type {
  Checkpoint,
  LastEvent,
  ParkedEvent,
  ProjectionFault,
  ProjectionRef,
  Slot,
} from '../../application/ports/projected-rows.js';
import { isJsonObject } from '../../application/schema/json-object.js';
import { storeError } from '../../application/errors/store-error.js';
import { checkpointTables, remakeCheckpoints } from './schema.js';
import {
  cellsOf,
  cellNumber,
  prepareRows,
  single,
  cellText,
  type Database,
} from '../shared/sqlite-driver.js';

/** A checkpoint with what only the file knows of it. */
export interface StoredCheckpoint extends Checkpoint {
  /** The table that the rows were made for, as JSON. */
  readonly definition: string;
  /** How often the rows were begun. */
  readonly generation: number;
}

/** Reads and writes the checkpoints of a file. Writing belongs into a transaction. */
export interface CheckpointTable {
  /** Whether a table of checkpoints was taken away by hand: no rows can be followed. */
  readonly areGone: () => boolean;
  /** Makes the tables of checkpoints, where one is gone: without any checkpoint. */
  readonly ensure: () => void;
  readonly read: () => readonly StoredCheckpoint[];
  readonly save: (checkpoint: StoredCheckpoint) => void;
  /** Takes a checkpoint away, and what its rows left out. */
  readonly remove: (ref: ProjectionRef) => void;
  /** Records what rows left out. */
  readonly park: (ref: ProjectionRef, parked: readonly ParkedEvent[]) => void;
  /** What rows left out, after a position. */
  readonly parked: (
    ref: ProjectionRef,
    page: { readonly limit: number; readonly after?: string },
  ) => readonly ParkedEvent[];
  /** What rows left out that were made anew counts as that of those that are read. */
  readonly takeOverParked: (rebuilt: ProjectionRef) => void;
}

const textOrNone = (cell: unknown): string | undefined => (cell === null ? undefined : cellText(cell));

const slotIn = (cell: unknown): Slot => {
  if (cell === 'live' || cell === 'rebuild') return cell;
  throw storeError('store-corrupt', { reason: 'a projection in no slot' });
};

const faultIn = (cell: unknown): ProjectionFault | undefined => {
  if (cell === null) return undefined;
  const parsed: unknown = JSON.parse(cellText(cell));
  if (!isJsonObject(parsed)) throw storeError('store-corrupt', { reason: 'a fault that is none' });
  const { code, message, text, position, type } = parsed;
  return {
    code: cellText(code),
    message: cellText(message),
    ...(isJsonObject(text) && { text: { es: cellText(text['es']), en: cellText(text['en']) } }),
    ...(typeof position === 'string' && { position }),
    ...(typeof type === 'string' && { type }),
  };
};

const lastIn = ([id, stream, revision, position]: readonly unknown[]): LastEvent | undefined =>
  id === null
    ? undefined
    : {
        id: cellText(id),
        stream: cellText(stream),
        revision: cellNumber(revision),
        position: cellText(position),
      };

const lastCells = (last: LastEvent | undefined): readonly (string | number | null)[] =>
  last === undefined ? [null, null, null, null] : [last.id, last.stream, last.revision, last.position];

const isThere = (database: Database, table: string): boolean =>
  single(
    prepareRows(database, `SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?`),
    table,
  ) === 1;

/** Tells whether a file of this version lacks a table of checkpoints. */
export const lacksCheckpoints = (database: Database): (() => boolean) => {
  const count = prepareRows(
    database,
    `SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN (${checkpointTables.map(() => '?').join(', ')})`,
  );
  return () => single(count, ...checkpointTables) !== checkpointTables.length;
};

/** What an older file has that is only read: no projection, and nothing is written. */
const none: CheckpointTable = {
  areGone: () => false,
  ensure: () => undefined,
  read: () => [],
  save: () => undefined,
  remove: () => undefined,
  park: () => undefined,
  parked: () => [],
  takeOverParked: () => undefined,
};

type ParkedTable = Pick<CheckpointTable, 'park' | 'parked' | 'takeOverParked'> & {
  readonly clear: (ref: ProjectionRef) => void;
};

const parkedTable = (database: Database): ParkedTable => {
  const ofRows = 'name = ? AND version = ? AND slot = ?';
  const insert = database.prepare('INSERT OR REPLACE INTO parked_events VALUES (?, ?, ?, ?, ?, ?, ?)');
  const select = prepareRows(
    database,
    `SELECT code, message, position, type FROM parked_events
     WHERE ${ofRows} AND position > ? ORDER BY position LIMIT ?`,
  );
  const clear = database.prepare(`DELETE FROM parked_events WHERE ${ofRows}`);
  const take = database.prepare(`UPDATE parked_events SET slot = 'live' WHERE ${ofRows}`);
  return {
    park: ({ name, version, slot }, parked) => {
      for (const { position, type, code, message } of parked)
        insert.run(name, version, slot, position, type, code, message);
    },
    parked: ({ name, version, slot }, { limit, after = '' }) =>
      select.all(name, version, slot, after, limit).map((row) => {
        const [code, message, position, type] = cellsOf(row);
        return {
          code: cellText(code),
          message: cellText(message),
          position: cellText(position),
          type: cellText(type),
        };
      }),
    clear: ({ name, version, slot }) => void clear.run(name, version, slot),
    takeOverParked: ({ name, version }) => {
      clear.run(name, version, 'live');
      take.run(name, version, 'rebuild');
    },
  };
};

/** A file of an older version, which is only read: nothing was left out there. */
const noneParked: ParkedTable = {
  park: () => undefined,
  parked: () => [],
  clear: () => undefined,
  takeOverParked: () => undefined,
};

export const checkpointTable = (database: Database): CheckpointTable => {
  if (!isThere(database, 'projections')) return none;
  const isCurrent = isThere(database, 'parked_events');
  const parked = isCurrent ? parkedTable(database) : noneParked;
  const select = prepareRows(
    database,
    `SELECT name, version, slot, definition, generation, inline, position, fault, ${isCurrent ? 'parked' : '0'},
       last_id, last_stream, last_revision, last_position
     FROM projections ORDER BY name, version, slot`,
  );
  const values = Array.from({ length: isCurrent ? 13 : 12 }, () => '?').join(', ');
  const replace = database.prepare(`INSERT OR REPLACE INTO projections VALUES (${values})`);
  const remove = database.prepare('DELETE FROM projections WHERE name = ? AND version = ? AND slot = ?');

  const areGone = isCurrent ? lacksCheckpoints(database) : () => false;

  const all = (): readonly unknown[] => {
    try {
      return select.all();
    } catch (error) {
      if (areGone()) return [];
      throw error;
    }
  };

  return {
    areGone,
    ensure: () => {
      if (areGone()) database.exec(remakeCheckpoints);
    },
    read: () =>
      all().map((row): StoredCheckpoint => {
        const [name, version, slot, definition, generation, inline, position, fault, left, ...last] =
          cellsOf(row);
        return {
          name: cellText(name),
          version: cellNumber(version),
          slot: slotIn(slot),
          definition: cellText(definition),
          generation: cellNumber(generation),
          isInline: inline === 1,
          position: textOrNone(position),
          fault: faultIn(fault),
          lastEvent: lastIn(last),
          parked: cellNumber(left),
        };
      }),
    save: (checkpoint) => {
      const { name, version, slot, definition, generation } = checkpoint;
      const { isInline, position = null, lastEvent, fault } = checkpoint;
      replace.run(
        ...[name, version, slot, definition, generation],
        ...(isInline ? [1, null] : [0, position]),
        ...lastCells(lastEvent),
        fault === undefined ? null : JSON.stringify(fault),
        ...(isCurrent ? [checkpoint.parked] : []),
      );
    },
    remove: (ref) => {
      remove.run(ref.name, ref.version, ref.slot);
      parked.clear(ref);
    },
    park: parked.park,
    parked: parked.parked,
    takeOverParked: parked.takeOverParked,
  };
};
