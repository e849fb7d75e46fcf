import { laterOf, type Instant } from '../../kernel/instant.js';
import type { ComplaintState } from '../state.js';
import type { VisitFailure } from '../vocabulary.js';

/** True for the failures that are the user's, and no others: these alone pause the repair clock (I-15). */
export const userCaused = (reason: VisitFailure): reason is 'user-absent' | 'no-access' | 'refused-entry' =>
  reason === 'user-absent' || reason === 'no-access' || reason === 'refused-entry';

/** The user's term to give access counts from the user's last word after the failure, as the pause for it ends there. */
export const heardFromUser = ({ failedVisit }: ComplaintState, at: Instant): Partial<ComplaintState> =>
  failedVisit === null || at < failedVisit.failedAt
    ? {}
    : { failedVisit: { ...failedVisit, heardAt: laterOf(failedVisit.heardAt ?? at, at) } };
