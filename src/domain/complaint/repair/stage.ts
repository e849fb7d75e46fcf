import { accept, reject } from '../../kernel/decision.js';
import { affectedTo } from '../compensation/affected-time.js';
import type { Facets } from '../facets.js';
import { assessedAnew } from '../fresh-start.js';
import { afterTheClock, afterTheFinalWord, firstOf, restoredBeforeAffected } from '../guards.js';
import { unnamedAction } from '../named-words.js';
import { onRecord } from '../on-record.js';
import { exceptionIn, separated } from '../separation-of-duties.js';
import { told } from '../disclosure/disclosed.js';
import { asks, inCharge, others } from '../asked-relations.js';
import { theRepair } from '../rests-on.js';
import { defineStage } from '../stage.js';
import type { FiledComplaint } from '../state.js';
import { tracks } from '../tracks.js';
import { notTheProvidersWord, notTheUsersWord, saidByNoParty } from '../users-word.js';
import type { RepairCommands, RepairEvents } from './messages.js';

type Reported = RepairEvents['RepairReported']['outcome'];

const noRepairHere = ({ facets: { track } }: FiledComplaint) =>
  tracks[track].repair === 'never' ? reject('not-on-this-track', { track }) : null;

const notRepaired = (complaint: FiledComplaint) =>
  noRepairHere(complaint) ??
  (complaint.facets.repair === 'done' ? null : reject('not-repaired', { folio: complaint.folio }));

const causeMissing = ({ facets: { track, diagnosis }, folio }: FiledComplaint) =>
  tracks[track].causeBy === 'technical-lead' && diagnosis !== 'verified'
    ? reject('cause-not-verified', { folio })
    : null;

/** What a report may say follows from what was found and done: it is never a second opinion (O-22). */
const contradicts = (
  outcome: RepairCommands['reportRepair']['outcome'],
  { facets: { faultFound, attribution, repair, restoration }, folio }: FiledComplaint,
) => {
  const mended = repair === 'done' && restoration !== 'disputed';
  if (outcome === 'repaired') return mended ? null : reject('not-repaired', { folio });
  if (outcome === 'no-repair-needed')
    return faultFound === true ? reject('fault-not-repaired', { folio }) : null;
  if (faultFound !== true) return reject('no-fault-to-repair', { folio });
  if (mended) return reject('already-repaired', { folio });
  return outcome === 'not-ours' && attribution !== 'user'
    ? reject('fault-is-not-the-users', { folio })
    : null;
};

/** What a report leaves unrepaired, and why. */
const unrepaired: Readonly<Record<Reported, Pick<Partial<Facets>, 'repair'>>> = {
  repaired: {},
  'no-repair-needed': {},
  'repair-impossible': { repair: 'impossible' },
  'not-ours': { repair: 'not-ours' },
};

