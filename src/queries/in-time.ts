import type { Timers } from '../application/ports/timers.js';

export interface TimeLimit {
  readonly timers: Timers;
  readonly milliseconds: number;
  /** What the wait ends with where it took too long. */
  readonly fault: () => Error;
  /** Where given, the time begins anew whenever this has changed: only who stands still has taken too long. */
  readonly progress?: () => unknown;
}

/** Waits for work, but not for ever. What was begun goes on. */
export const inTime = <Result>(
  work: Promise<Result>,
  { timers, milliseconds, fault, progress }: TimeLimit,
): Promise<Result> =>
  new Promise((resolve, reject) => {
    let seen = progress?.();
    let cancel = (): void => undefined;
    const look = (): void => {
      const now = progress?.();
      if (now === seen) reject(fault());
      else wait();
      seen = now;
    };
    const wait = (): void => {
      cancel = timers.after(milliseconds, look);
    };
    wait();
    void work.then(resolve, reject).finally(() => cancel());
  });
