import { percentilesBy, percents, rankOf, type Percentiles } from '../../domain/kernel/tally.js';
import { rangeOf } from '../../projections/board-cases/ranges.js';
import type { CountedRange } from '../rows/board.js';

/** The values of a range, ascending. */
export type ValuesOf = (range: number) => Promise<readonly number[]>;

/** How many values lie in each range with some that are at hand, ranges ascending. */
const withThese = (kept: readonly CountedRange[], values: readonly number[]): readonly CountedRange[] => {
  if (values.length === 0) return kept;
  const counts = new Map(kept.map(({ range, count }) => [range, count]));
  for (const value of values) counts.set(rangeOf(value), (counts.get(rangeOf(value)) ?? 0) + 1);
  return [...counts].map(([range, count]) => ({ range, count })).sort((a, b) => a.range - b.range);
};

/** The range in which the value at a place lies, and its place in it. */
const rangeWith = (ranges: readonly CountedRange[], place: number) => {
  let before = 0;
  for (const { range, count } of ranges) {
    if (place < before + count) return { range, place: place - before };
    before += count;
  }
  return undefined;
};

/**
 * The percentiles of values that are kept by ranges together with some that are at hand: of each percentile the one
 * range in which it lies is read. `undefined` where there are none.
 */
export const percentilesOf = async (
  kept: readonly CountedRange[],
  values: readonly number[],
  valuesOf: ValuesOf,
): Promise<Percentiles | undefined> => {
  const ranges = withThese(kept, values);
  const n = ranges.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) return undefined;
  const isKept = new Set(kept.map(({ range }) => range));
  const at = new Map<number, number>();
  for (const percent of percents) {
    const rank = rankOf(n, percent);
    const found = rangeWith(ranges, rank);
    if (found === undefined || at.has(rank)) continue;
    const stored = isKept.has(found.range) ? await valuesOf(found.range) : [];
    const inRange = [...stored, ...values.filter((value) => rangeOf(value) === found.range)];
    at.set(rank, inRange.toSorted((a, b) => a - b)[found.place] ?? 0);
  }
  return percentilesBy(n, (place) => at.get(place) ?? 0);
};
