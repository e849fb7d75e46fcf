import { accept, reject } from '../../kernel/decision.js';
import { isBlank } from '../../kernel/is-blank.js';
import type { ComplaintContext } from '../context.js';
import { owedTo } from '../before-the-end.js';
import { afterTheClock, firstOf } from '../guards.js';
import { onRecord } from '../on-record.js';
import { otherCurrency } from '../one-currency.js';
import { explainedToTheHouse, told } from '../disclosure/disclosed.js';
import { asks, ofNoOtherArea, others } from '../asked-relations.js';
import { defineStage } from '../stage.js';
import { isRepairable } from '../tracks.js';
import { nowUntold } from '../untold.js';
import type { FiledComplaint } from '../state.js';
import { affectedOnceGranted, leftOwed, moreIsDue, periodsDue, wasGranted } from './affected-period.js';
import { amountsDue } from './amounts.js';
import { bonusTooSmall, lessThanDue, reasonWithoutCause } from './grant.js';
import type { CompensationAmounts, CompensationCommands, CompensationEvents } from './messages.js';
import { between, type AffectedPeriod } from './periods.js';
import { sum } from './sum.js';
import { chargesSettled } from './charges.js';
import { creditByAfter } from './to-tell.js';
import { lessThanCharged, refundedInAll, toRefund } from './undue-charge.js';

const nothingOwedAnyMore = (complaint: FiledComplaint, { occurredAt }: ComplaintContext) =>
  wasGranted(complaint) && !moreIsDue(complaint, occurredAt)
    ? reject('already-granted', { folio: complaint.folio })
    : null;

/**
 * The recorded period, or a longer one: no assessment shortens what was verified, and no hour is paid for twice. While
 * an outage lasts it is assessed until now at least; where nothing is repaired, the assessment says when it was over.
 */
