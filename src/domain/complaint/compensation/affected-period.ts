import { laterOf, millisecondsOf, type Instant } from '../../kernel/instant.js';
import type { FiledComplaint } from '../state.js';

const hour = 3_600_000;

/**
 * From when to when the user was without what they pay for: from the verified start to the restoration. Open (`to` is
 * `null`) while nothing was restored; `null` where nothing was affected, or all of it has been compensated before.
 */
export const affectedPeriod = ({
  cause,
  repair,
  compensatedUntil,
}: FiledComplaint): { readonly from: Instant; readonly to: Instant | null } | null => {
  if (cause?.affectedFrom === undefined) return null;
  const from = compensatedUntil === null ? cause.affectedFrom : laterOf(cause.affectedFrom, compensatedUntil);
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

/** True where the user is compensated without having to claim it (I-16). */
export const compensationDue = (complaint: FiledComplaint, at: Instant): boolean => {
  const attribution = complaint.cause?.attribution;
  if (affectedPeriod(complaint) === null) return false;
  return attribution === 'provider' || (attribution === 'force-majeure' && outlasted(complaint, at));
};

export const wasGranted = ({ facets: { compensation } }: FiledComplaint): boolean =>
  compensation === 'granted' || compensation === 'credited';

/**
 * True while something that is due is not granted. What was granted while the outage lasted is enough until the
 * restoration shows that it lasted longer.
 */
export const compensationOwed = (complaint: FiledComplaint, at: Instant): boolean =>
  compensationDue(complaint, at) && !(wasGranted(complaint) && affectedPeriod(complaint)?.to === null);
