import { boardCases, unreliable, type BoardCases } from '../board-cases/board-cases.js';
import { caseClocks } from '../case-clocks/case-clocks.js';
import { defineProjection } from '../runtime/define-projection.js';

/** The clocks that run on after their requests have ended, and until when: they are counted as over in `board-counts`. */
export const boardRunning = (cases: BoardCases = boardCases(caseClocks())) => ({
  ...defineProjection({
    name: 'board-running',
    version: 3,
    columns: {
      complaint: 'text',
      clock: 'text',
      cycle: 'integer',
      run: 'integer',
      /** UTC instant until which it runs. */
      due: 'text',
    },
    key: ['complaint', 'clock', 'cycle', 'run'],
    indexes: [['due', 'clock']],
    onEvery: (_event, rows, context) => {
      const change = cases.change(context);
      if (change === undefined) return undefined;
      const { complaint } = context;
      const mark = { complaint: unreliable, clock: unreliable, cycle: 0, run: 0, due: '' };
      return [
        ...(change.isUnknown ? [rows.set(mark)] : []),
        ...change.left.map(({ clock, cycle, run }) => rows.remove({ complaint, clock, cycle, run })),
        ...change.begun.map(({ clock, cycle, run, dueAt }) =>
          rows.set({ complaint, clock, cycle, run, due: dueAt }),
        ),
      ];
    },
  }),
  learn: cases.learn,
});
