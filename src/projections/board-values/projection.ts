import { boardCases, durationChanges, unreliable, type BoardCases } from '../board-cases/board-cases.js';
import { rangeAt, rangeOf } from '../board-cases/ranges.js';
import { caseClocks } from '../case-clocks/case-clocks.js';
import { defineProjection } from '../runtime/define-projection.js';
import { noValues, withoutValue, withValue } from './values-cell.js';

/** The durations of ended requests, so that a percentile is told to the millisecond: one row for each range that has some. */
export const boardValues = (cases: BoardCases = boardCases(caseClocks())) => ({
  ...defineProjection({
    name: 'board-values',
    version: 3,
    columns: {
      /** What took that long. */
      duration: 'text',
      range: 'integer',
      /** The values, each once: `values-cell.ts`. */
      found: 'text',
      /** Those that are there more than once. */
      repeated: 'text?',
    },
    key: ['duration', 'range'],
    onEvery: (_event, rows, context) =>
      durationChanges(cases.change(context), {
        mark: () => rows.set({ duration: unreliable, range: 0, ...noValues }),
        remove: ([duration, milliseconds]) => {
          const key = { duration, range: rangeOf(milliseconds) };
          return rows.change(key, (before) => {
            const cells = before && withoutValue(before, rangeAt(key.range), milliseconds);
            return cells === undefined ? undefined : { ...key, ...cells };
          });
        },
        add: ([duration, milliseconds]) => {
          const key = { duration, range: rangeOf(milliseconds) };
          return rows.change(key, (before) => ({
            ...key,
            ...withValue(before ?? noValues, rangeAt(key.range), milliseconds),
          }));
        },
      }),
  }),
  learn: cases.learn,
});
