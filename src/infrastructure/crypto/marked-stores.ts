import { vaultNotesIn } from './vault-notes.js';

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

export const markedStoresIn = (vault: string): MarkedStores => {
  const noted = new Map<string, string>();
  const notes = vaultNotesIn(vault, schema);
  return {
    has: ({ store = '', place = '' }) => notes.has(find, store, place),
    note: ({ store, place }, isAlone = false) => {
      if (!isAlone && noted.get(store) === place) return;
      const isNoted = notes.change((database) => {
        if (isAlone) database.prepare('DELETE FROM marked_stores WHERE place = ?').run(place);
        database.prepare('INSERT OR REPLACE INTO marked_stores VALUES (?, ?)').run(store, place);
      });
      if (isNoted) noted.set(store, place);
    },
  };
};
