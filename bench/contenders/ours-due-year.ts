import { dueRate, year } from '../due.js';
import type { Contender } from '../entry.js';

/** Ours: due instants within a year, three pauses each. */
export const run = ({ count }: Contender): Promise<number> =>
  Promise.resolve(dueRate(count, year.target, year.horizon));
