import type { Contender } from '../entry.js';
import { runDueRate } from '../run-due.js';

/** The same where there is nothing else: what a run costs that touches only what is due. */
export const run = (_contender: Contender, folder: string): Promise<number> => runDueRate(0, folder);
