import type { Timers } from '../../src/application/ports/timers.js';

/** Time that passes only when a test says so. */
export const manualTimers = (): Timers & {
  /** Lets so many milliseconds pass, and everything that was due within them happen. */
  readonly pass: (milliseconds: number) => void;
  /** For how many milliseconds each thing that waits now still has to. */
  readonly waits: () => readonly number[];
} => {
  let now = 0;
  let due: { readonly at: number; readonly work: () => void }[] = [];
  return {
    now: () => now,
    after: (milliseconds, work) => {
      const one = { at: now + milliseconds, work };
      due.push(one);
      return () => {
        due = due.filter((each) => each !== one);
      };
    },
    pass: (milliseconds) => {
      const end = now + milliseconds;
      for (;;) {
        const [first] = due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (first === undefined) break;
        due = due.filter((each) => each !== first);
        now = Math.max(now, first.at);
        first.work();
      }
      now = end;
    },
    waits: () => due.map(({ at }) => at - now),
  };
};
