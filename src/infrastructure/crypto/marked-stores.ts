import { existsSync } from 'node:fs';
import { openForReading } from '../shared/open-for-reading.js';
import { inTransaction, openOwnDatabase } from './own-database.js';

/** Milliseconds that a process which changes the vault is waited for. */
const timeout = 1_000;

const schema = `
  CREATE TABLE IF NOT EXISTS marked_stores (store TEXT PRIMARY KEY, place TEXT NOT NULL) STRICT, WITHOUT ROWID;`;

const find = 'SELECT 1 FROM marked_stores WHERE store = ? OR place = ?';

/** A store, and where it lies. */
export interface StoreAt {
  readonly store: string;
  readonly place: string;
}

/** Of which stores a mark was ever kept: noted in the vault itself, so that a file of marks that is gone is missed. */
export interface MarkedStores {
  /** Whether a mark was kept of this store, or of one in this place; `false` where the vault cannot be asked. */
  readonly has: (wanted: Partial<StoreAt>) => boolean;
  /** Notes that a mark is kept; `isAlone` forgets whatever else lay in its place. Does nothing where there is no vault. */
  readonly note: (at: StoreAt, isAlone?: boolean) => void;
}

/** What a vault that cannot be used lacks is told by what asks it for keys. */
const unlessUnusable = <Result>(work: () => Result, otherwise: Result): Result => {
  try {
    return work();
  } catch {
    return otherwise;
  }
};

export const markedStoresIn = (vault: string): MarkedStores => {
  const noted = new Map<string, string>();

  const write = ({ store, place }: StoreAt, isAlone: boolean): void => {
    const database = openOwnDatabase(vault, 'vault', schema);
    try {
      inTransaction(database, () => {
        if (isAlone) database.prepare('DELETE FROM marked_stores WHERE place = ?').run(place);
        database.prepare('INSERT OR REPLACE INTO marked_stores VALUES (?, ?)').run(store, place);
      });
    } finally {
      database.close();
    }
    noted.set(store, place);
  };

  return {
    has: ({ store = '', place = '' }) =>
      unlessUnusable(() => {
        if (!existsSync(vault)) return false;
        const database = openForReading(vault, timeout);
        try {
          return database.prepare(find).get(store, place) !== undefined;
        } finally {
          database.close();
        }
      }, false),
    note: (at, isAlone = false) => {
      if (!isAlone && noted.get(at.store) === at.place) return;
      unlessUnusable(() => {
        if (existsSync(vault)) write(at, isAlone);
      }, undefined);
    },
  };
};
