import type { Named } from '../../domain/kernel/tally.js';
import { boardCases, durationChanges, unreliable, type BoardCases } from '../board-cases/board-cases.js';
import { blockOf, rangeOf } from '../board-cases/ranges.js';
import { caseClocks } from '../case-clocks/case-clocks.js';
import { defineProjection } from '../runtime/define-projection.js';
import { countedCell, countsIn } from './ranges-cell.js';

/**
 * How many durations of ended requests lie in which range: one row for each block of ranges. By these the range is found in
 * which a percentile lies; `board-values` has the values in it.
 */
export const boardRanges = (cases: BoardCases = boardCases(caseClocks())) => ({
  ...defineProjection({
    name: 'board-ranges',
    version: 3,
    columns: {
      /** What took that long. */
      duration: 'text',
      block: 'integer',
      /** How many lie in the block. */
      total: 'integer',
      /** How many lie in each range of the block: `ranges-cell.ts`. */
      ranges: 'text',
    },
    key: ['duration', 'block'],
    onEvery: (_event, rows, context) => {
      const counting =
        (by: number) =>
        ([duration, milliseconds]: Named) => {
          const range = rangeOf(milliseconds);
          const key = { duration, block: blockOf(range) };
          return rows.change(key, (before) => {
            const ranges = countedCell(before?.ranges, range, by);
            return ranges === undefined
              ? undefined
              : { ...key, total: countsIn(ranges).reduce((sum, count) => sum + count, 0), ranges };
          });
        };
      return durationChanges(cases.change(context), {
        mark: () => rows.set({ duration: unreliable, block: 0, total: 0, ranges: '' }),
        remove: counting(-1),
        add: counting(1),
      });
    },
  }),
  learn: cases.learn,
});
