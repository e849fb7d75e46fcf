import type { RowWriter } from '../../application/ports/inline-projector.js';
import type { Row } from '../../application/ports/read-model-store.js';
import { keyText, mustFind, wholeRow, type RowKey, type Table } from './table.js';

/** One row as it was before a transaction and as it is to be after it. */
export interface RowChange {
  readonly table: Table;
  readonly key: string;
  readonly before: Row | undefined;
  after: Row | undefined;
}

/** Finds a row as it stands outside of what is being written. */
export type FindRow = (table: Table, keyText: string, key: RowKey) => Row | undefined;

/** Rows that are written in memory and handed over at the end: a row changed ten times is stored once. */
export interface RowBuffer {
  readonly writer: RowWriter;
  /** Hands over what changed, and begins anew. */
  readonly take: () => readonly RowChange[];
}

export const rowBuffer = (tables: ReadonlyMap<string, Table>, find: FindRow): RowBuffer => {
  let changes = new Map<Table, Map<string, RowChange>>();

  const changeOf = (table: Table, text: string, key: RowKey): RowChange => {
    let ofTable = changes.get(table);
    if (ofTable === undefined) changes.set(table, (ofTable = new Map<string, RowChange>()));
    let change = ofTable.get(text);
    if (change === undefined) {
      const before = find(table, text, key);
      ofTable.set(text, (change = { table, key: text, before, after: before }));
    }
    return change;
  };

  const keyOf = (table: Table, row: Row): RowKey => {
    const key: Record<string, string | number> = {};
    for (const column of table.keyColumns) key[column] = row[column] ?? '';
    return key;
  };

  return {
    writer: {
      get: (name, key) => {
        const table = mustFind(tables, name);
        const text = keyText(table, key);
        const change = changes.get(table)?.get(text);
        return change === undefined ? find(table, text, key) : change.after;
      },
      put: (name, row) => {
        const table = mustFind(tables, name);
        const whole = wholeRow(table, row);
        changeOf(table, keyText(table, whole), keyOf(table, whole)).after = whole;
      },
      remove: (name, key) => {
        const table = mustFind(tables, name);
        changeOf(table, keyText(table, key), key).after = undefined;
      },
    },
    take: () => {
      const taken: RowChange[] = [];
      for (const ofTable of changes.values())
        for (const change of ofTable.values()) if (change.after !== change.before) taken.push(change);
      changes = new Map();
      return taken;
    },
  };
};
