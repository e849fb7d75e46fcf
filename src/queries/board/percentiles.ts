import { percentilesBy, percents, rankOf, type Percentiles } from '../../domain/kernel/tally.js';
import { blockOf, rangeAt, rangeOf, rangesInBlock } from '../../projections/board-cases/ranges.js';
import { noValues, valueAt, type ValueCells } from '../../projections/board-values/values-cell.js';
import type { KeptBlock } from '../rows/board.js';

/** The cells of a range that has values. */
export type CellsOf = (range: number) => Promise<ValueCells>;

/** How many values lie somewhere, and where the next ones begin. */
interface Counted {
  readonly at: number;
  readonly count: number;
}

/** Where a value lies, and its place there, from 0. */
interface Placed {
  readonly at: number;
  readonly place: number;
}

/** Where the value at a place among all lies; `undefined` beyond the last. */
const placedIn = (counted: readonly Counted[], place: number): Placed | undefined => {
  let before = 0;
  for (const { at, count } of counted) {
    if (place < before + count) return { at, place: place - before };
    before += count;
  }
  return undefined;
};

const countsBy = (values: readonly number[], of: (value: number) => number): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(of(value), (counts.get(of(value)) ?? 0) + 1);
  return counts;
};

/** Counts, ascending by where they are, with others of the same kind. */
const merged = (counted: readonly Counted[], more: ReadonlyMap<number, number>): readonly Counted[] => {
  if (more.size === 0) return counted;
  const known = new Set(counted.map(({ at }) => at));
  const others = [...more].filter(([at]) => !known.has(at)).map(([at, count]): Counted => ({ at, count }));
  return [
    ...counted.map(({ at, count }): Counted => ({ at, count: count + (more.get(at) ?? 0) })),
    ...others,
  ].sort((a, b) => a.at - b.at);
};

/**
 * The percentiles of values that are kept by blocks and ranges together with some that are at hand: for each percentile
 * one block is opened, and the one range in it is read. `undefined` where there are none.
 */
export const percentilesOf = async (
  kept: readonly KeptBlock[],
  values: readonly number[],
  cellsOf: CellsOf,
): Promise<Percentiles | undefined> => {
  const blocks = merged(
    kept.map(({ block, total: count }) => ({ at: block, count })),
    countsBy(values, (value) => blockOf(rangeOf(value))),
  );
  const n = blocks.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) return undefined;

  const rangesOf = (block: number): readonly Counted[] => {
    const counts = kept.find((each) => each.block === block)?.ranges() ?? [];
    const here = values.filter((value) => blockOf(rangeOf(value)) === block);
    return merged(
      counts.map((count, place) => ({ at: block * rangesInBlock + place, count })),
      countsBy(here, rangeOf),
    );
  };

  const at = new Map<number, number>();
  for (const percent of percents) {
    const rank = rankOf(n, percent);
    const block = placedIn(blocks, rank);
    if (block === undefined || at.has(rank)) continue;
    const ranges = rangesOf(block.at);
    const range = placedIn(ranges, block.place);
    if (range === undefined) continue;
    const here = values.filter((value) => rangeOf(value) === range.at);
    const total = ranges.find((each) => each.at === range.at)?.count ?? 0;
    const cells = total > here.length ? await cellsOf(range.at) : noValues;
    at.set(rank, valueAt(cells, rangeAt(range.at), here, range.place));
  }
  return percentilesBy(n, (place) => at.get(place) ?? 0);
};
