import { setTimeout as pause } from 'node:timers/promises';
import { faultOf, isBusy } from './faults.js';

const firstPause = 2;
const longestPause = 50;

/** Does work that another process may hold up, again and again until it can be done or the time is over. */
export type Patiently = <Result>(work: () => Result) => Promise<Result>;

/**
 * Waits outside of SQLite, which would block the whole process meanwhile. Throws `store-locked` after so many
 * milliseconds, and every other fault at once.
 */
export const patiently =
  (path: string, patience: number): Patiently =>
  async (work) => {
    let waited = 0;
    for (let next = firstPause; ; next = Math.min(next * 2, longestPause)) {
      try {
        return work();
      } catch (error) {
        if (!isBusy(error) || waited >= patience) throw faultOf(error, path);
      }
      await pause(next);
      waited += next;
    }
  };
