import type { StoredEvent } from '../../application/ports/event-store.js';
import type { Projection, ProjectedEvent, RowChange } from '../../application/ports/projection.js';
import type { ParkedEvent, ProjectionFault } from '../../application/ports/projected-rows.js';
import type { Row, RowKey } from '../../application/ports/read-model-store.js';
import { isCodedError } from '../../application/errors/coded-error.js';
import { inWords, reasonOf } from '../../application/errors/reason-of.js';
import { invalidRows, keyText, wholeRow, type Table, type Value } from './table.js';

/** One row as it was before a batch and as it is to be after it. */
export interface RowWrite {
  readonly key: string;
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

/** Finds a row as it stands before a batch, by the columns of `key` that name it. */
export type FindRow = (keyText: string, key: Row) => Row | undefined;

/** What a batch comes to for one projection: each row once and what was left out, or why it could not be projected. */
export type Folded =
  | { readonly writes: readonly RowWrite[]; readonly parked: readonly ParkedEvent[] }
  | { readonly fault: ProjectionFault };

interface Folding {
  readonly key: string;
  readonly before: Row | undefined;
  after: Row | undefined;
}

/** A row that counts begin at: 0 in number columns, null where that is allowed. */
const emptyRow = ({ columns, types }: Table, key: RowKey): Row => {
  const row: Record<string, Value> = {};
  for (const [index, column] of columns.entries()) {
    const type = types[index];
    row[column] = key[column] ?? (type === 'integer' || type === 'real' ? 0 : null);
  }
  return row;
};

const counted = (table: Table, before: Row, deltas: Readonly<Record<string, number>>): Row => {
  const after: Record<string, Value> = { ...before };
  for (const [column, delta] of Object.entries(deltas)) {
    const count = after[column];
    if (typeof count !== 'number' || typeof delta !== 'number')
      throw invalidRows(table.definition.name, { es: `${column} no cuenta`, en: `${column} does not count` });
    after[column] = count + delta;
  }
  return after;
};

const afterChange = (table: Table, before: Row | undefined, change: RowChange): Row | undefined => {
  switch (change.kind) {
    case 'set':
      return wholeRow(table, change.row);
    case 'patch':
      return before === undefined ? undefined : wholeRow(table, { ...before, ...change.values });
    case 'add':
      return wholeRow(table, counted(table, before ?? emptyRow(table, change.key), change.deltas));
    case 'remove':
      return undefined;
    case 'change': {
      const after = change.to(before);
      return after === undefined ? undefined : wholeRow(table, after);
    }
  }
};

/** Why an event could not be projected, whatever a handler threw: a code of the store is none of a handler's. */
const faultOf = (error: unknown, { position, type }: StoredEvent): ParkedEvent => {
  const code = isCodedError(error) && !error.code.startsWith('store-') ? error.code : 'projection-failed';
  return { code, message: reasonOf(error), position, type };
};

/**
 * Folds the changes of a batch in memory. Where one of its events cannot be projected nothing is written, or it is left
 * out with all its changes, as the projection wants it.
 */
export const foldChanges = (
  projection: Projection,
  table: Table,
  events: readonly ProjectedEvent[],
  find: FindRow,
): Folded => {
  const rows = new Map<string, Folding>();
  const parked: ParkedEvent[] = [];
  /** The rows that the event at hand has changed, each as it was. */
  let changed: [Folding, Row | undefined][] = [];
  /** What the file says while a row is read: a fault of the store, and none of the projection. */
  let ofStore: { readonly error: unknown } | undefined;
  const read: FindRow = (name, key) => {
    try {
      return find(name, key);
    } catch (error) {
      ofStore = { error };
      throw error;
    }
  };
  const fold = (change: RowChange): void => {
    const key = change.kind === 'set' ? change.row : change.key;
    const name = keyText(table, key);
    let row = rows.get(name);
    if (row === undefined) {
      const before = read(name, key);
      rows.set(name, (row = { key: name, before, after: before }));
    }
    const after = afterChange(table, row.after, change);
    if (after !== undefined && change.kind !== 'set' && keyText(table, after) !== name)
      throw invalidRows(table.definition.name, {
        es: 'tiene otra llave que la pedida',
        en: 'another key than was asked for',
      });
    if (projection.failurePolicy === 'skip') changed.push([row, row.after]);
    row.after = after;
  };
  for (const projected of events) {
    changed = [];
    try {
      for (const change of projection.changes(projected)) fold(change);
    } catch (error) {
      if (ofStore !== undefined) throw ofStore.error;
      const fault = faultOf(error, projected.event);
      if (projection.failurePolicy !== 'skip') return { fault: { ...fault, ...inWords(error) } };
      for (const [row, before] of changed.toReversed()) row.after = before;
      parked.push(fault);
    }
  }
  return { writes: [...rows.values()].filter(({ before, after }) => before !== after), parked };
};
