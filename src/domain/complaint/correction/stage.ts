import { accept, reject } from '../../kernel/decision.js';
import { knownAt } from '../../kernel/known-at.js';
import { bonusTooSmall, lessThan, lessThanAssessed } from '../compensation/grant.js';
import type { Reopening } from '../ending/messages.js';
import { affectedTo } from '../compensation/affected-time.js';
import { causeAsText, notInCharge } from '../diagnosis/in-charge.js';
import { assessedAnew } from '../fresh-start.js';
import { afterTheClock, dismissedAgainst, firstOf, restoredBeforeAffected } from '../guards.js';
import { onceCorrected, isSameBalance } from '../notice/balance.js';
import { channelFor } from '../notice/channel-for.js';
import { onRecord } from '../on-record.js';
import { otherCurrency } from '../one-currency.js';
import { reasonsMissing, sameHands } from '../ruling/conditions.js';
import { exceptionIn, separated } from '../separation-of-duties.js';
import { explainedToTheHouse, toldOfTheOther } from '../disclosure/disclosed.js';
import { asks, inCharge, ofNoOtherArea, others } from '../asked-relations.js';
import { whatItCorrects } from '../rests-on.js';
import { defineStage } from '../stage.js';
import { nowUntold } from '../untold.js';
import { causeCorrected } from './cause-corrected.js';
import { notOfAnother, ofAnother } from './another-duplicate.js';
import type { CorrectionCommands, CorrectionEvents } from './messages.js';
import { correctionRefusals } from './refusals.js';
import { lessThanTold, noFinalWord, reopened, sealedFor, unexplained, untold } from './told-anew.js';

