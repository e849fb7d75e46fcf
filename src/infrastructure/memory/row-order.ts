import type { Row } from '../../application/ports/read-model-store.js';
import type { Value } from '../shared/table.js';

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
const compareValues = (a: Value, b: Value): number => {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  if (typeof a === 'string') return typeof b === 'string' ? compareTexts(a, b) : 1;
  return typeof b === 'string' ? -1 : a - b;
};

export const compareRows = (a: Row, b: Row, orderBy: readonly string[]): number => {
  for (const column of orderBy) {
    const order = compareValues(a[column] ?? null, b[column] ?? null);
    if (order !== 0) return order;
  }
  return 0;
};

/** Whether a row comes after the last one of the page before. */
export const isAfter = (row: Row, orderBy: readonly string[], after: readonly Value[]): boolean => {
  for (const [index, column] of orderBy.entries()) {
    const order = compareValues(row[column] ?? null, after[index] ?? null);
    if (order !== 0) return order > 0;
  }
  return false;
};
