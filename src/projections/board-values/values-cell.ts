import type { Range } from '../board-cases/ranges.js';
import { corrupt } from '../runtime/row-cells.js';

/*
 * The values of one range, ascending, each as its distance from the least that may lie there, in digits of one length:
 * so a value is found, put in and taken out without reading the others.
 */

const column = 'found';
const radix = 36;

const digitsOf = ({ width }: Range): number => (width - 1).toString(radix).length;

const encoded = (range: Range, value: number): string =>
  (value - range.least).toString(radix).padStart(digitsOf(range), '0');

const sizeOf = (cell: string, digits: number): number => {
  const size = cell.length / digits;
  if (!Number.isInteger(size)) throw corrupt(column);
  return size;
};

/** The first place whose value is not less: digits compare as the numbers they stand for. */
const placeOf = (cell: string, digits: number, value: string): number => {
  let [from, to] = [0, sizeOf(cell, digits)];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (cell.slice(middle * digits, (middle + 1) * digits) < value) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** The cell with one value more. Throws `rows-corrupt`. */
export const withValue = (cell: string, range: Range, value: number): string => {
  const digits = encoded(range, value);
  const at = placeOf(cell, digits.length, digits) * digits.length;
  return cell.slice(0, at) + digits + cell.slice(at);
};

/**
 * The cell without one of its values; `undefined` where it was the last one. What was never put in cannot be taken out: so
 * it is where a version was not known when it should have been. Throws `rows-corrupt`.
 */
export const withoutValue = (cell: string, range: Range, value: number): string | undefined => {
  const digits = encoded(range, value);
  const at = placeOf(cell, digits.length, digits) * digits.length;
  if (cell.slice(at, at + digits.length) !== digits) return cell;
  const rest = cell.slice(0, at) + cell.slice(at + digits.length);
  return rest === '' ? undefined : rest;
};

/** The cell of ascending values. */
export const valuesCell = (ascending: readonly number[], range: Range): string =>
  ascending.map((value) => encoded(range, value)).join('');

/** How many values there are. Throws `rows-corrupt`. */
export const sizeOfCell = (cell: string, range: Range): number => sizeOf(cell, digitsOf(range));

/** The value at a place, from 0. Throws `rows-corrupt` where there is none. */
export const valueAt = (cell: string, range: Range, place: number): number => {
  const digits = digitsOf(range);
  const value = Number.parseInt(cell.slice(place * digits, (place + 1) * digits), radix);
  if (!Number.isSafeInteger(value) || value >= range.width) throw corrupt(column);
  return range.least + value;
};

/** The values, ascending. Throws `rows-corrupt`. */
export const valuesIn = (cell: string, range: Range): readonly number[] =>
  Array.from({ length: sizeOfCell(cell, range) }, (_, place) => valueAt(cell, range, place));
