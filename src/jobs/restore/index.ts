import type { Restored, RestoreOptions } from './restore.js';

export type { VoidedNumbers } from '../../application/folio/void-numbers.js';
export type { Restored, RestoreOptions } from './restore.js';

/**
 * Puts a back-up of an embedded store in the place of a store that no process has open. The driver is loaded with the
 * first call. See `restore` for what is kept, what is void afterwards, and the codes that it throws.
 */
export const restoreStore = async (
  from: string,
  to: string,
  options: RestoreOptions = {},
): Promise<Restored> => (await import('./restore.js')).restore(from, to, options);
