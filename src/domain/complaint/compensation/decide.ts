import { accept, reject } from '../../kernel/decision.js';
import { laterOf } from '../../kernel/instant.js';
import type { ComplaintContext, Deciders } from '../context.js';
import { afterTheClock, firstOf, type Refusal } from '../guards.js';
import type { FiledComplaint } from '../state.js';
import { compensationOwed, periodDue, wasGranted, type AffectedPeriod } from './affected-period.js';
import { amountsDue } from './amounts.js';
import type { CompensationCommands } from './commands.js';
import type { CompensationAmounts, CompensationEvents } from './events.js';
import { bonusTooSmall, lessThanDue, reasonWithoutCause } from './grant.js';

const nothingOwedAnyMore = (complaint: FiledComplaint, { occurredAt }: ComplaintContext): Refusal =>
  wasGranted(complaint) && !compensationOwed(complaint, occurredAt)
    ? reject('already-granted', { folio: complaint.folio })
    : null;

/** The recorded period, or a longer one: nobody assesses away what was verified, and no hour is paid for twice. */
const assessedPeriod = (
  { from: first, to: last }: CompensationCommands['assessCompensation'],
  recorded: AffectedPeriod,
  { compensatedUntil, folio }: FiledComplaint,
) => {
  const wanted = first ?? recorded.from;
  const from = laterOf(wanted, compensatedUntil ?? wanted);
  const to = last ?? recorded.to;
  if (to === null) return reject('affected-period-open', { folio });
  return from > recorded.from || to < (recorded.to ?? to)
    ? reject('shorter-than-affected', { folio })
    : ({ ok: true, affected: { from, to } } as const);
};

const pricePaid = (named: CompensationCommands['assessCompensation'], { filing }: FiledComplaint) => {
  const price = named.price ?? filing.price;
  const periodDays = named.periodDays ?? filing.periodDays;
  return price === undefined || periodDays === undefined ? undefined : { price, periodDays };
};

type Basis = Omit<CompensationEvents['CompensationAssessed'], keyof CompensationAmounts>;

const asText = ({ price, periodDays, affected: { from, to } }: Basis) =>
  JSON.stringify([price.amount, price.currency, periodDays, from, to]);

/** The amounts follow from the basis by the recorded terms: of the same basis they are the same. */
const assessedBefore = (basis: Basis, { facets, assessed }: FiledComplaint): boolean =>
  facets.compensation === 'assessed' && assessed !== null && asText(assessed) === asText(basis);

export const compensationDeciders: Deciders<CompensationCommands> = {
  /** What the rule grants, from the recorded cause, restoration and terms; `amountsDue` states the rule. */
  assessCompensation: (command, complaint, context) => {
    const { cause, filing, folio } = complaint;
    const refusal = firstOf(
      nothingOwedAnyMore(complaint, context),
      afterTheClock(command.from, context),
      afterTheClock(command.to, context),
    );
    if (refusal !== null) return refusal;
    if (cause === null) return reject('cause-not-verified', { folio });
    const due = periodDue(complaint, context.occurredAt);
    if (due === null) return reject('compensation-not-due', { folio, attribution: cause.attribution });
    const paid = pricePaid(command, complaint);
    if (paid === undefined) return reject('price-unknown', { folio });
    const period = assessedPeriod(command, due, complaint);
    if (!period.ok) return period;
    const basis = { ...paid, affected: period.affected };
    if (assessedBefore(basis, complaint)) return reject('no-new-fact', { folio });
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

  /** Each grant by itself: one statement may show several. */
  creditCompensation: (data, complaint, context) => {
    const { uncredited, folio } = complaint;
    if (uncredited === 0) return reject('nothing-granted', { folio });
    return afterTheClock(data.creditedAt, context) ?? accept({ type: 'CompensationCredited', data });
  },
};
