import { accept, reject } from '../../kernel/decision.js';
import type { Money } from '../../kernel/money.js';
import { leftToRefund } from '../compensation/charges.js';
import { afterTheClock, alreadyRuled, dismissedAgainst, firstOf } from '../guards.js';
import { unnamedGround } from '../named-words.js';
import { onRecord } from '../on-record.js';
import { exceptionIn, separated } from '../separation-of-duties.js';
import { otherCurrency } from '../one-currency.js';
import { asks, ofNoOtherArea } from '../asked-relations.js';
import { defineStage } from '../stage.js';
import type { FiledComplaint } from '../state.js';
import { tracks } from '../tracks.js';
import { noConciliator } from '../triage/purposes.js';
import { mustBeRouted } from '../triage/routing.js';
import { held, onceCarriedOut, withAgreements } from './agreements.js';
import { reasonsMissing, sameHands } from './conditions.js';
import type { RulingCommands, RulingEvents } from './messages.js';

const notYet = ({ facets, filing, folio }: FiledComplaint) => {
  if (!tracks[facets.track].ruled) return reject('not-on-this-track', { track: facets.track });
  return mustBeRouted(facets, filing.terms.routedKinds) ? reject('not-routed', { folio }) : null;
};

/** What was charged unduly, with what of it this cycle refunded before, where another ruling did. */
const ofTheCharge = (undueCharge: Money, { grants: { 'undue-charge': refund } }: FiledComplaint) => ({
  undueCharge,
  ...(refund && { refundedBefore: refund.proportionalRefund }),
});

export const ruling = defineStage<RulingEvents, RulingCommands>()({
  events: {
    Ruled: { reasons: 'subscriber' },
    ConciliationRecorded: { agreement: 'subscriber' },
    AgreementCarriedOut: { done: 'subscriber' },
  },
  disclosed: {
    Ruled: { to: 'parties', words: { reasons: 'user' } },
    ConciliationRecorded: { to: 'parties', words: { agreement: 'user' } },
    AgreementCarriedOut: { to: 'parties', words: { done: 'user' } },
  },
  restsOn: {
    Ruled: ['CauseVerified', 'RoutedToArea', 'Reopened'],
    ConciliationRecorded: ['RoutedToArea'],
    AgreementCarriedOut: ['ConciliationRecorded'],
  },
  commands: {
    rule: ['competent-area', 'ruling-officer'],
    recordConciliation: ['competent-area'],
    carryOutAgreement: ['competent-area', 'customer-service'],
  },
  relations: {
    rule: asks(null, ofNoOtherArea),
    recordConciliation: asks(null, ofNoOtherArea),
    carryOutAgreement: asks(null, ofNoOtherArea),
  },
  decide: {
    /**
     * *Procedencia o improcedencia* (O-25): on a verified cause, with reasons (I-08); routed first where the kind needs
     * it (I-13); a dismissal names where the user may go next (I-10). A second one needs an escalation or a reopening.
     */
    rule: ({ outcome, basis, reasons, undueCharge, nextInstance: named }, complaint, context) => {
      const { cause, filing, folio } = complaint;
      const same = sameHands(complaint, context);
      const refusal = firstOf(
        notYet(complaint),
        alreadyRuled(complaint),
        dismissedAgainst(outcome, complaint),
        separated(same, complaint, context),
        otherCurrency(complaint, undueCharge),
        unnamedGround(basis, context),
      );
      if (refusal !== null) return refusal;
      if (cause === null) return reject('cause-not-verified', { folio });
      const { policy, version, nextInstance: ofTheTerms } = filing.terms;
      const nextInstance = named ?? (outcome === 'dismissed' ? ofTheTerms : undefined);
      const incomplete = reasonsMissing(reasons, nextInstance, complaint);
      if (incomplete !== null) return incomplete;
      return accept({
        type: 'Ruled',
        data: {
          outcome,
          basis,
          ...(outcome === 'upheld' && undueCharge !== undefined && ofTheCharge(undueCharge, complaint)),
          cause: cause.revision,
          policy,
          policyVersion: version,
          nextInstance,
          ...exceptionIn(same),
        },
        personal: { [filing.subscriber]: { reasons } },
      });
    },

    /** What came of a conciliation before the area (O-32). */
    recordConciliation: ({ outcome, dueAt, agreement }, complaint, context) => {
      const { facets, filing, folio } = complaint;
      if (facets.routing === 'none') return reject('not-routed', { folio });
      return (
        noConciliator(complaint, context) ??
        accept({
          type: 'ConciliationRecorded',
          data: { outcome, ...(outcome === 'agreed' && { dueAt }) },
          personal: { [filing.subscriber]: { agreement } },
        })
      );
    },

    /** What was agreed is done, by the area that agreed to it or by customer service for it. */
    carryOutAgreement: ({ done, carriedOutAt, conciliation: named }, complaint, context) => {
      const { agreements, filing, folio } = complaint;
      // Of several one is named: the same again would carry out another one.
      const conciliation = named ?? (agreements.made === 1 ? 1 : undefined);
      if (conciliation === undefined || !agreements.open.some((each) => each.conciliation === conciliation))
        return reject('no-agreement-to-carry-out', { folio });
      return (
        afterTheClock(carriedOutAt, context) ??
        accept({
          type: 'AgreementCarriedOut',
          data: { conciliation, carriedOutAt },
          personal: { [filing.subscriber]: { done } },
        })
      );
    },
  },
  evolve: {
    /** A second ruling takes the place of the first: the user is told again. */
    Ruled: {
      card: ({ outcome, ...ruled }, { facets: { charge } }) => ({
        facets: {
          ruling: outcome,
          rulingAgain: false,
          final: 'none',
          ...(leftToRefund(ruled) !== null && charge !== 'owed' && { charge: 'disputed' }),
        },
      }),
      details: ({ cause, basis, nextInstance, ...ruled }, { charges, currency, hands }, recorded) => ({
        ...(ruled.undueCharge !== undefined && {
          charges: { ...charges, ruled: leftToRefund(ruled) },
        }),
        currency: currency ?? ruled.undueCharge?.currency ?? null,
        ruling: { cause, basis, nextInstance, ...onRecord(recorded) },
        hands: { ...hands, ruled: [...hands.ruled, recorded.actor] },
        finalWord: null,
      }),
    },
    ConciliationRecorded: {
      card: ({ outcome, dueAt = null }, card) => {
        const { made, open } = card.agreements;
        const conciliation = made + 1;
        return outcome === 'agreed'
          ? withAgreements(card, { made: conciliation, open: [...open, { conciliation, dueAt }] })
          : {};
      },
      details: held,
    },
    /** The user was told what was agreed, and is told that it was done. */
    AgreementCarriedOut: {
      card: ({ conciliation }, card) => {
        const open = card.agreements.open.filter((each) => each.conciliation !== conciliation);
        return withAgreements(card, { ...card.agreements, open });
      },
      details: onceCarriedOut,
    },
  },
  refusals: {
    'no-agreement-to-carry-out': {
      kind: 'rule',
      es: 'De la conciliación de {folio} no queda por cumplir ese acuerdo.',
      en: 'That agreement of the conciliation of {folio} is not left to carry out.',
    },
  },
});
