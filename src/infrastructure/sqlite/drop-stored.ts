import type { ProjectionRef } from '../../application/ports/projected-rows.js';
import { storeError } from '../../application/errors/store-error.js';
import { isJsonObject } from '../../application/schema/json-object.js';
import { isMeant } from '../../projections/runtime/projection-ref.js';
import { tableOf, type Table } from '../../projections/runtime/table.js';
import type { Database } from '../shared/sqlite-driver.js';
import type { CheckpointTable, StoredCheckpoint } from './checkpoint-table.js';
import { dropTable } from './row-tables.js';

/** The table of a checkpoint, by what it was made for. Throws `store-corrupt`. */
const tableIn = ({ definition, slot }: StoredCheckpoint): Table => {
  const made: unknown = JSON.parse(definition);
  const name = isJsonObject(made) ? made['name'] : undefined;
  if (typeof name !== 'string') throw storeError('store-corrupt', { reason: 'a projection without a table' });
  // Its name alone is asked for, and checked: it goes into a statement.
  const table = slot === 'live' ? name : `${name}_rebuild`;
  return tableOf({ name: table, columns: { scope: 'text' }, key: ['scope'], indexes: [] });
};

/** Takes the rows of a version away with their checkpoints, also of one that this program knows nothing else of. */
export const dropStored = (
  database: Database,
  stored: CheckpointTable,
  { name, version }: Pick<ProjectionRef, 'name' | 'version'>,
): void => {
  for (const checkpoint of stored.read().filter((each) => isMeant(each, name, version))) {
    dropTable(database, tableIn(checkpoint));
    stored.remove(checkpoint);
  }
};
