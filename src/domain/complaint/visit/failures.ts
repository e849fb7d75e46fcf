import { laterOf, type Instant } from '../../kernel/instant.js';
import type { CaseCard } from '../card.js';
import type { VisitFailure } from '../vocabulary.js';
import type { FailedVisit } from './open-visits.js';

/** True for the failures that are the user's, and no others: these alone pause the repair clock (I-15). */
export const userCaused = (reason: VisitFailure): reason is 'user-absent' | 'no-access' | 'refused-entry' =>
  reason === 'user-absent' || reason === 'no-access' || reason === 'refused-entry';

/** True where the user kept the provider out, and is still held to it. */
export const failedThroughTheUser = ({ reason, excusedBy }: FailedVisit): boolean =>
  userCaused(reason) && excusedBy === undefined;

/** True where the provider did not come, or put off the visit after it. */
export const failedThroughTheProvider = ({ reason, excusedBy }: FailedVisit): boolean =>
  !userCaused(reason) || excusedBy === 'provider';

/** The user's term to give access counts from the user's last word after the failure, as the pause for it ends there. */
export const heardFromUser = (
  { failedVisit }: Pick<CaseCard, 'failedVisit'>,
  at: Instant,
): Pick<CaseCard, 'failedVisit'> | undefined =>
  failedVisit === null || at < failedVisit.failedAt
    ? undefined
    : { failedVisit: { ...failedVisit, heardAt: laterOf(failedVisit.heardAt ?? at, at) } };

/** An absence belongs to the cycle it was in (I-15); a visit that the provider missed is owed through a reopening. */
export const absenceOver = ({
  failedVisit,
}: Pick<CaseCard, 'failedVisit'>): Pick<CaseCard, 'failedVisit'> => ({
  failedVisit:
    failedVisit !== null && failedThroughTheUser(failedVisit)
      ? { ...failedVisit, excusedBy: 'reopening' }
      : failedVisit,
});

/** Another visit is still owed where the provider called off the one that was to come; the user may want none. */
export const afterCancelling = (
  { failedVisit }: CaseCard,
  by: 'user' | 'provider',
): Pick<CaseCard, 'failedVisit'> => ({
  failedVisit: failedVisit === null || by === 'user' ? null : { ...failedVisit, excusedBy: 'provider' },
});
