import { dueRate, hour } from '../due.js';
import type { Contender } from '../entry.js';

/** Ours: due instants within an hour, three pauses each. */
export const run = ({ count }: Contender): Promise<number> =>
  Promise.resolve(dueRate(count, hour.target, hour.horizon));
