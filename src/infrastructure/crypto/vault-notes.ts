import { existsSync } from 'node:fs';
import { openForReading } from '../shared/open-for-reading.js';
import type { Database } from '../shared/sqlite-driver.js';
import { inTransaction, openOwnDatabase } from './own-database.js';

/** Milliseconds that a process which changes the vault is waited for. */
const timeout = 1_000;

/** What a vault that cannot be used lacks is told by what asks it for keys. */
const unlessUnusable = <Result>(work: () => Result, otherwise: Result): Result => {
  try {
    return work();
  } catch {
    return otherwise;
  }
};

/**
 * What a vault notes of the files that lie beside it, so that one that is gone is missed: in tables of their own, which go
 * with every copy of the vault. Nothing is noted, and `false` is the answer, where there is no vault.
 */
export interface VaultNotes {
  /** Whether the question has a row. */
  readonly has: (sql: string, ...values: readonly string[]) => boolean;
  /** Changes the tables; false where the vault could not be changed. */
  readonly change: (work: (database: Database) => void) => boolean;
}

export const vaultNotesIn = (vault: string, schema: string): VaultNotes => ({
  has: (sql, ...values) =>
    unlessUnusable(() => {
      if (!existsSync(vault)) return false;
      const database = openForReading(vault, timeout);
      try {
        return database.prepare(sql).get(...values) !== undefined;
      } finally {
        database.close();
      }
    }, false),
  change: (work) =>
    unlessUnusable(() => {
      if (!existsSync(vault)) return false;
      const database = openOwnDatabase(vault, 'vault', schema);
      try {
        inTransaction(database, () => work(database));
      } finally {
        database.close();
      }
      return true;
    }, false),
});
