import { accept, reject } from '../../kernel/decision.js';
import { knownAt } from '../../kernel/known-at.js';
import { withoutLeast } from '../compensation/parts.js';
import { affectedTo } from '../compensation/affected-time.js';
import { causeAsText, notInCharge } from '../diagnosis/in-charge.js';
import { assessedAnew } from '../fresh-start.js';
import { afterTheClock, dismissedAgainst, firstOf, restoredBeforeAffected } from '../guards.js';
import { unnamedCauses, unnamedGround } from '../named-words.js';
import { onRecord } from '../on-record.js';
import { reasonsMissing, sameHands } from '../ruling/conditions.js';
import { exceptionIn, separated } from '../separation-of-duties.js';
import { nowUntold } from '../untold.js';
import { causeCorrected } from './cause-corrected.js';
import { notOfAnother, ofAnother } from './another-duplicate.js';
import type { Evolvers } from '../evolver.js';
import type { Corrections } from './decisions.js';
import type { CorrectionEvents } from './messages.js';
import { noFinalWord, reopened, sealedFor, unexplained, untold } from './told-anew.js';

/** What follows from each of them. */
export const correctWork: Pick<
  Corrections,
  'correctRuling' | 'correctCause' | 'correctRestoration' | 'correctTechnician' | 'correctDuplicate'
> = {
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
      unnamedGround(basis, context),
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
      unnamedCauses(found.causes, context),
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
};

/** How the state changes by them. */
export const evolveWork: Pick<
  Evolvers<CorrectionEvents>,
  'RulingCorrected' | 'CauseCorrected' | 'RestorationCorrected' | 'TechnicianCorrected' | 'DuplicateCorrected'
> = {
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
      ...withoutLeast(state),
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
      ...withoutLeast(state),
      ...noFinalWord(state),
    }),
  },
  TechnicianCorrected: {
    card: ({ technician }) => ({ technician }),
    details: (_data, _state, recorded) => ({ assignment: onRecord(recorded) }),
  },
  DuplicateCorrected: {
    /** The user was told another number, or is to be told: the right one. */
    card: (_data, { facets }) => ({ facets: nowUntold(facets, 'ending') }),
    details: ({ of }, _state, recorded) => ({ duplicate: { of, ...onRecord(recorded) } }),
  },
};
