import { reject } from '../../kernel/decision.js';
import type { Money } from '../../kernel/money.js';
import type { ComplaintContext } from '../context.js';
import type { FiledComplaint } from '../state.js';
import { answersForTheCause, leftOwed, periodsDue } from './affected-period.js';
import type { CompensationAmounts, CompensationCommands } from './messages.js';

type Grant = CompensationCommands['grantCompensation'];

/** Only what the rule grants may be called by the rule's name; goodwill needs no cause. */
export const reasonWithoutCause = (
  { reason }: Grant,
  complaint: FiledComplaint,
  { occurredAt }: ComplaintContext,
) => {
  if (reason === 'undue-charge' || reason === 'goodwill') return null;
  const { attribution } = complaint.facets;
  const fits = reason === 'force-majeure' ? attribution === 'force-majeure' : answersForTheCause(complaint);
  return leftOwed(complaint).length > 0 || (fits && periodsDue(complaint, occurredAt).length > 0)
    ? null
    : reject('compensation-not-due', { folio: complaint.folio, attribution });
};

const less = (granted: Money, due: Money): boolean =>
  granted.currency !== due.currency || granted.amount < due.amount;

/** True where refund or bonus is less than it should be, or of another currency. */
export const lessThan = (granted: CompensationAmounts, due: CompensationAmounts): boolean =>
  less(granted.proportionalRefund, due.proportionalRefund) || less(granted.bonus, due.bonus);

/** No less than was assessed, where it was. */
export const lessThanAssessed = (granted: CompensationAmounts, assessed: CompensationAmounts | null) => {
  if (assessed === null || !lessThan(granted, assessed)) return null;
  const { proportionalRefund, bonus } = assessed;
  return reject('less-than-assessed', {
    refund: proportionalRefund.amount,
    bonus: bonus.amount,
    currency: proportionalRefund.currency,
  });
};

/** What is due is assessed first, and then no less is granted, by whatever name. */
export const lessThanDue = (grant: Grant, complaint: FiledComplaint, { occurredAt }: ComplaintContext) => {
  const { assessed, folio } = complaint;
  if (assessed === null && periodsDue(complaint, occurredAt).length > 0)
    return reject('not-assessed', { folio });
  return lessThanAssessed(grant, assessed);
};

/** The least bonus of the recorded terms goes with every refund but goodwill (NOM-184; undue charges alike). */
export const bonusTooSmall = (
  { proportionalRefund, bonus, reason }: CompensationAmounts & Pick<Grant, 'reason'>,
  { filing }: FiledComplaint,
) => {
  const { bonusPercent } = filing.terms;
  const small =
    bonus.currency !== proportionalRefund.currency ||
    bonus.amount * 100 < proportionalRefund.amount * bonusPercent;
  return reason !== 'goodwill' && small ? reject('bonus-too-small', { bonusPercent }) : null;
};