export const correction = defineStage<CorrectionEvents, CorrectionCommands, Reopening>()({
  events: {
    RulingCorrected: { reasons: 'subscriber', explanation: 'subscriber' },
    CauseCorrected: { explanation: 'subscriber', forUser: 'subscriber' },
    RestorationCorrected: { explanation: 'subscriber' },
    CompensationCorrected: { explanation: 'subscriber' },
    CancellationCorrected: { explanation: 'subscriber' },
    TechnicianCorrected: { explanation: 'subscriber' },
    DuplicateCorrected: { explanation: 'subscriber' },
  },
  disclosed: {
    RulingCorrected: { to: 'parties', words: { reasons: 'user', explanation: 'house' } },
    CauseCorrected: { to: 'parties', words: { explanation: 'house', forUser: 'user' } },
    RestorationCorrected: explainedToTheHouse,
    CompensationCorrected: explainedToTheHouse,
    CancellationCorrected: explainedToTheHouse,
    TechnicianCorrected: explainedToTheHouse,
    DuplicateCorrected: {
      ...toldOfTheOther,
      words: { explanation: 'house' },
      houseFields: ['from', 'toldTo'],
    },
  },
  restsOn: {
    RulingCorrected: whatItCorrects,
    CauseCorrected: whatItCorrects,
    RestorationCorrected: whatItCorrects,
    CompensationCorrected: whatItCorrects,
    CancellationCorrected: whatItCorrects,
    TechnicianCorrected: whatItCorrects,
    DuplicateCorrected: whatItCorrects,
  },
  commands: {
    correctRuling: ['competent-area', 'ruling-officer'],
    correctCause: ['technical-lead', 'competent-area'],
    correctRestoration: ['technical-lead', 'customer-service'],
    correctCompensation: ['competent-area', 'billing'],
    correctCancellation: ['customer-service', 'billing'],
    correctTechnician: ['customer-service'],
    correctDuplicate: ['customer-service'],
  },
  relations: {
    correctRuling: asks(null, ofNoOtherArea),
    correctCause: asks(inCharge, ofNoOtherArea),
    correctRestoration: asks(inCharge),
    correctCompensation: asks(null, ofNoOtherArea),
    correctCancellation: others,
    correctTechnician: others,
    correctDuplicate: others,
  },
  decide: {
    /** The ruling was another one than the record says. A new ruling needs an escalation or a reopening (I-08). */
    correctRuling: (command, complaint, context) => {
      const { outcome, basis, reasons, nextInstance: named, reason, explanation } = command;
      const { filing, folio, ruling } = complaint;
      if (ruling === null) return reject('nothing-to-correct', { folio });
      const same = sameHands(complaint, context);
      const nextInstance = named ?? (outcome === 'dismissed' ? filing.terms.nextInstance : undefined);
      const refusal = firstOf(
        unexplained(command, complaint),
        separated(same, complaint, context),
        reasonsMissing(reasons, nextInstance, complaint),
        dismissedAgainst(outcome, complaint),
      );
      if (refusal !== null) return refusal;
      return accept(
        {
          type: 'RulingCorrected',
          data: {
            corrects: ruling.revision,
            reason,
            outcome,
            basis,
            cause: ruling.cause,
            nextInstance,
            ...exceptionIn(same),
          },
          occurredAt: ruling.occurredAt,
          personal: sealedFor(complaint, { reasons, explanation }),
        },
        ...reopened(complaint, context),
      );
    },

    /** Found later, or recorded wrongly: whatever was ruled on the first cause is ruled on again. */
    correctCause: (command, complaint, context) => {
      const { reason, explanation, forUser, ...found } = command;
      const { cause, facets, folio } = complaint;
      if (cause === null) return reject('cause-not-verified', { folio });
      const refusal = firstOf(
        notInCharge(complaint, context),
        unexplained(command, complaint),
        afterTheClock(found.affectedFrom, context),
        restoredBeforeAffected(complaint.repair?.restoredAt, found.affectedFrom),
      );
      if (refusal !== null) return refusal;
      if (found.causes.length === 0) return reject('cause-missing', { folio });
      if (facets.repair === 'done' && !found.faultFound) return reject('already-repaired', { folio });
      if (causeAsText(cause) === causeAsText(found)) return reject('no-new-fact', { folio });
      return accept(
        {
          type: 'CauseCorrected',
          data: { corrects: cause.revision, reason, ...found },
          occurredAt: cause.occurredAt,
          personal: sealedFor(complaint, { explanation, forUser }),
        },
        ...reopened(complaint, context),
      );
    },

    correctRestoration: (command, complaint, context) => {
      const { reason, explanation, restoredAt } = command;
      const { cause, folio, repair, restoredBy } = complaint;
      if (repair === null) return reject('not-repaired', { folio });
      const refusal = firstOf(unexplained(command, complaint), afterTheClock(restoredAt, context));
      if (refusal !== null) return refusal;
      if (restoredAt === repair.restoredAt) return reject('no-new-fact', { folio });
      const early = restoredBeforeAffected(restoredAt, cause?.affectedFrom);
      if (early !== null) return early;
      return accept(
        {
          type: 'RestorationCorrected',
          data: {
            corrects: repair.revision,
            reason,
            restoredAt,
            ...(restoredBy !== null && restoredBy.confirmedAt < restoredAt && { unconfirmed: true }),
          },
          occurredAt: repair.occurredAt,
          personal: sealedFor(complaint, { explanation }),
        },
        ...reopened(complaint, context),
      );
    },

    /** Never less than assessed (I-16), nor less than the user was told. */
    correctCompensation: (command, complaint, context) => {
      const { reason, explanation, proportionalRefund, bonus } = command;
      const { folio, grant, granted } = complaint;
      if (grant === null || granted === null) return reject('nothing-granted', { folio });
      const amounts = { proportionalRefund, bonus };
      const refusal = firstOf(
        unexplained(command, complaint),
        otherCurrency(complaint, proportionalRefund, bonus),
        lessThanAssessed(amounts, complaint.leastGranted),
        bonusTooSmall({ ...amounts, reason: grant.reason }, complaint),
        lessThanTold(amounts, complaint),
      );
      if (refusal !== null) return refusal;
      if (!lessThan(amounts, granted) && !lessThan(granted, amounts)) return reject('no-new-fact', { folio });
      return accept(
        {
          type: 'CompensationCorrected',
          data: { corrects: grant.revision, reason, ...amounts },
          occurredAt: grant.occurredAt,
          personal: sealedFor(complaint, { explanation }),
        },
        ...reopened(complaint, context),
      );
    },

    /** Told with the correction itself, as the cancellation was. */
    correctCancellation: (command, complaint, context) => {
      const { reason, explanation, effectiveAt, channel, balance } = command;
      const { execution, folio } = complaint;
      if (execution === null) return reject('nothing-to-correct', { folio });
      const refusal = firstOf(
        unexplained(command, complaint),
        // The currency may be what was typed wrongly, as long as nothing else was said of money.
        otherCurrency({ ...complaint, execution: null }, balance),
      );
      if (refusal !== null) return refusal;
      const stands = isSameBalance(execution.balance, balance);
      if (execution.effectiveAt === effectiveAt && stands) return reject('no-new-fact', { folio });
      return accept(
        {
          type: 'CancellationCorrected',
          data: {
            corrects: execution.revision,
            reason,
            effectiveAt,
            channel: channelFor(channel, complaint),
            balance,
            ...(stands && { balanceStands: true }),
          },
          occurredAt: execution.occurredAt,
          personal: sealedFor(complaint, { explanation }),
        },
        ...reopened(complaint, context),
      );
    },

    /** Another one had it all along. Who takes it over from now on is assigned (O-18). */
    correctTechnician: (command, complaint) => {
      const { reason, explanation, technician } = command;
      const { assignment, folio, technician: from } = complaint;
      if (assignment === null || from === null) return reject('nothing-to-correct', { folio });
      const refusal = unexplained(command, complaint);
      if (refusal !== null) return refusal;
      return technician === from
        ? reject('no-new-fact', { folio })
        : accept({
            type: 'TechnicianCorrected',
            data: { corrects: assignment.revision, reason, from, technician },
            occurredAt: assignment.occurredAt,
            personal: sealedFor(complaint, { explanation }),
          });
    },

    /** Of another request than was said. What is no duplicate at all is reopened: it was closed by mistake. */
    correctDuplicate: (command, complaint, context) => {
      const { duplicate, folio } = complaint;
      if (duplicate === null) return reject('nothing-to-correct', { folio });
      return (
        notOfAnother(command, complaint, context) ??
        accept({
          type: 'DuplicateCorrected',
          data: ofAnother(command, duplicate, complaint, context),
          occurredAt: duplicate.occurredAt,
          personal: sealedFor(complaint, { explanation: command.explanation }),
        })
      );
    },
  },
  evolve: {
    RulingCorrected: {
      card: ({ outcome }, { facets }) => ({ facets: { ruling: outcome, ...untold(facets) } }),
      details: ({ basis, cause, nextInstance }, state, recorded) => ({
        ruling: { basis, cause, nextInstance, ...onRecord(recorded) },
        hands: { ...state.hands, ruled: [...state.hands.ruled, recorded.actor] },
        ...noFinalWord(state),
      }),
    },
    CauseCorrected: {
      card: (cause, card, recorded) => causeCorrected(cause, card, knownAt(recorded)),
      details: ({ corrects: _event, reason: _why, ...cause }, state, recorded) => ({
        cause: { ...cause, ...onRecord(recorded) },
        assessed: null,
        leastGranted: null,
        ...noFinalWord(state),
      }),
    },
    /** A confirmation from before the service was back proves nothing: it is asked for again. */
    RestorationCorrected: {
      card: ({ restoredAt, unconfirmed }, { affected, facets }) => ({
        facets: {
          repair: 'done',
          ...(unconfirmed && { restoration: 'none' }),
          ...assessedAnew(facets),
          ...untold(facets),
        },
        ...affectedTo({ affected }, restoredAt),
      }),
      details: ({ restoredAt, unconfirmed }, state, recorded) => ({
        ...(unconfirmed && { restoredBy: null }),
        repair: { restoredAt, ...onRecord(recorded) },
        assessed: null,
        leastGranted: null,
        ...noFinalWord(state),
      }),
    },
    /** Also where it was credited before: a statement will show the difference. */
    CompensationCorrected: {
      card: (_data, { facets, uncredited }) => ({
        facets: { compensation: 'granted', ...nowUntold(facets, 'compensation'), ...untold(facets) },
        uncredited: facets.compensation === 'credited' ? uncredited + 1 : Math.max(1, uncredited),
      }),
      details: ({ proportionalRefund, bonus }, state, recorded) => ({
        granted: { proportionalRefund, bonus },
        grant: { reason: state.grant?.reason ?? 'goodwill', ...onRecord(recorded) },
        ...noFinalWord(state),
      }),
    },
    CancellationCorrected: {
      card: (corrected) => ({ facets: { final: 'sent', ...onceCorrected(corrected) } }),
      details: ({ effectiveAt, balance }, { sent }, recorded) => ({
        execution: { effectiveAt, balance, ...onRecord(recorded) },
        finalWord: { revision: recorded.revision, reason: 'executed' },
        sent: [...sent, recorded.revision],
      }),
    },
    TechnicianCorrected: {
      card: ({ technician }) => ({ technician }),
      details: (_data, _state, recorded) => ({ assignment: onRecord(recorded) }),
    },
    DuplicateCorrected: {
      details: ({ of }, _state, recorded) => ({ duplicate: { of, ...onRecord(recorded) } }),
    },
  },
  refusals: correctionRefusals,
});