const assessedPeriod = (
  { from: first, to: last }: CompensationCommands['assessCompensation'],
  recorded: AffectedPeriod,
  { affected: { compensated }, facets, folio }: FiledComplaint,
  { occurredAt }: ComplaintContext,
) => {
  const wanted = last ?? recorded.to;
  if (wanted === null) return reject('affected-period-open', { folio });
  const { from, to } = between({ from: first ?? recorded.from, to: wanted }, recorded, compensated);
  const least = recorded.to ?? (isRepairable(facets) && facets.faultFound === true ? occurredAt : to);
  return from > recorded.from || to < least
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

/** All that a cycle granted for the time without service: what was granted while the outage lasted, and the rest after it. */
const together = (before: CompensationAmounts | null, now: CompensationAmounts): CompensationAmounts =>
  before === null
    ? now
    : {
        proportionalRefund: sum(before.proportionalRefund, now.proportionalRefund),
        bonus: sum(before.bonus, now.bonus),
      };

const noUndueCharge = (
  { proportionalRefund }: CompensationCommands['grantCompensation'],
  { facets, folio }: FiledComplaint,
) => {
  if (facets.charge === 'refunded' || facets.charge === 'settled') return reject('charge-settled', { folio });
  return proportionalRefund.amount > 0 ? null : reject('no-amount-follows', { folio });
};

/**
 * A time that the cause names was affected, and a price that the filing names is paid. That a charge was none, or was
 * given back before, no other record tells. What earlier work left owed stands.
 */
const mayBeReasoned = (
  { of, reason }: CompensationEvents['NothingDue'],
  complaint: FiledComplaint,
): boolean => {
  const {
    cause,
    facets,
    filing: { price },
  } = complaint;
  switch (reason) {
    case 'service-not-affected':
      return of === 'compensation' && cause?.affectedFrom === undefined && leftOwed(complaint).length === 0;
    case 'nothing-paid':
      return of === 'compensation' && (price === undefined || price.amount === 0);
    case 'no-undue-charge':
      return of === 'undue-charge' && facets.penalty !== 'upheld' && toRefund(complaint) === null;
    case 'already-refunded':
      return of === 'undue-charge';
  }
};

export const compensation = defineStage<CompensationEvents, CompensationCommands>()({
  events: {
    CompensationAssessed: {},
    CompensationGranted: {},
    NothingDue: { explanation: 'subscriber' },
    CompensationCredited: {},
  },
  disclosed: {
    CompensationAssessed: told,
    CompensationGranted: told,
    NothingDue: explainedToTheHouse,
    CompensationCredited: told,
  },
  restsOn: {
    CompensationAssessed: ['CauseVerified'],
    CompensationGranted: ['CompensationAssessed'],
    NothingDue: ['CauseVerified'],
    CompensationCredited: ['CompensationGranted'],
  },
  commands: {
    assessCompensation: ['system', 'competent-area', 'billing'],
    grantCompensation: ['competent-area', 'billing', 'system'],
    declareNothingDue: ['competent-area', 'billing'],
    creditCompensation: ['billing', 'system'],
  },
  relations: {
    assessCompensation: asks(null, ofNoOtherArea),
    grantCompensation: asks(null, ofNoOtherArea),
    declareNothingDue: asks(null, ofNoOtherArea),
    creditCompensation: others,
  },
  decide: {
    /** What the rule grants, from the recorded cause, restoration and terms; `amountsDue` states the rule. */
    assessCompensation: (command, complaint, context) => {
      const { cause, filing, folio } = complaint;
      const refusal = firstOf(
        nothingOwedAnyMore(complaint, context),
        afterTheClock(command.from, context),
        afterTheClock(command.to, context),
        otherCurrency(complaint, command.price),
      );
      if (refusal !== null) return refusal;
      const [due] = periodsDue(complaint, context.occurredAt);
      if (due === undefined)
        return cause === null
          ? reject('cause-not-verified', { folio })
          : reject('compensation-not-due', { folio, attribution: cause.attribution });
      const paid = pricePaid(command, complaint);
      if (paid === undefined) return reject('price-unknown', { folio });
      const period = assessedPeriod(command, due, complaint, context);
      if (!period.ok) return period;
      const basis = { ...paid, affected: period.affected };
      if (assessedBefore(basis, complaint)) return reject('no-new-fact', { folio });
      const amounts = amountsDue({ ...basis, bonusPercent: filing.terms.bonusPercent });
      return amounts === undefined
        ? reject('no-amount-follows', { folio })
        : accept({ type: 'CompensationAssessed', data: { ...amounts, ...basis } });
    },

    /**
     * Never less than assessed; the bonus never less than the terms' percentage (I-16). An undue charge is refunded
     * apart from the time without service: one does not settle the other.
     */
    grantCompensation: (data, complaint, context) =>
      firstOf(
        otherCurrency(complaint, data.proportionalRefund, data.bonus),
        data.reason === 'undue-charge'
          ? firstOf(noUndueCharge(data, complaint), lessThanCharged(data, complaint))
          : firstOf(
              nothingOwedAnyMore(complaint, context),
              reasonWithoutCause(data, complaint, context),
              lessThanDue(data, complaint, context),
            ),
        bonusTooSmall(data, complaint),
      ) ?? accept({ type: 'CompensationGranted', data }),

    /** The absence of what seems to be owed is reasoned (I-16); what the record names cannot be reasoned away. */
    declareNothingDue: ({ explanation, ...data }, complaint, { occurredAt }) => {
      const { filing, folio } = complaint;
      if (!owedTo(complaint, occurredAt).includes(data.of)) return reject('nothing-seems-due', { folio });
      if (!mayBeReasoned(data, complaint)) return reject('due-by-the-record', { folio, reason: data.reason });
      return isBlank(explanation)
        ? reject('absence-not-reasoned', { folio })
        : accept({ type: 'NothingDue', data, personal: { [filing.subscriber]: { explanation } } });
    },

    /** Each grant by itself: one statement may show several. */
    creditCompensation: (data, complaint, context) => {
      const { facets, uncredited, folio } = complaint;
      if (uncredited === 0 && facets.balance !== 'owed') return reject('nothing-granted', { folio });
      return afterTheClock(data.creditedAt, context) ?? accept({ type: 'CompensationCredited', data });
    },
  },
  evolve: {
    CompensationAssessed: {
      card: ({ affected: assessed }, { affected }) => ({
        facets: { compensation: 'assessed' },
        affected: { ...affected, assessed },
      }),
      details: (assessed) => ({ assessed, currency: assessed.price.currency }),
    },
    CompensationGranted: {
      card: ({ reason }, card) => ({
        facets: {
          ...(reason === 'undue-charge' ? { charge: 'refunded' } : { compensation: 'granted' }),
          ...nowUntold(card.facets, 'compensation'),
        },
        ...(reason !== 'undue-charge' && { affected: affectedOnceGranted(card) }),
        uncredited: card.uncredited + 1,
      }),
      details: (grant, state, recorded) => {
        const { proportionalRefund, bonus, reason } = grant;
        return {
          ...(reason === 'undue-charge'
            ? { refunded: refundedInAll(state, grant), charges: chargesSettled(state.charges) }
            : {
                grant: { reason, ...onRecord(recorded) },
                granted: together(state.granted, { proportionalRefund, bonus }),
                leastGranted:
                  state.assessed === null ? state.leastGranted : together(state.leastGranted, state.assessed),
                assessed: null,
              }),
          creditBy: creditByAfter(state, grant),
          currency: proportionalRefund.currency,
        };
      },
    },
    NothingDue: {
      card: ({ of }, { affected }) =>
        of === 'undue-charge'
          ? { facets: { charge: 'settled' } }
          : { facets: { compensation: 'not-due' }, affected: { ...affected, owedBefore: [] } },
      details: ({ of }, { charges }) => (of === 'undue-charge' ? { charges: chargesSettled(charges) } : {}),
    },
    /** One statement may show what was granted in a cycle before this one: then this cycle's facet stays. */
    CompensationCredited: {
      card: (_data, { facets: { balance, compensation, charge }, uncredited: before }) => {
        if (before === 0 && balance === 'owed') return { facets: { balance: 'credited' } };
        const uncredited = Math.max(0, before - 1);
        if (compensation === 'granted') return { facets: { compensation: 'credited' }, uncredited };
        return charge === 'refunded' ? { facets: { charge: 'settled' }, uncredited } : { uncredited };
      },
    },
  },
  refusals: {
    'nothing-seems-due': {
      kind: 'rule',
      es: 'En {folio} nada parece deberse al usuario: no hay ausencia que razonar.',
      en: 'Nothing seems to be due to the user in {folio}: there is no absence to reason.',
    },
    'due-by-the-record': {
      kind: 'rule',
      es: 'Lo que consta en {folio} no admite la razón «{reason}»: corrija el registro u otorgue lo debido.',
      en: 'The record of {folio} does not allow the reason "{reason}": correct the record or grant what is due.',
    },
    'absence-not-reasoned': {
      kind: 'rule',
      es: 'Que nada se deba al usuario en {folio} debe razonarse.',
      en: 'That nothing is due to the user in {folio} must be reasoned.',
    },
    'less-than-charged': {
      kind: 'rule',
      es: 'Del cargo indebido de {folio} no puede devolverse menos de lo que consta: {charge} (unidades menores, {currency}).',
      en: 'No less of the undue charge of {folio} may be refunded than is on record: {charge} (minor units, {currency}).',
    },
    'charge-settled': {
      kind: 'rule',
      es: 'El cargo que se reclamó en {folio} ya se devolvió o se aclaró.',
      en: 'The charge complained of in {folio} has already been refunded or cleared up.',
    },
    'compensation-not-due': {
      kind: 'rule',
      es: 'En {folio} no procede compensar por esa causa ({attribution}).',
      en: 'No compensation is due in {folio} for that cause ({attribution}).',
    },
    'price-unknown': {
      kind: 'rule',
      es: 'Para calcular la compensación de {folio} faltan el precio o los días que cubre.',
      en: 'The price, or the days it covers, are missing to assess the compensation of {folio}.',
    },
    'affected-period-open': {
      kind: 'rule',
      es: 'El servicio de {folio} aún no se restablece: indique hasta cuándo se calcula.',
      en: 'The service of {folio} is not restored yet: say until when it is assessed.',
    },
    'shorter-than-affected': {
      kind: 'rule',
      es: 'El periodo calculado para {folio} es menor que el periodo de afectación verificado.',
      en: 'The period assessed for {folio} is shorter than the affected period that was verified.',
    },
    'no-amount-follows': {
      kind: 'rule',
      es: 'Con ese precio y ese periodo no resulta ningún importe para {folio}.',
      en: 'No amount follows from that price and that period for {folio}.',
    },
    'not-assessed': {
      kind: 'rule',
      es: 'La compensación de {folio} debe calcularse antes de otorgarse.',
      en: 'The compensation of {folio} must be assessed before it is granted.',
    },
    'already-granted': {
      kind: 'rule',
      es: 'La compensación de {folio} ya se otorgó.',
      en: 'The compensation of {folio} has already been granted.',
    },
  },
});
