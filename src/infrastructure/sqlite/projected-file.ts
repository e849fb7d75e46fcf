import type { Projection } from '../../application/ports/projection.js';
import { storeError } from '../../application/errors/store-error.js';
import { cellNumber, prepareRows, single, cellText, type Database } from '../shared/sqlite-driver.js';
import { checkpointer } from './checkpointer.js';
import { connect, type ConnectionOptions } from './connection.js';
import { keptRows, type KeptRows } from './kept-rows.js';
import { rowsFile } from './projected-schema.js';
import { rowReader, type RowReader } from './row-reader.js';
import { inTransaction } from './transaction.js';

/** An open file of rows. */
export interface ProjectedFile {
  readonly rows: RowReader;
  readonly kept: KeptRows;
  /** Begins all rows anew where their checkpoints are gone. */
  readonly mend: () => void;
  /** Does work on the rows in a transaction of its own; `events` says how many it is about. */
  readonly change: (work: (rows: KeptRows) => void, events?: number) => void;
  readonly close: () => void;
}

interface ProjectedParts {
  readonly connection: Omit<ConnectionOptions, 'kind'>;
  readonly projections: readonly Projection[];
  readonly namespace: string;
}

/** Makes sure that the file follows this namespace; a new one does from now on. Throws `rows-foreign`. */
const claim = (database: Database, namespace: string, path: string): void => {
  const select = prepareRows(database, 'SELECT namespace FROM rows_file WHERE id = 1');
  const found = single(select);
  if (found === undefined) {
    database.prepare('INSERT INTO rows_file (id, namespace) VALUES (1, ?)').run(namespace);
  } else if (cellText(found) !== namespace) throw storeError('rows-foreign', { path });
};

/** Opens the file, and makes the tables that it lacks. Nothing waits here for long. */
export const openProjectedFile = ({ connection, projections, namespace }: ProjectedParts): ProjectedFile => {
  const open = connect({ ...connection, kind: rowsFile });
  const { database, path } = open;
  const kept = keptRows(database, { projections });
  const copier = checkpointer(open);
  const dataVersion = prepareRows(database, 'PRAGMA data_version');
  let seen: number | undefined;

  /** What is remembered holds only as long as no other connection has written. */
  const lookAround = (): void => {
    const version = cellNumber(single(dataVersion));
    if (version !== seen) kept.forget();
    seen = version;
  };

  const mend = (): void => {
    if (kept.areGone()) inTransaction(database, kept.ensure);
  };

  const change: ProjectedFile['change'] = (work, events = 0) => {
    try {
      mend();
      inTransaction(database, () => {
        lookAround();
        work(kept);
      });
    } catch (error) {
      kept.forget();
      throw error;
    }
    copier?.committed(events);
  };

  try {
    const isClaimed =
      single(prepareRows(database, 'SELECT namespace FROM rows_file WHERE id = 1')) === namespace;
    if (!isClaimed || kept.missing().length > 0)
      inTransaction(database, () => {
        claim(database, namespace, path);
        kept.ensure();
      });
  } catch (error) {
    database.close();
    throw error;
  }

  return {
    rows: rowReader(database, kept.tables),
    kept,
    mend,
    change,
    close: () => {
      copier?.close();
      database.close();
    },
  };
};
