import { accept, reject } from '../../kernel/decision.js';
import { isBlank } from '../../kernel/is-blank.js';
import type { CaseCard } from '../card.js';
import type { ComplaintContext } from '../context.js';
import { owedTo } from '../before-the-end.js';
import type { Facets } from '../facets.js';
import { afterTheClock, firstOf } from '../guards.js';
import { otherCurrency } from '../one-currency.js';
import { explainedToTheHouse, told } from '../disclosure/disclosed.js';
import { asks, ofNoOtherArea, others } from '../asked-relations.js';
import { defineStage } from '../stage.js';
import { isRepairable } from '../tracks.js';
import { nowUntold } from '../untold.js';
import type { FiledComplaint } from '../state.js';
import {
  affectedOnceGranted,
  isSinceUnknown,
  leftOwed,
  moreIsDue,
  periodsDue,
  wasGranted,
} from './affected-period.js';
import { amountsDue } from './amounts.js';
import {
  bonusTooSmall,
  goodwillKey,
  grantedOnceMore,
  lessThanDue,
  reasonWithoutCause,
  sameGoodwill,
} from './grant.js';
import type { CompensationAmounts, CompensationCommands, CompensationEvents, GrantPart } from './messages.js';
import { oncePartGranted } from './parts.js';
import { oneCreditMore, waitingForCredit } from './credits.js';
import { isToCredit, oneLess, oneMore, partOf } from './uncredited.js';
import { between, type AffectedPeriod } from './periods.js';
import { chargesSettled } from './charges.js';
import { compensationRefusals } from './refusals.js';
import { lessThanCharged, toRefund } from './undue-charge.js';

const nothingOwedAnyMore = (complaint: FiledComplaint, { occurredAt }: ComplaintContext) =>
  wasGranted(complaint) && !moreIsDue(complaint, occurredAt)
    ? reject('already-granted', { folio: complaint.folio })
    : null;

/** The time that is named, or on record; `null` while its beginning or its end is neither. */
const namedPeriod = (
  { from: first, to: last }: CompensationCommands['assessCompensation'],
  recorded: AffectedPeriod,
) => {
  const from = first ?? (isSinceUnknown(recorded) ? null : recorded.from);
  const to = last ?? recorded.to;
  return from === null || to === null ? null : { from, to };
};

/**
 * The recorded period, or a longer one: no assessment shortens what was verified, and no hour is paid for twice. While
 * an outage lasts it is assessed until now at least; where nothing is repaired, the assessment says when it was over, and
 * where the service was back before the receipt, since when it had failed.
 */
const assessedPeriod = (
  command: CompensationCommands['assessCompensation'],
  recorded: AffectedPeriod,
  { affected: { compensated }, facets, folio }: FiledComplaint,
  { occurredAt }: ComplaintContext,
) => {
  const named = namedPeriod(command, recorded);
  if (named === null) return reject('affected-period-open', { folio });
  const { from, to } = between(named, recorded, compensated);
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

/** Once a statement shows all that was granted of a part. */
const onceCredited = (part: GrantPart, card: CaseCard): Partial<Facets> => {
  const { compensation: granted, charge } = card.facets;
  if (isToCredit(card, part)) return {};
  if (part === 'compensation') return granted === 'granted' ? { compensation: 'credited' } : {};
  return part === 'undue-charge' && charge === 'refunded' ? { charge: 'settled' } : {};
};

const noUndueCharge = (
  { proportionalRefund }: CompensationCommands['grantCompensation'],
  { facets, folio }: FiledComplaint,
) => {
  if (facets.charge === 'refunded' || facets.charge === 'settled') return reject('charge-settled', { folio });
  return proportionalRefund.amount > 0 ? null : reject('no-amount-follows', { folio });
};

/** What stands against a grant, by the part that it is of. */
const refusedPart = (
  data: CompensationCommands['grantCompensation'],
  complaint: FiledComplaint,
  context: ComplaintContext,
) => {
  switch (partOf(data.reason)) {
    case 'undue-charge':
      return firstOf(noUndueCharge(data, complaint), lessThanCharged(data, complaint));
    case 'goodwill':
      return sameGoodwill(data, complaint);
    case 'compensation':
      return firstOf(
        nothingOwedAnyMore(complaint, context),
        reasonWithoutCause(data, complaint, context),
        lessThanDue(data, complaint, context),
      );
  }
};

/** An assessment says since when the service was affected and what is paid for it; a grant rests on one. */
const wasAssessed = ({ facets }: FiledComplaint): boolean =>
  facets.compensation === 'assessed' || wasGranted({ facets });

/**
 * A time that the cause names was affected, and a price that the filing names is paid; so is what was assessed, until the
 * cause or the restoration that it rests on is corrected. That a charge was none, or was given back before, no other
 * record tells. What earlier work left owed stands.
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
  const notRecorded = of === 'compensation' && !wasAssessed(complaint);
  switch (reason) {
    case 'service-not-affected':
      return notRecorded && cause?.affectedFrom === undefined && leftOwed(complaint).length === 0;
    case 'nothing-paid':
      return notRecorded && (price === undefined || price.amount === 0);
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
     * apart from the time without service: one does not settle the other. Goodwill may be shown whenever the provider
     * wishes, also after the end, and settles nothing that is due.
     */
    grantCompensation: (data, complaint, context) =>
      firstOf(
        otherCurrency(complaint, data.proportionalRefund, data.bonus),
        refusedPart(data, complaint, context),
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

    /** Each grant by itself, told by its ground: one statement may show several. */
    creditCompensation: (data, complaint, context) => {
      const waiting = waitingForCredit(complaint);
      const reason = data.reason ?? waiting.at(0);
      if (reason === undefined || !waiting.includes(reason))
        return reject('nothing-granted', { folio: complaint.folio });
      return (
        afterTheClock(data.creditedAt, context) ??
        accept({ type: 'CompensationCredited', data: { ...data, reason } })
      );
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
        facets: { ...oncePartGranted[partOf(reason)], ...nowUntold(card.facets, 'compensation') },
        ...(partOf(reason) === 'compensation' && { affected: affectedOnceGranted(card) }),
        uncredited: oneMore(card, reason),
      }),
      details: (grant, state, recorded) => {
        const part = partOf(grant.reason);
        return {
          grants: { ...state.grants, [part]: grantedOnceMore(grant, state, recorded) },
          ...(part === 'compensation' && { assessed: null }),
          ...(part === 'undue-charge' && { charges: chargesSettled(state.charges) }),
          ...(part === 'goodwill' && { goodwill: [...state.goodwill, goodwillKey(grant)] }),
          currency: grant.proportionalRefund.currency,
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
      card: ({ reason: named }, card) => {
        const reason = named ?? waitingForCredit(card).at(0);
        if (reason === undefined) return {};
        if (reason === 'balance') return { facets: { balance: 'credited' } };
        const uncredited = oneLess(card, reason);
        return { facets: onceCredited(partOf(reason), { ...card, uncredited }), uncredited };
      },
      details: (credited, state, recorded) => ({ credits: oneCreditMore(credited, state, recorded) }),
    },
  },
  refusals: compensationRefusals,
});
