import { laterOf, millisecondsOf, type Instant } from '../../kernel/instant.js';
import type { FiledComplaint } from '../state.js';
import { isAffected } from '../tracks.js';

const hour = 3_600_000;

/** A time without what the user pays for; open (`to` is `null`) while nothing was restored. */
export interface AffectedPeriod {
  /** UTC instant at which the service was first affected, or to which it was compensated before. */
  readonly from: Instant;
  /** UTC instant at which the service was back. */
  readonly to: Instant | null;
}

/** A fault that was found has affected the service from the receipt on, unless the cause says from when (I-16). */
const affectedSince = ({ cause, facets, filing }: FiledComplaint): Instant | undefined =>
  cause !== null && isAffected(cause, facets) ? (cause.affectedFrom ?? filing.receivedAt) : undefined;

/**
 * From when to when the user was affected: from the verified start to the restoration. `null` where nothing was
 * affected, or all of it has been compensated before.
 */
export const affectedPeriod = (complaint: FiledComplaint): AffectedPeriod | null => {
  const { repair, compensatedUntil } = complaint;
  const begun = affectedSince(complaint);
  if (begun === undefined) return null;
  const from = laterOf(begun, compensatedUntil ?? begun);
  const to = repair?.restoredAt ?? null;
  return to !== null && to <= from ? null : { from, to };
};

/** Force majeure counts only where the outage outlasted, after the user's report, what the recorded terms allow. */
const outlasted = (
  { cause, repair, filing: { receivedAt, terms } }: FiledComplaint,
  at: Instant,
): boolean => {
  const reported = laterOf(receivedAt, cause?.affectedFrom ?? receivedAt);
  const lasted = millisecondsOf(repair?.restoredAt ?? at) - millisecondsOf(reported);
  return lasted > terms.forceMajeureHours * hour;
};

/** True where the provider answers to its user for the cause: its own, or a third party's by the recorded terms. */
export const answersForTheCause = ({ cause, filing: { terms } }: FiledComplaint): boolean =>
  cause?.attribution === 'provider' ||
  (cause?.attribution === 'third-party' && terms.thirdParties !== 'not-compensated');

/** The affected period for which the user is compensated without having to claim it (I-16); `null` for none. */
export const periodDue = (complaint: FiledComplaint, at: Instant): AffectedPeriod | null => {
  const due =
    answersForTheCause(complaint) ||
    (complaint.cause?.attribution === 'force-majeure' && outlasted(complaint, at));
  return due ? affectedPeriod(complaint) : null;
};

export const wasGranted = ({ facets: { compensation } }: FiledComplaint): boolean =>
  compensation === 'granted' || compensation === 'credited';

/**
 * True while something that is due is neither granted nor said, with reasons, not to be due. What was granted while the outage lasted is enough until the
 * restoration shows that it lasted longer.
 */
export const compensationOwed = (complaint: FiledComplaint, at: Instant): boolean => {
  const due = periodDue(complaint, at);
  return (
    due !== null && complaint.facets.compensation !== 'not-due' && !(wasGranted(complaint) && due.to === null)
  );
};
