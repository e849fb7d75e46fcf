import { setImmediate as turn } from 'node:timers/promises';
import type { Timers } from '../../../../../src/application/ports/timers.js';
import { manualTimers } from '../../../../support/manual-timers.js';

/** Manual timers for what goes on in several steps: whatever follows from one work happens before the next is due. */
export interface SteppedTimers extends Timers {
  readonly pass: (milliseconds: number) => Promise<void>;
  /** Lets everything happen that needs no time. */
  readonly settle: () => Promise<void>;
  /** How many works still wait. */
  readonly waiting: () => number;
}

const settle = async (): Promise<void> => {
  for (let turns = 0; turns < 4; turns += 1) await turn();
};

export const steppedTimers = (): SteppedTimers => {
  const timers = manualTimers();
  return {
    ...timers,
    pass: async (milliseconds) => {
      const end = timers.now() + milliseconds;
      await settle();
      for (;;) {
        const next = Math.min(...timers.waits());
        if (timers.now() + next > end) break;
        timers.pass(Math.max(0, next));
        await settle();
      }
      timers.pass(end - timers.now());
    },
    settle,
    waiting: () => timers.waits().length,
  };
};
