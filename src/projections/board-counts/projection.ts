import { millisecondsOf } from '../../domain/kernel/instant.js';
import { boardCases, unreliable, type BoardCases } from '../board-cases/board-cases.js';
import { caseClocks } from '../case-clocks/case-clocks.js';
import { defineProjection } from '../runtime/define-projection.js';

/** Rows that tell of the rows themselves, beside the counts. */
export const marks = {
  /** How often what is kept of ended requests has changed: a reader sees by it that nothing did meanwhile. */
  changes: 'mark changes',
  /** Milliseconds since 1970 from when on all that was ever kept holds: at an earlier instant it would not be true. */
  holdsFrom: 'mark holds-from',
} as const;

/** What ended requests add to the counts of the board: one row a count, written where a request ends, or adds something else. */
export const boardCounts = (cases: BoardCases = boardCases(caseClocks())) => ({
  ...defineProjection({
    name: 'board-counts',
    version: 3,
    columns: { measure: 'text', count: 'integer' },
    key: ['measure'],
    onEvery: (_event, rows, context) => {
      const change = cases.change(context);
      if (change?.isKept !== true) return undefined;
      const from = change.from === undefined ? 0 : millisecondsOf(change.from);
      return [
        ...(change.isUnknown ? [rows.set({ measure: unreliable, count: 1 })] : []),
        rows.add({ measure: marks.changes }, { count: 1 }),
        rows.change({ measure: marks.holdsFrom }, (before) => ({
          measure: marks.holdsFrom,
          count: Math.max(before?.count ?? 0, from),
        })),
        ...change.counts.map(([measure, count]) => rows.add({ measure }, { count })),
      ];
    },
  }),
  learn: cases.learn,
});
