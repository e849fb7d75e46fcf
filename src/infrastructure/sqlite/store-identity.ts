import { realpathSync } from 'node:fs';
import type { StoreIdentity } from '../../application/ports/event-store.js';
import { storeError } from '../../application/errors/store-error.js';
import { cellsOf, prepareRows, type Database } from '../shared/sqlite-driver.js';
import { checksumOf } from './checksum.js';
import { inMemory } from './connection.js';

const table = 'store_identity';

/**
 * By what a file is known: an id of its own, and those of the stores that it was restored from a copy of. `undefined`
 * for a store in memory, and for a file of an older version that is only read. Throws `store-corrupt` for an altered id.
 */
export const identityIn = (database: Database, path: string): StoreIdentity | undefined => {
  const isThere =
    prepareRows(database, 'SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) !== undefined;
  if (path === inMemory || !isThere) return undefined;
  const ids = prepareRows(database, `SELECT number, store, checksum FROM ${table} ORDER BY number DESC`)
    .all()
    .map((row) => {
      const [number, store, checksum] = cellsOf(row);
      if (checksum !== checksumOf('', Number(number), 'identity', String(store)))
        throw storeError('store-corrupt', { reason: 'identity-altered' });
      return String(store);
    });
  const [id, ...earlier] = ids;
  if (id === undefined) throw storeError('store-corrupt', { reason: 'identity-altered' });
  return { id, earlier, place: realpathSync(path) };
};

/** Makes of a copy a store of its own: it goes another way than the one that it was copied from. */
export const beginAnew = (database: Database, id: string): void => {
  const [last] = cellsOf(prepareRows(database, `SELECT max(number) FROM ${table}`).get());
  const number = Number(last) + 1;
  database
    .prepare(`INSERT INTO ${table} (number, store, checksum) VALUES (?, ?, ?)`)
    .run(number, id, checksumOf('', number, 'identity', id));
};
