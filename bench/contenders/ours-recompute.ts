import type { Contender } from '../entry.js';
import { recomputeRate } from '../recompute.js';

/** Ours: deadlines of open requests counted anew; the same with a tenth of them is its reference. */
export const run = ({ count }: Contender, folder: string): Promise<number> => recomputeRate(count, folder);
