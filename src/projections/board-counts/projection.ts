import { millisecondsOf } from '../../domain/kernel/instant.js';
import { boardCases, type BoardCases } from '../board-cases/board-cases.js';
import { caseClocks } from '../case-clocks/case-clocks.js';
import { defineProjection } from '../runtime/define-projection.js';

/** Counts how often what is kept of ended requests has changed: a reader sees by it that nothing did meanwhile. */
export const changes = 'changes';
/** Milliseconds since 1970 from when on all that was ever kept holds: at an earlier instant it would not be true. */
export const holdsFrom = 'holds-from';
/** Counts events of ended requests that name a version which was not known: where there is one, nothing here is relied on. */
export const unknown = 'unknown';

/** What ended requests add to the counts of the board: one row a count, written where a request ends, or adds something else. */
export const boardCounts = (cases: BoardCases = boardCases(caseClocks())) => ({
  ...defineProjection({
    name: 'board-counts',
    version: 1,
    columns: { measure: 'text', count: 'integer' },
    key: ['measure'],
    onEvery: (_event, rows, context) => {
      const change = cases.change(context);
      if (change?.isKept !== true) return undefined;
      const from = change.from === undefined ? 0 : millisecondsOf(change.from);
      return [
        rows.add({ measure: changes }, { count: 1 }),
        ...(change.isUnknown ? [rows.add({ measure: unknown }, { count: 1 })] : []),
        rows.change({ measure: holdsFrom }, (before) => ({
          measure: holdsFrom,
          count: Math.max(before?.count ?? 0, from),
        })),
        ...change.counts.map(([measure, count]) => rows.add({ measure }, { count })),
      ];
    },
  }),
  learn: cases.learn,
});
