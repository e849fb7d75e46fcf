import { laterOf, millisecondsOf, type Instant } from '../../kernel/instant.js';
import type { FiledComplaint } from '../state.js';

const hour = 3_600_000;

/** A time without what the user pays for; open (`to` is `null`) while nothing was restored. */
export interface AffectedPeriod {
  /** UTC instant at which the service was first affected, or to which it was compensated before. */
  readonly from: Instant;
  /** UTC instant at which the service was back. */
  readonly to: Instant | null;
}

/**
 * From when to when the user was affected: from the verified start to the restoration. `null` where nothing was
 * affected, or all of it has been compensated before.
 */
export const affectedPeriod = ({
  cause,
  repair,
  compensatedUntil,
}: FiledComplaint): AffectedPeriod | null => {
  if (cause?.affectedFrom === undefined) return null;
  const from = laterOf(cause.affectedFrom, compensatedUntil ?? cause.affectedFrom);
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

/** The affected period for which the user is compensated without having to claim it (I-16); `null` for none. */
export const periodDue = (complaint: FiledComplaint, at: Instant): AffectedPeriod | null => {
  const attribution = complaint.cause?.attribution;
  const due = attribution === 'provider' || (attribution === 'force-majeure' && outlasted(complaint, at));
  return due ? affectedPeriod(complaint) : null;
};

export const wasGranted = ({ facets: { compensation } }: FiledComplaint): boolean =>
  compensation === 'granted' || compensation === 'credited';

/**
 * True while something that is due is not granted. What was granted while the outage lasted is enough until the
 * restoration shows that it lasted longer.
 */
export const compensationOwed = (complaint: FiledComplaint, at: Instant): boolean => {
  const due = periodDue(complaint, at);
  return due !== null && !(wasGranted(complaint) && due.to === null);
};
