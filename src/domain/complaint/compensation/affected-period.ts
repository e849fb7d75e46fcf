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

/**
 * True where the user must be compensated without having to claim it (I-16): the provider's fault always; force
 * majeure only where the outage lasted longer, after the user's report, than the recorded terms allow.
 */
export const compensationDue = (complaint: FiledComplaint, at: Instant): boolean => {
  const { cause, filing } = complaint;
  const period = affectedPeriod(complaint);
  if (period === null) return false;
  if (cause?.attribution === 'provider') return true;
  if (cause?.attribution !== 'force-majeure') return false;
  const reported = laterOf(filing.receivedAt, period.from);
  const lasted = millisecondsOf(period.to ?? at) - millisecondsOf(reported);
  return lasted > filing.terms.forceMajeureHours * hour;
};
