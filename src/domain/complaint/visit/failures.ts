import type { VisitFailure } from '../vocabulary.js';

/** True for the failures that are the user's, and no others: these alone pause the repair clock (I-15). */
export const userCaused = (reason: VisitFailure): reason is 'user-absent' | 'no-access' | 'refused-entry' =>
  reason === 'user-absent' || reason === 'no-access' || reason === 'refused-entry';
