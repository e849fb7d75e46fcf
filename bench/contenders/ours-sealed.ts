import type { Contender } from '../entry.js';
import { scriptRate } from '../script.js';

/** Ours: personal values are sealed, their keys wrapped in a vault of their own. */
export const run = (contender: Contender, folder: string): Promise<number> =>
  scriptRate(contender, folder, `file:${folder}/keys/keys.db`);
