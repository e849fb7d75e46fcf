import { accept, reject } from '../../kernel/decision.js';
import { knownAt } from '../../kernel/known-at.js';
import {
  standsAgainstGivingUp,
  standsAgainstTheEnd,
  standsAgainstTheProvider,
  untoldBefore,
} from '../before-the-end.js';
import { affectedAnew } from '../compensation/affected-period.js';
import { chargeAfresh } from '../compensation/undue-charge.js';
import type { ComplaintContext } from '../context.js';
import { goesOnNowhere, notOneThatGoesOn, toldOfIt } from '../duplicates.js';
import { ends } from '../ends.js';
import type { Facets } from '../facets.js';
import { appealedFrom, freshDetails, freshFacets } from '../fresh-start.js';
import { firstOf } from '../guards.js';
import { onRecord } from '../on-record.js';
import { noHolders } from '../follow-up/holders.js';
import { told, toldOfTheOther } from '../disclosure/disclosed.js';
import { others } from '../asked-relations.js';
import { representationBy, speakerOf, withoutPowerToWithdraw } from '../parties/representatives.js';
import { endings, finalWords, theReopening } from '../rests-on.js';
import { keepsTheWork } from './keeps-the-work.js';
import { defineStage } from '../stage.js';
import type { ComplaintState, FiledComplaint } from '../state.js';
import { localDateOf } from '../terms-in-days.js';
import { tracks } from '../tracks.js';
import { attempts } from '../reach-attempts.js';
import { provenAnew, unprovenAnew, withoutTheEnding } from '../unproven.js';
import { nowTold, ofTheEnd } from '../untold.js';
import { notTheUsersWord, saidByNoParty } from '../users-word.js';
import { absenceOver } from '../visit/failures.js';
import type { EndingCommands, EndingEvents } from './messages.js';
import { standsAgainstLapsing } from './lapsing.js';
import { reopeningUntil } from './reopening-window.js';

/**
 * What is owed is the subscriber's to do without: by their own word, or that of who is accredited for them; also where
 * staff take it down. Who only reported the fault withdraws no claim of the subscriber's.
 */
const waivedByAnother = (
  command: EndingCommands['withdraw'],
  complaint: FiledComplaint,
  context: ComplaintContext,
) => {
  const { subscriber, folio } = complaint;
  const { waives = [] } = command;
  const speaker = speakerOf(command, context);
  const isOwn =
    speaker === subscriber ||
    (speaker !== undefined && representationBy(speaker, complaint)?.represents === subscriber);
  return waives.length > 0 && !isOwn ? reject('only-the-user-waives', { folio }) : null;
};

/** What was contested within the window may be reopened after it. */
const reopenedTooLate = (complaint: FiledComplaint, context: ComplaintContext) => {
  const until = complaint.facets.contested ? null : reopeningUntil(complaint, context);
  return until !== null && context.occurredAt > until
    ? reject('reopening-window-over', {
        folio: complaint.folio,
        until,
        lastDay: localDateOf(until, context.zone),
      })
    : null;
};

/** The technical lead stays in charge through a reopening. */
const diagnosisAgain = ({ diagnosis, track }: Facets): Facets['diagnosis'] => {
  const byTechnician = track !== null && tracks[track].causeBy === 'technical-lead';
  return diagnosis === 'assigned' || (diagnosis === 'verified' && byTechnician) ? 'assigned' : 'none';
};

