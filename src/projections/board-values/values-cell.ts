import type { Range } from '../board-cases/ranges.js';
import { corrupt } from '../runtime/row-cells.js';

/** The values of one range, in two cells. */
export interface ValueCells {
  /**
   * The values that there are, ascending and each once: as its distance from the least that may lie there, in digits of
   * one length. So one is found, put in and taken out without reading the others.
   */
  readonly found: string;
  /** `digits:times` of those that are there more than once, such as what was done at once; `null` where none is. */
  readonly repeated: string | null;
}

const radix = 36;

const digitsOf = ({ width }: Range): number => (width - 1).toString(radix).length;

const encoded = (range: Range, value: number): string =>
  (value - range.least).toString(radix).padStart(digitsOf(range), '0');

const decoded = (range: Range, digits: string): number => {
  const value = Number.parseInt(digits, radix);
  if (!Number.isSafeInteger(value) || value >= range.width) throw corrupt('found');
  return range.least + value;
};

const sizeOf = (found: string, digits: number): number => {
  const size = found.length / digits;
  if (!Number.isInteger(size)) throw corrupt('found');
  return size;
};

/** Where the first value is that is not less: digits compare as the numbers that they stand for. */
const offsetOf = (found: string, value: string): number => {
  const digits = value.length;
  let [from, to] = [0, sizeOf(found, digits)];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (found.slice(middle * digits, (middle + 1) * digits) < value) from = middle + 1;
    else to = middle;
  }
  return from * digits;
};

/** How many times each value is there that is there more than once. Throws `rows-corrupt`. */
const timesIn = (repeated: string | null): ReadonlyMap<string, number> => {
  if (repeated === null) return new Map();
  return new Map(
    repeated.split(',').map((each) => {
      const [digits = '', times] = each.split(':');
      const number = Number(times);
      if (!Number.isSafeInteger(number) || number < 2) throw corrupt('repeated');
      return [digits, number];
    }),
  );
};

/** The cell in which one value is there so many times. */
const repeatedWith = (repeated: string | null, digits: string, times: number): string | null => {
  const all = new Map(timesIn(repeated));
  if (times > 1) all.set(digits, times);
  else all.delete(digits);
  const told = [...all].map(([each, number]) => `${each}:${String(number)}`);
  return told.length === 0 ? null : told.join(',');
};

/** The cells of no value. */
export const noValues: ValueCells = { found: '', repeated: null };

/** The cells of ascending values. */
export const cellsOf = (ascending: readonly number[], range: Range): ValueCells => {
  const times = new Map<number, number>();
  for (const value of ascending) times.set(value, (times.get(value) ?? 0) + 1);
  const repeated = [...times].filter(([, number]) => number > 1);
  return {
    found: [...times.keys()].map((value) => encoded(range, value)).join(''),
    repeated:
      repeated.length === 0
        ? null
        : repeated.map(([value, number]) => `${encoded(range, value)}:${String(number)}`).join(','),
  };
};

/** The cells with one value more. Throws `rows-corrupt`. */
export const withValue = ({ found, repeated }: ValueCells, range: Range, value: number): ValueCells => {
  const digits = encoded(range, value);
  const at = offsetOf(found, digits);
  if (found.slice(at, at + digits.length) !== digits)
    return { found: found.slice(0, at) + digits + found.slice(at), repeated };
  return { found, repeated: repeatedWith(repeated, digits, (timesIn(repeated).get(digits) ?? 1) + 1) };
};

/**
 * The cells without one of their values; `undefined` where it was the last one. What was never put in cannot be taken out:
 * the program that should have put it in did not know a policy. Throws `rows-corrupt`.
 */
export const withoutValue = (cells: ValueCells, range: Range, value: number): ValueCells | undefined => {
  const { found, repeated } = cells;
  const digits = encoded(range, value);
  const at = offsetOf(found, digits);
  if (found.slice(at, at + digits.length) !== digits) return cells;
  const times = timesIn(repeated).get(digits) ?? 1;
  if (times > 1) return { found, repeated: repeatedWith(repeated, digits, times - 1) };
  const rest = found.slice(0, at) + found.slice(at + digits.length);
  return rest === '' ? undefined : { found: rest, repeated };
};

/** The values, ascending, and how many times each is there. Throws `rows-corrupt`. */
export const valuesIn = (
  { found, repeated }: ValueCells,
  range: Range,
): readonly (readonly [number, number])[] => {
  const digits = digitsOf(range);
  const times = timesIn(repeated);
  return Array.from({ length: sizeOf(found, digits) }, (_, place) => {
    const each = found.slice(place * digits, (place + 1) * digits);
    return [decoded(range, each), times.get(each) ?? 1];
  });
};

/** The value at a place, from 0, of those that are kept and of some more, which lie in the range too. Throws `rows-corrupt`. */
export const valueAt = (cells: ValueCells, range: Range, more: readonly number[], place: number): number => {
  const { found, repeated } = cells;
  const digits = digitsOf(range);
  if (more.length === 0 && repeated === null)
    return decoded(range, found.slice(place * digits, (place + 1) * digits));
  const times = new Map(valuesIn(cells, range));
  for (const value of more) times.set(value, (times.get(value) ?? 0) + 1);
  let before = 0;
  for (const [value, number] of [...times].sort(([a], [b]) => a - b)) {
    before += number;
    if (place < before) return value;
  }
  throw corrupt('found');
};
