import type { StoredEvent } from '../../application/ports/event-store.js';
import type { RowsPlace } from '../../application/ports/projected-rows.js';
import { cellsOf, numberIn, prepareRows, textIn, type Database } from '../shared/sqlite-driver.js';

/** What a file of rows says of them. */
export interface RowsState {
  /** Whose events they follow, where one store holds several installations. */
  readonly namespace: string;
  /** The definitions they were made by, as JSON. */
  readonly tables: string;
  readonly place: RowsPlace;
}

/** Reads and writes what the file says of its rows. Writing belongs into a transaction. */
export interface ProjectedState {
  readonly read: () => RowsState | undefined;
  /** The rows are made anew: nothing is in them. */
  readonly beginAnew: (namespace: string, tables: string) => void;
  /** The rows are as far as this, and this is the last event in them where it is a new one. */
  readonly moveTo: (position: string, last: StoredEvent | undefined) => void;
}

export const projectedState = (database: Database): ProjectedState => {
  const select = prepareRows(
    database,
    `SELECT namespace, tables, position, last_id, last_stream, last_revision, last_position
     FROM projected_rows WHERE id = 1`,
  );
  const replace = database.prepare(
    'INSERT OR REPLACE INTO projected_rows (id, namespace, tables) VALUES (1, ?, ?)',
  );
  const pass = database.prepare('UPDATE projected_rows SET position = ? WHERE id = 1');
  const follow = database.prepare(
    `UPDATE projected_rows SET position = ?, last_id = ?, last_stream = ?, last_revision = ?, last_position = ?
     WHERE id = 1`,
  );

  return {
    read: () => {
      const row = select.get();
      if (row === undefined) return undefined;
      const [namespace, tables, position, id, stream, revision, at] = cellsOf(row);
      const lastEvent =
        id === null
          ? undefined
          : { id: textIn(id), stream: textIn(stream), revision: numberIn(revision), position: textIn(at) };
      const place = { position: position === null ? undefined : textIn(position), lastEvent };
      return { namespace: textIn(namespace), tables: textIn(tables), place };
    },
    beginAnew: (namespace, tables) => void replace.run(namespace, tables),
    moveTo: (position, last) => {
      if (last === undefined) pass.run(position);
      else follow.run(position, last.id, last.stream, last.revision, last.position);
    },
  };
};