export const ending = defineStage<EndingEvents, EndingCommands>()({
  events: {
    Withdrawn: { explanation: 'subscriber' },
    Lapsed: {},
    MarkedDuplicate: {},
    Closed: {},
    Reopened: { explanation: 'subscriber' },
  },
  disclosed: {
    Withdrawn: { to: 'parties', words: { explanation: 'user' } },
    Lapsed: told,
    MarkedDuplicate: toldOfTheOther,
    Closed: told,
    Reopened: { to: 'parties', words: { explanation: 'speaker' } },
  },
  restsOn: {
    Withdrawn: theReopening,
    Lapsed: ['InformationRequested', 'Reopened'],
    MarkedDuplicate: theReopening,
    Closed: [...finalWords, 'Reopened'],
    Reopened: [...endings, ...finalWords, 'Ruled'],
  },
  commands: {
    withdraw: ['user', 'customer-service'],
    lapse: ['system', 'customer-service'],
    markDuplicate: ['customer-service'],
    close: ['customer-service', 'system'],
    reopen: ['user', 'customer-service', 'system'],
  },
  relations: {
    withdraw: others,
    lapse: others,
    markDuplicate: others,
    close: others,
    reopen: others,
  },
  decide: {
    /** The user's own word ends it at any time, but says what it does without. */
    withdraw: (command, complaint, context) => {
      const { explanation, ...data } = command;
      return (
        firstOf(
          saidByNoParty(data, complaint, context),
          waivedByAnother(command, complaint, context),
          withoutPowerToWithdraw(data, complaint, context),
          standsAgainstTheEnd(complaint, context, data.waives),
          notTheUsersWord(data, complaint, context),
        ) ??
        accept({
          type: 'Withdrawn',
          data,
          personal: { [complaint.filing.subscriber]: { explanation } },
        })
      );
    },

    /** Only once the user had the whole term of the recorded terms, and for what the user left undone. */
    lapse: (data, complaint, context) =>
      standsAgainstLapsing(data.reason, complaint, context) ?? accept({ type: 'Lapsed', data }),

    /** The other one goes on, and is the same user's: no user is told the folio of a stranger. */
    markDuplicate: ({ of }, complaint, context) =>
      firstOf(notOneThatGoesOn(of, complaint, context), standsAgainstGivingUp(complaint, context)) ??
      accept({ type: 'MarkedDuplicate', data: { of, toldTo: toldOfIt(complaint, context) } }),

    /**
     * Only after the folio (O-17) and the final word (I-12), with nothing owed (I-16), no proceeding open (I-17) and
     * nothing left to tell. A user who cannot be reached is left with the right to have it reopened.
     */
    close: (_none, complaint, context) => {
      const { facets, finalWord, folio } = complaint;
      if (finalWord === null) return reject('no-final-word', { folio });
      const lost = facets.final === 'failed';
      const { days, needed } = attempts(complaint.unreached, complaint, context);
      if (lost && days < needed) return reject('final-word-not-arrived', { folio, days, needed });
      return (
        firstOf(
          lost ? null : untoldBefore(complaint, context),
          standsAgainstTheProvider(complaint, context),
        ) ?? accept({ type: 'Closed', data: { reason: lost ? 'not-reached' : finalWord.reason } })
      );
    },

    /**
     * From any end within the window of the recorded terms (C-22), and from a ruling or a final word before closing.
     * What ended as a duplicate or was not accepted comes back only where that was a mistake; a duplicate also where the
     * one that was to go on ended without being dealt with.
     */
    reopen: ({ reason, explanation, ...said }, complaint, context) => {
      const { facets, filing, folio } = complaint;
      const { ending } = facets;
      if (ending === 'open' && facets.final === 'none' && facets.ruling === 'none')
        return reject('nothing-to-reopen', { folio });
      const neverWorkedOn = ending === 'duplicate' || ending === 'not-accepted';
      if (neverWorkedOn && reason !== 'closed-by-mistake' && !goesOnNowhere(context))
        return reject('only-by-mistake', { folio, ending });
      return (
        firstOf(
          reopenedTooLate(complaint, context),
          (reason === 'not-satisfied' ? notTheUsersWord : saidByNoParty)(said, complaint, context),
        ) ??
        accept({
          type: 'Reopened',
          data: { cycle: facets.cycle + 1, reason, ...said },
          personal: { [filing.subscriber]: { explanation } },
        })
      );
    },
  },
  evolve: {
    Withdrawn: ends('withdrawn', true),
    Lapsed: ends('lapsed', true),
    MarkedDuplicate: {
      card: ends('duplicate', true).card,
      details: ({ of }, _state, recorded) => ({ duplicate: { of, ...onRecord(recorded) } }),
    },
    Closed: {
      card: ({ reason }, card, recorded) =>
        ends('closed', reason === 'not-reached' || reason === 'report-concluded').card(null, card, recorded),
    },
    /** Every pause ended with the cycle before (I-15). Work begins anew, but for what a correction left standing. */
    Reopened: {
      card: ({ cycle, reason }, card, recorded) => {
        const { facets, failedVisit, requests } = card;
        return {
          facets: {
            ...(keepsTheWork(reason) ? {} : { ...freshFacets, diagnosis: diagnosisAgain(facets) }),
            openRequests: 0,
            ...(!keepsTheWork(reason) && { charge: chargeAfresh(facets) }),
            ...nowTold(facets, ofTheEnd),
            hold: null,
            escalation: 0,
            contested: false,
            unread: false,
            answerAgain: false,
            ending: 'open',
            cycle,
          },
          requests: { ...requests, open: [] },
          ...absenceOver({ failedVisit }),
          ...(keepsTheWork(reason) ? {} : affectedAnew(card, knownAt(recorded))),
          escalationDueAt: null,
          holders: noHolders,
          endedAt: null,
        };
      },
      details: ({ reason }, state) => {
        const { unproven } = state;
        const anew = keepsTheWork(reason) ? { unproven } : freshDetails(state);
        const left = (told: ComplaintState['unproven']) =>
          withoutTheEnding(keepsTheWork(reason) ? told : unprovenAnew({ ...state, unproven: told }));
        return {
          ...(reason === 'not-satisfied' && { appealedFrom: appealedFrom(state) }),
          ...anew,
          unproven: withoutTheEnding(anew.unproven),
          ...provenAnew(state, left),
          duplicate: null,
          rated: false,
        };
      },
    },
  },
  refusals: {
    'nothing-unanswered': {
      kind: 'rule',
      es: 'El usuario no debe ninguna respuesta ni acceso en {folio}.',
      en: 'The user owes no answer and no access in {folio}.',
    },
    'lapse-term-running': {
      kind: 'rule',
      es: 'El usuario tiene {days} {days:día natural|días naturales} para contestar o dar acceso en {folio}: hasta acabar el {lastDay}.',
      en: 'The user has {days} calendar {days:day|days} to answer or to give access in {folio}: to the end of {lastDay}.',
    },
    'visit-owed': {
      kind: 'rule',
      es: 'La última visita de {folio} no falló por el usuario: antes de terminarla se le debe otra.',
      en: 'The last visit of {folio} did not fail through the user, who is owed another one before the request ends.',
    },
    'attended-to': {
      kind: 'rule',
      es: 'La solicitud {folio} está en espera o escalada (nivel {level}): la atiende el proveedor y no caduca.',
      en: 'Request {folio} is on hold or escalated (level {level}): the provider attends to it, and it does not lapse.',
    },
    'no-power-to-withdraw': {
      kind: 'forbidden',
      es: 'Quien representa al usuario en {folio} ({capacity}) no acreditó facultad para desistirse por él.',
      en: 'Who represents the user in {folio} ({capacity}) has not proven the power to withdraw for them.',
    },
    'only-the-user-waives': {
      kind: 'forbidden',
      es: 'A lo que se le debe en {folio} sólo renuncia el propio usuario.',
      en: 'What is owed to the user in {folio} is waived by the user alone.',
    },
    'final-word-not-arrived': {
      kind: 'rule',
      es: 'La respuesta final de {folio} no llegó al usuario. Sólo se cierra cuando llegue, o cuando no haya llegado en {needed} {needed:día|días distintos}; {days:va|van} {days}.',
      en: 'The final word on {folio} did not reach the user. It is closed once it does, or once it did not on {needed} {needed:day|different days}; so far on {days}.',
    },
    'nothing-to-reopen': {
      kind: 'rule',
      es: 'La solicitud {folio} sigue en trámite: no hay nada que reabrir.',
      en: 'Request {folio} is still being worked on: there is nothing to reopen.',
    },
    'only-by-mistake': {
      kind: 'rule',
      es: 'La solicitud {folio} terminó como «{ending}»; sólo se reabre si eso fue un error.',
      en: 'Request {folio} ended as "{ending}"; it is reopened only where that was a mistake.',
    },
    'reopening-window-over': {
      kind: 'rule',
      es: 'El plazo para reabrir la solicitud {folio} terminó al acabar el {lastDay}.',
      en: 'The time to reopen request {folio} ended with {lastDay}.',
    },
  },
});
