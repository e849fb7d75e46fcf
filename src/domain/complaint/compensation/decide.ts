import { accept, reject } from '../../kernel/decision.js';
import type { ComplaintContext, Deciders } from '../context.js';
import { afterTheClock, firstOf, type Refusal } from '../guards.js';
import type { FiledComplaint } from '../state.js';
import { affectedPeriod, compensationDue } from './affected-period.js';
import { amountsDue } from './amounts.js';
import type { CompensationCommands } from './commands.js';
import type { CompensationAmounts } from './events.js';

type Grant = CompensationCommands['grantCompensation'];

const alreadyGranted = ({ facets: { compensation }, folio }: FiledComplaint): Refusal =>
  compensation === 'granted' || compensation === 'credited' ? reject('already-granted', { folio }) : null;

/** Only what the rule grants may be called by the rule's name; goodwill needs no cause. */
const reasonWithoutCause = (
  { reason }: Grant,
  complaint: FiledComplaint,
  { occurredAt }: ComplaintContext,
): Refusal => {
  const attributions = { 'attributable-to-provider': 'provider', 'force-majeure': 'force-majeure' } as const;
  if (reason === 'undue-charge' || reason === 'goodwill') return null;
  const attributed = complaint.facets.attribution === attributions[reason];
  return attributed && compensationDue(complaint, occurredAt)
    ? null
    : reject('compensation-not-due', { folio: complaint.folio, attribution: complaint.facets.attribution });
};

const lessThan = (granted: CompensationAmounts, due: CompensationAmounts): boolean =>
  (['proportionalRefund', 'bonus'] as const).some(
    (part) => granted[part].currency !== due[part].currency || granted[part].amount < due[part].amount,
  );

const bonusTooSmall = ({ proportionalRefund, bonus, reason }: Grant, { filing }: FiledComplaint): Refusal => {
  const { bonusPercent } = filing.terms;
  const small =
    bonus.currency !== proportionalRefund.currency ||
    bonus.amount * 100 < proportionalRefund.amount * bonusPercent;
  return reason !== 'goodwill' && small ? reject('bonus-too-small', { bonusPercent }) : null;
};

const lessThanDue = (
  granted: Grant,
  { assessed, folio, ...rest }: FiledComplaint,
  at: ComplaintContext,
): Refusal => {
  if (assessed === null)
    return compensationDue({ assessed, folio, ...rest }, at.occurredAt)
      ? reject('not-assessed', { folio })
      : null;
  const { proportionalRefund, bonus } = assessed;
  return lessThan(granted, assessed)
    ? reject('less-than-assessed', { proportionalRefund: { ...proportionalRefund }, bonus: { ...bonus } })
    : null;
};

export const compensationDeciders: Deciders<CompensationCommands> = {
  /** What the rule grants, from the recorded cause, restoration and terms; `amountsDue` states the rule. */
  assessCompensation: ({ price: given, periodDays: days, from, to }, complaint, context) => {
    const { cause, filing, folio } = complaint;
    const refusal = firstOf(
      alreadyGranted(complaint),
      afterTheClock(from, context),
      afterTheClock(to, context),
    );
    if (refusal !== null) return refusal;
    if (cause === null) return reject('cause-not-verified', { folio });
    if (!compensationDue(complaint, context.occurredAt))
      return reject('compensation-not-due', { folio, attribution: cause.attribution });
    const price = given ?? filing.price;
    const periodDays = days ?? filing.periodDays;
    if (price === undefined || periodDays === undefined) return reject('price-unknown', { folio });
    const period = affectedPeriod(complaint);
    const affected = { from: from ?? period?.from, to: to ?? period?.to };
    if (affected.from === undefined || affected.to === undefined || affected.to === null)
      return reject('affected-period-open', { folio });
    const basis = { price, periodDays, affected: { from: affected.from, to: affected.to } };
    const amounts = amountsDue({ ...basis, bonusPercent: filing.terms.bonusPercent });
    return amounts === undefined
      ? reject('no-amount-follows', { folio })
      : accept({ type: 'CompensationAssessed', data: { ...amounts, ...basis } });
  },

  /** Never less than assessed; the bonus never less than the terms' percentage (I-16). */
  grantCompensation: (data, complaint, context) =>
    firstOf(
      alreadyGranted(complaint),
      reasonWithoutCause(data, complaint, context),
      lessThanDue(data, complaint, context),
      bonusTooSmall(data, complaint),
    ) ?? accept({ type: 'CompensationGranted', data }),

  creditCompensation: (data, complaint, context) => {
    const { uncredited, folio } = complaint;
    if (uncredited === 0) return reject('nothing-granted', { folio });
    return afterTheClock(data.creditedAt, context) ?? accept({ type: 'CompensationCredited', data });
  },
};
