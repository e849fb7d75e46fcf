import type { Timers } from '../../application/ports/timers.js';
import { storeError } from '../../application/errors/store-error.js';

/**
 * Waits no longer than was said for work that may never end: the clients set no deadline of their own on what matters.
 * Throws `store-unavailable`; the work is not cancelled; its later outcome is ignored.
 */
export type TimeLimit = <Result>(work: Promise<Result>) => Promise<Result>;

interface Waiting {
  readonly until: number;
  readonly giveUp: () => void;
}

/**
 * One limit for much work. All of it waits equally long, so what began first runs out first: one timer is enough, and
 * none runs while nothing is waited for.
 */
export const timeLimit = (timers: Timers, milliseconds: number): TimeLimit => {
  const inOrder = new Set<Waiting>();
  let takeBack: (() => void) | undefined;

  const runOut = (): void => {
    takeBack = undefined;
    for (const one of inOrder) {
      const left = one.until - timers.now();
      if (left > 0) {
        takeBack = timers.after(left, runOut);
        return;
      }
      inOrder.delete(one);
      one.giveUp();
    }
  };

  const begin = (giveUp: () => void): Waiting => {
    const one = { until: timers.now() + milliseconds, giveUp };
    inOrder.add(one);
    takeBack ??= timers.after(milliseconds, runOut);
    return one;
  };

  const end = (one: Waiting): void => {
    inOrder.delete(one);
    if (inOrder.size > 0) return;
    takeBack?.();
    takeBack = undefined;
  };

  return (work) =>
    new Promise((resolve, reject) => {
      const one = begin(() => {
        reject(storeError('store-unavailable', { reason: 'no-answer', milliseconds }));
      });
      const ending =
        <Value>(settle: (value: Value) => void) =>
        (value: Value): void => {
          end(one);
          settle(value);
        };
      work.then(ending(resolve), ending(reject));
    });
};

/** The same for one piece of work alone. */
export const within = <Result>(
  timers: Timers,
  milliseconds: number,
  work: Promise<Result>,
): Promise<Result> => timeLimit(timers, milliseconds)(work);