export const repair = defineStage<RepairEvents, RepairCommands>()({
  events: {
    Repaired: { explanation: 'subscriber', forUser: 'subscriber' },
    RepairReported: { explanation: 'subscriber' },
    RestorationConfirmationRequested: {},
    RestorationConfirmed: {},
    RestorationDisputed: { explanation: 'subscriber' },
  },
  disclosed: {
    Repaired: { to: 'parties', words: { explanation: 'house', forUser: 'user' } },
    RepairReported: { to: 'parties', words: { explanation: 'house' } },
    RestorationConfirmationRequested: told,
    RestorationConfirmed: told,
    RestorationDisputed: { to: 'parties', words: { explanation: 'user' } },
  },
  restsOn: {
    Repaired: ['CauseVerified', 'Reopened'],
    RepairReported: ['CauseVerified', 'Repaired', 'Reopened'],
    RestorationConfirmationRequested: theRepair,
    RestorationConfirmed: ['RestorationConfirmationRequested', ...theRepair],
    RestorationDisputed: ['RestorationConfirmationRequested', ...theRepair],
  },
  commands: {
    repair: ['technical-lead'],
    reportRepair: ['technical-lead'],
    requestRestorationConfirmation: ['customer-service', 'system'],
    confirmRestoration: ['user', 'customer-service'],
    disputeRestoration: ['user', 'customer-service'],
  },
  relations: {
    repair: asks(inCharge),
    reportRepair: asks(inCharge),
    requestRestorationConfirmation: others,
    confirmRestoration: others,
    disputeRestoration: others,
  },
  decide: {
    /** *Corregirá, en su caso*: only a fault that was found is repaired (O-20, I-07), by the contract (O-21). */
    repair: ({ explanation, forUser, ...done }, complaint, context) => {
      const { cause, facets, filing, folio, hands } = complaint;
      const refusal = firstOf(
        noRepairHere(complaint),
        afterTheFinalWord(complaint),
        afterTheClock(done.restoredAt, context),
      );
      if (refusal !== null) return refusal;
      if (cause === null) return reject('cause-not-verified', { folio });
      if (!cause.faultFound) return reject('no-fault-to-repair', { folio });
      if (facets.repair === 'done' && facets.restoration !== 'disputed')
        return reject('already-repaired', { folio });
      const same = hands.ruled.includes(context.actor);
      const conflict = firstOf(
        separated(same, complaint, context),
        restoredBeforeAffected(done.restoredAt, cause.affectedFrom),
        unnamedAction(done.action, context),
      );
      if (conflict !== null) return conflict;
      return accept({
        type: 'Repaired',
        data: { ...done, contract: done.contract ?? filing.contract, ...exceptionIn(same) },
        personal: { [filing.subscriber]: { explanation, forUser } },
      });
    },

    /** The technical lead tells customer service; only then may the user be told (O-22, O-27). */
    reportRepair: ({ outcome, explanation }, complaint) => {
      const { facets, filing, folio } = complaint;
      const { track, handedOff, repair, restoration } = facets;
      if (tracks[track].technician === 'never') return reject('not-on-this-track', { track });
      const refusal = firstOf(
        afterTheFinalWord(complaint),
        causeMissing(complaint),
        contradicts(outcome, complaint),
      );
      if (refusal !== null) return refusal;
      const disputedRepair = repair === 'done' && restoration === 'disputed';
      if (handedOff && !disputedRepair) return reject('already-reported', { folio });
      return accept({
        type: 'RepairReported',
        data: { outcome },
        personal: { [filing.subscriber]: { explanation } },
      });
    },

    /** Asked once, until the user answers: what is asked again while it is open changes nothing. */
    requestRestorationConfirmation: (data, complaint, context) => {
      const refusal = firstOf(notRepaired(complaint), afterTheClock(data.requestedAt, context));
      if (refusal !== null) return refusal;
      const { facets, folio } = complaint;
      if (facets.restoration === 'requested') return reject('no-new-fact', { folio });
      return facets.restoration === 'confirmed'
        ? reject('already-confirmed', { folio })
        : accept({ type: 'RestorationConfirmationRequested', data });
    },

    confirmRestoration: (data, complaint, context) => {
      const { facets, folio, repair } = complaint;
      const refusal = firstOf(
        notRepaired(complaint),
        afterTheClock(data.confirmedAt, context),
        notTheProvidersWord(data.by === 'measurement', complaint, context),
        (data.by === 'user' ? notTheUsersWord : saidByNoParty)(data, complaint, context),
      );
      if (refusal !== null) return refusal;
      if (facets.restoration === 'confirmed') return reject('already-confirmed', { folio });
      return repair !== null && data.confirmedAt < repair.restoredAt
        ? reject('confirmed-before-restored', {
            confirmedAt: data.confirmedAt,
            restoredAt: repair.restoredAt,
          })
        : accept({ type: 'RestorationConfirmed', data });
    },

    disputeRestoration: ({ explanation, ...data }, complaint, context) => {
      const { disputedAt } = data;
      const { facets, filing, folio } = complaint;
      const refusal = firstOf(
        notRepaired(complaint),
        afterTheFinalWord(complaint),
        afterTheClock(disputedAt, context),
        notTheUsersWord(data, complaint, context),
      );
      if (refusal !== null) return refusal;
      return facets.restoration === 'disputed'
        ? reject('no-new-fact', { folio })
        : accept({
            type: 'RestorationDisputed',
            data,
            personal: { [filing.subscriber]: { explanation } },
          });
    },
  },
  evolve: {
    /** A repair after a dispute is a new one: reported and confirmed again. */
    Repaired: {
      card: ({ restoredAt }, { affected, facets }) => ({
        facets: { repair: 'done', restoration: 'none', handedOff: false, ...assessedAnew(facets) },
        ...affectedTo({ affected }, restoredAt),
      }),
      details: ({ restoredAt }, { hands }, recorded) => ({
        repair: { restoredAt, ...onRecord(recorded) },
        restoredBy: null,
        assessed: null,
        hands: { ...hands, repaired: [...hands.repaired, recorded.actor] },
      }),
    },
    RepairReported: {
      /** The user is without service until told that it will not be back, however long that takes. */
      card: ({ outcome }, { affected, facets }, { occurredAt }) =>
        'repair' in unrepaired[outcome]
          ? {
              facets: { handedOff: true, ...unrepaired[outcome], ...assessedAnew(facets) },
              ...affectedTo({ affected }, outcome === 'repair-impossible' ? occurredAt : null),
            }
          : { facets: { handedOff: true } },
      details: ({ outcome }) => ('repair' in unrepaired[outcome] ? { repair: null, assessed: null } : {}),
    },
    RestorationConfirmationRequested: {
      card: () => ({ facets: { restoration: 'requested' } }),
      details: (_data, { sent }, { revision }) => ({ sent: [...sent, revision] }),
    },
    RestorationConfirmed: {
      card: () => ({ facets: { restoration: 'confirmed' } }),
      details: ({ confirmedAt }) => ({ restoredBy: { confirmedAt } }),
    },
    RestorationDisputed: {
      card: () => ({ facets: { restoration: 'disputed' } }),
      details: () => ({ restoredBy: null }),
    },
  },
  refusals: {
    'no-fault-to-repair': {
      kind: 'rule',
      es: 'En {folio} no se encontró ninguna falla que corregir.',
      en: 'No fault to repair was found in {folio}.',
    },
    'fault-is-not-the-users': {
      kind: 'rule',
      es: 'La falla de {folio} no es imputable al usuario: corresponde repararla.',
      en: 'The fault of {folio} is not put down to the user: it is to be repaired.',
    },
    'fault-not-repaired': {
      kind: 'rule',
      es: 'En {folio} se encontró una falla que no se ha corregido.',
      en: 'A fault was found in {folio} and has not been repaired.',
    },
    'already-reported': {
      kind: 'rule',
      es: 'El resultado de {folio} ya se informó a Servicio al Cliente.',
      en: 'The outcome of {folio} has already been reported to customer service.',
    },
    'already-confirmed': {
      kind: 'rule',
      es: 'El restablecimiento del servicio de {folio} ya está confirmado.',
      en: 'The restoration of the service of {folio} is already confirmed.',
    },
    'confirmed-before-restored': {
      kind: 'rule',
      es: 'La confirmación ({confirmedAt}) no puede ser anterior al restablecimiento ({restoredAt}).',
      en: 'The confirmation ({confirmedAt}) cannot precede the restoration ({restoredAt}).',
    },
  },
});
