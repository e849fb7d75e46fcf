import { reject } from '../../kernel/decision.js';
import type { Money } from '../../kernel/money.js';
import type { ComplaintContext } from '../context.js';
import type { Recorded } from '../../kernel/message.js';
import { onRecord } from '../on-record.js';
import type { ComplaintState, FiledComplaint, Grant as Granted } from '../state.js';
import { answersForTheCause, leftOwed, periodsDue } from './affected-period.js';
import type { CompensationAmounts, CompensationCommands, GrantPart } from './messages.js';
import { partOf } from './uncredited.js';
import { sum } from './sum.js';
import { bothGrants } from './to-tell.js';
import { toRefund } from './undue-charge.js';

type Grant = CompensationCommands['grantCompensation'];

/** Only what the rule grants may be called by the rule's name. */
export const reasonWithoutCause = (
  { reason }: Grant,
  complaint: FiledComplaint,
  { occurredAt }: ComplaintContext,
) => {
  const { attribution } = complaint.facets;
  const fits = reason === 'force-majeure' ? attribution === 'force-majeure' : answersForTheCause(complaint);
  if (leftOwed(complaint).length > 0 || (fits && periodsDue(complaint, occurredAt).length > 0)) return null;
  return attribution === null
    ? reject('cause-not-verified', { folio: complaint.folio })
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

/** What is due is assessed first, and then no less is granted. */
export const lessThanDue = (grant: Grant, complaint: FiledComplaint, { occurredAt }: ComplaintContext) => {
  const { assessed, folio } = complaint;
  if (assessed === null && periodsDue(complaint, occurredAt).length > 0)
    return reject('not-assessed', { folio });
  return lessThanAssessed(grant, assessed);
};

/** What tells one goodwill from another: the reference of its payment, else its amounts and when they are credited. */
export const goodwillKey = ({ reference, proportionalRefund, bonus, billingCutoff }: Grant): string =>
  JSON.stringify(
    reference === undefined
      ? [proportionalRefund.amount, bonus.amount, proportionalRefund.currency, billingCutoff ?? null]
      : reference,
  );

/** The very same goodwill is granted once: another one of the same amounts has a reference of its own. */
export const sameGoodwill = (grant: Grant, { goodwill, folio }: FiledComplaint) =>
  goodwill.includes(goodwillKey(grant)) ? reject('same-goodwill', { folio }) : null;

const leastOf = (
  part: GrantPart,
  { assessed, charges, facets }: Pick<ComplaintState, 'assessed' | 'charges' | 'facets'>,
): CompensationAmounts | null => {
  if (part === 'compensation') return assessed;
  const charge = part === 'undue-charge' ? toRefund({ charges, facets }) : null;
  return charge === null ? null : { proportionalRefund: charge, bonus: { ...charge, amount: 0 } };
};

const both = (a: CompensationAmounts, b: CompensationAmounts): CompensationAmounts => ({
  proportionalRefund: sum(a.proportionalRefund, b.proportionalRefund),
  bonus: sum(a.bonus, b.bonus),
});

/** All that a cycle granted of a part, with one more grant: what it granted while the outage lasted, and the rest after it. */
export const grantedOnceMore = (grant: Grant, state: ComplaintState, recorded: Recorded): Granted => {
  const { reason, reference: _reference, ...now } = grant;
  const part = partOf(reason);
  const before = state.grants[part];
  const due = leastOf(part, state);
  const least =
    due === null || before?.least === undefined ? (due ?? before?.least) : both(before.least, due);
  return {
    ...(before === undefined ? now : bothGrants(before, now)),
    ...(least && { least: { proportionalRefund: least.proportionalRefund, bonus: least.bonus } }),
    reason,
    ...onRecord(recorded),
  };
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
