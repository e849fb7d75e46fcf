import { boardCases, unreliable, type BoardCases } from '../board-cases/board-cases.js';
import { caseClocks } from '../case-clocks/case-clocks.js';
import { defineProjection } from '../runtime/define-projection.js';

/**
 * The requests that the board reads anew at each answer: those that are open, and the few whose end still lets time alone
 * change what they add. One row each, written when it is filed and when it ends.
 */
export const boardOpen = (cases: BoardCases = boardCases(caseClocks())) => ({
  ...defineProjection({
    name: 'board-open',
    version: 3,
    columns: { complaint: 'text' },
    key: ['complaint'],
    onEvery: (_event, rows, context) => {
      const change = cases.change(context);
      if (change === undefined) return undefined;
      const { complaint } = context;
      const marks = change.isUnknown ? [rows.set({ complaint: unreliable })] : [];
      if (change.wasOpen === change.isOpen) return marks;
      return [...marks, change.isOpen ? rows.set({ complaint }) : rows.remove({ complaint })];
    },
  }),
  learn: cases.learn,
});
