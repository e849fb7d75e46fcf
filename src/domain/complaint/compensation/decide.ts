import { accept, reject } from '../../kernel/decision.js';
import type { ComplaintContext, Deciders } from '../context.js';
import { afterTheClock, firstOf, type Refusal } from '../guards.js';
import type { FiledComplaint } from '../state.js';
import { affectedPeriod, compensationDue, compensationOwed, wasGranted } from './affected-period.js';
import { amountsDue } from './amounts.js';
import type { CompensationCommands } from './commands.js';
import type { CompensationEvents } from './events.js';
import { bonusTooSmall, lessThanDue, reasonWithoutCause } from './grant.js';

type Assessed = CompensationEvents['CompensationAssessed']['affected'];

const nothingOwedAnyMore = (complaint: FiledComplaint, { occurredAt }: ComplaintContext): Refusal =>
  wasGranted(complaint) && !compensationOwed(complaint, occurredAt)
    ? reject('already-granted', { folio: complaint.folio })
    : null;

const notDue = (complaint: FiledComplaint, { occurredAt }: ComplaintContext): Refusal => {
  const { cause, folio } = complaint;
  if (cause === null) return reject('cause-not-verified', { folio });
  return compensationDue(complaint, occurredAt)
    ? null
    : reject('compensation-not-due', { folio, attribution: cause.attribution });
};

const shorter = (affected: Assessed, recorded: ReturnType<typeof affectedPeriod>): boolean =>
  recorded !== null && (affected.from > recorded.from || (recorded.to !== null && affected.to < recorded.to));

/** The recorded period, or a longer one: nobody assesses away what was verified. */
const assessedPeriod = (
  { from: first, to: last }: CompensationCommands['assessCompensation'],
  complaint: FiledComplaint,
) => {
  const recorded = affectedPeriod(complaint);
  const from = first ?? recorded?.from;
  const to = last ?? recorded?.to ?? undefined;
  const { folio } = complaint;
  if (from === undefined || to === undefined) return reject('affected-period-open', { folio });
  return shorter({ from, to }, recorded)
    ? reject('shorter-than-affected', { folio })
    : ({ ok: true, affected: { from, to } } as const);
};

export const compensationDeciders: Deciders<CompensationCommands> = {
  /** What the rule grants, from the recorded cause, restoration and terms; `amountsDue` states the rule. */
  assessCompensation: (command, complaint, context) => {
    const { filing, folio } = complaint;
    const refusal = firstOf(
      nothingOwedAnyMore(complaint, context),
      notDue(complaint, context),
      afterTheClock(command.from, context),
      afterTheClock(command.to, context),
    );
    if (refusal !== null) return refusal;
    const price = command.price ?? filing.price;
    const periodDays = command.periodDays ?? filing.periodDays;
    if (price === undefined || periodDays === undefined) return reject('price-unknown', { folio });
    const period = assessedPeriod(command, complaint);
    if (!period.ok) return period;
    const basis = { price, periodDays, affected: period.affected };
    const amounts = amountsDue({ ...basis, bonusPercent: filing.terms.bonusPercent });
    return amounts === undefined
      ? reject('no-amount-follows', { folio })
      : accept({ type: 'CompensationAssessed', data: { ...amounts, ...basis } });
  },

  /** Never less than assessed; the bonus never less than the terms' percentage (I-16). */
  grantCompensation: (data, complaint, context) =>
    firstOf(
      nothingOwedAnyMore(complaint, context),
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
