import type { Row } from '../../application/ports/read-model-store.js';
import { storeError, type StoreError } from '../../application/errors/store-error.js';

/** Rows are written by projections alone: a cell that none of them can have written is damage, and never guessed at. */
export const corrupt = (column: string): StoreError => storeError('rows-corrupt', { column });

/** The text in a column, or the `null` that says there is none. Throws `rows-corrupt`. */
export const textOrNull = (row: Row, column: string): string | null => {
  const value = row[column];
  if (value === null || typeof value === 'string') return value;
  throw corrupt(column);
};

/** The text in a column that always has one. Throws `rows-corrupt`. */
export const textIn = (row: Row, column: string): string => {
  const text = textOrNull(row, column);
  if (text === null) throw corrupt(column);
  return text;
};

/** The number in a column that always has one. Throws `rows-corrupt`. */
export const numberIn = (row: Row, column: string): number => {
  const value = row[column];
  if (typeof value === 'number') return value;
  throw corrupt(column);
};

/** The word of a vocabulary in a column, or `null` where there is none. Throws `rows-corrupt` for any other. */
export const wordOrNull = <Word extends string>(
  row: Row,
  column: string,
  words: readonly Word[],
): Word | null => {
  const text = textOrNull(row, column);
  if (text === null) return null;
  const word = words.find((each) => each === text);
  if (word === undefined) throw corrupt(column);
  return word;
};

/** The word of a vocabulary in a column that always has one. Throws `rows-corrupt`. */
export const wordIn = <Word extends string>(row: Row, column: string, words: readonly Word[]): Word => {
  const word = wordOrNull(row, column, words);
  if (word === null) throw corrupt(column);
  return word;
};
