import type { FeedBatch } from '../../application/ports/event-feed.js';
import type { Position } from '../../application/ports/event-store.js';
import type { InlineProjector } from '../../application/ports/inline-projector.js';
import type { RowsPlace } from '../../application/ports/projected-rows.js';
import { storeError } from '../../application/errors/store-error.js';
import { isHad, newIn } from '../shared/batch.js';
import type { Table } from '../shared/table.js';
import { checkpointer } from './checkpointer.js';
import { connect, type ConnectionOptions } from './connection.js';
import { numberIn, prepareRows, single } from '../shared/sqlite-driver.js';
import { inlineRows } from './inline-rows.js';
import { describedBy, tableNamesIn } from './inline-state.js';
import { rowsFile } from './projected-schema.js';
import { projectedState, type RowsState } from './projected-state.js';
import { rowReader, type RowReader } from './row-reader.js';
import { createTables, dropTables } from './row-tables.js';
import { inTransaction } from './transaction.js';

/** An open file of rows. */
export interface ProjectedFile {
  /** The rows, where they are still those of this version. */
  readonly rows: () => RowReader;
  readonly place: () => RowsPlace;
  readonly follow: (after: Position | undefined, batch: FeedBatch) => void;
  readonly close: () => void;
}

interface ProjectedParts {
  readonly connection: Omit<ConnectionOptions, 'kind'>;
  readonly projector: InlineProjector;
  readonly tables: ReadonlyMap<string, Table>;
  readonly namespace: string;
}

/** Opens the file, and makes the rows anew where they are of another version. Nothing waits here for long. */
export const openProjectedFile = ({
  connection,
  projector,
  tables,
  namespace,
}: ProjectedParts): ProjectedFile => {
  const open = connect({ ...connection, kind: rowsFile });
  const { database, path } = open;
  const wanted = describedBy(projector);
  const state = projectedState(database);
  const written = inlineRows(database, projector, tables);
  const reader = rowReader(database, tables);
  const copier = checkpointer(open);
  const dataVersion = prepareRows(database, 'PRAGMA data_version');
  let seen: number | undefined;

  const mustBeTheirs = (found: RowsState): void => {
    if (found.namespace !== namespace) throw storeError('rows-foreign', { path });
  };

  const ensureTables = (): void => {
    const found = state.read();
    if (found !== undefined) mustBeTheirs(found);
    if (found?.tables === wanted) return;
    if (found !== undefined) dropTables(database, tableNamesIn(found.tables));
    createTables(database, tables.values());
    state.beginAnew(namespace, wanted);
  };

  const current = (): RowsState => {
    const found = state.read();
    if (found?.tables !== wanted)
      throw storeError('projection-failed', {
        reason: 'rows-remade',
      });
    return found;
  };

  /** What is remembered, and that the tables are there, holds only as long as no other connection has written. */
  const lookAround = (): void => {
    const version = numberIn(single(dataVersion));
    if (version === seen) return;
    written.forget();
    current();
    seen = version;
  };

  const follow = (after: Position | undefined, batch: FeedBatch): void => {
    lookAround();
    const { position } = current().place;
    if (isHad(batch, position)) return;
    const events = newIn(batch, after, position);
    if (events.length > 0) written.follow(events);
    state.moveTo(batch.position, events.at(-1));
  };

  try {
    const found = state.read();
    if (found?.tables !== wanted || found.namespace !== namespace) inTransaction(database, ensureTables);
  } catch (error) {
    database.close();
    throw error;
  }

  return {
    rows: () => {
      lookAround();
      return reader;
    },
    place: () => current().place,
    follow: (after, batch) => {
      // If another process has projected it already, its writer is not held up.
      if (isHad(batch, current().place.position)) return;
      try {
        inTransaction(database, () => follow(after, batch));
      } catch (error) {
        written.forget();
        throw error;
      }
      copier?.committed(batch.events.length);
    },
    close: () => {
      copier?.close();
      database.close();
    },
  };
};
