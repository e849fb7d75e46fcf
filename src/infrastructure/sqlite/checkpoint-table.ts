import type {
  Checkpoint,
  LastEvent,
  ProjectionFault,
  ProjectionRef,
  Slot,
} from '../../application/ports/projected-rows.js';
import { isJsonObject } from '../../application/schema/json-object.js';
import { storeError } from '../../application/errors/store-error.js';
import { cellsOf, cellNumber, prepareRows, cellText, type Database } from '../shared/sqlite-driver.js';

/** A checkpoint with what only the file knows of it. */
export interface StoredCheckpoint extends Checkpoint {
  /** The table that the rows were made for, as JSON. */
  readonly definition: string;
  /** How often the rows were begun. */
  readonly generation: number;
}

/** Reads and writes the checkpoints of a file. Writing belongs into a transaction. */
export interface CheckpointTable {
  readonly read: () => readonly StoredCheckpoint[];
  readonly save: (checkpoint: StoredCheckpoint) => void;
  readonly remove: (ref: ProjectionRef) => void;
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
  const { code, message, position, type } = parsed;
  return {
    code: cellText(code),
    message: cellText(message),
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

const isThere = (database: Database): boolean =>
  prepareRows(database, `SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'projections'`).get() !==
  undefined;

/** What an older file has that is only read: no projection, and nothing is written. */
const none: CheckpointTable = { read: () => [], save: () => undefined, remove: () => undefined };

export const checkpointTable = (database: Database): CheckpointTable => {
  if (!isThere(database)) return none;
  const select = prepareRows(
    database,
    `SELECT name, version, slot, definition, generation, inline, position, fault,
       last_id, last_stream, last_revision, last_position
     FROM projections ORDER BY name, version, slot`,
  );
  const replace = database.prepare(
    'INSERT OR REPLACE INTO projections VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const remove = database.prepare('DELETE FROM projections WHERE name = ? AND version = ? AND slot = ?');

  return {
    read: () =>
      select.all().map((row): StoredCheckpoint => {
        const [name, version, slot, definition, generation, inline, position, fault, ...last] = cellsOf(row);
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
        };
      }),
    save: ({ name, version, slot, definition, generation, isInline, position = null, lastEvent, fault }) => {
      replace.run(
        ...[name, version, slot, definition, generation],
        ...(isInline ? [1, null] : [0, position]),
        ...lastCells(lastEvent),
        fault === undefined ? null : JSON.stringify(fault),
      );
    },
    remove: ({ name, version, slot }) => void remove.run(name, version, slot),
  };
};
