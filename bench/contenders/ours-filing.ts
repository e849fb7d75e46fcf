import type { Contender } from '../entry.js';
import { filingRate } from '../filing.js';

/** Ours: the last filings of many; the last of few are the reference. */
export const run = (contender: Contender, folder: string): Promise<number> => filingRate(contender, folder);
