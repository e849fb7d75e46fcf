import type { Row } from '../../application/ports/read-model-store.js';
import type { Ordering } from '../shared/query-check.js';
import type { Value } from '../../projections/runtime/table.js';

/** Texts in the order of their code points, which is SQLite's; JavaScript's own order differs beyond U+FFFF. */
const compareTexts = (a: string, b: string): number => {
  const shortest = Math.min(a.length, b.length);
  for (let index = 0; index < shortest; index += 1) {
    const one = a.charCodeAt(index);
    const other = b.charCodeAt(index);
    if (one !== other) return inOrder(one) - inOrder(other);
  }
  return a.length - b.length;
};

// Surrogates stand for what lies beyond all other units: moved behind them, units sort as code points do.
const inOrder = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

/** Null first, then numbers, then texts. */
export const compareValues = (a: Value, b: Value): number => {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  if (typeof a === 'string') return typeof b === 'string' ? compareTexts(a, b) : 1;
  return typeof b === 'string' ? -1 : a - b;
};

const inDirection = ({ column, isDescending }: Ordering, row: Row, value: Value): number => {
  const order = compareValues(row[column] ?? null, value);
  return isDescending ? -order : order;
};

export const compareRows = (a: Row, b: Row, orderBy: readonly Ordering[]): number => {
  for (const ordering of orderBy) {
    const order = inDirection(ordering, a, b[ordering.column] ?? null);
    if (order !== 0) return order;
  }
  return 0;
};

/** Whether a row comes after the last one of the page before. */
export const isAfter = (row: Row, orderBy: readonly Ordering[], after: readonly Value[]): boolean => {
  for (const [index, ordering] of orderBy.entries()) {
    const order = inDirection(ordering, row, after[index] ?? null);
    if (order !== 0) return order > 0;
  }
  return false;
};
