import type { Contender } from '../entry.js';
import { runDueRate } from '../run-due.js';

/** Ours: what is due, beside many requests of which nothing is. */
export const run = ({ count }: Contender, folder: string): Promise<number> => runDueRate(count, folder);
