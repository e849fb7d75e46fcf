import { rangesInBlock } from '../board-cases/ranges.js';
import { corrupt } from '../runtime/row-cells.js';

const column = 'ranges';
const separator = ',';

/** How many values lie in each range of a block, in the order of the ranges. Throws `rows-corrupt`. */
export const countsIn = (cell: string): readonly number[] => {
  const counts = cell.split(separator).map(Number);
  if (counts.length !== rangesInBlock || !counts.every((count) => Number.isSafeInteger(count) && count >= 0))
    throw corrupt(column);
  return counts;
};

const none: readonly number[] = Array.from({ length: rangesInBlock }, () => 0);

/**
 * The cell with more or fewer values in a range; `undefined` where the block is empty then. What was never put in cannot
 * be taken out: the program that should have put it in did not know a policy. Throws `rows-corrupt`.
 */
export const countedCell = (before: string | undefined, range: number, by: number): string | undefined => {
  const place = range % rangesInBlock;
  const counts = (before === undefined ? none : countsIn(before)).map((count, index) =>
    index === place ? Math.max(0, count + by) : count,
  );
  return counts.every((count) => count === 0) ? undefined : counts.join(separator);
};
