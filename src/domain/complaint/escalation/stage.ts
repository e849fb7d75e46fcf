import { accept, reject } from '../../kernel/decision.js';
import type { EventOf } from '../../kernel/message.js';
import type { AuthorityEvents } from '../authority/messages.js';
import { notTheirOffice } from '../authority/office.js';
import { proceedingOf } from '../authority/proceedings.js';
import type { ComplaintContext } from '../context.js';
import { goesOnElsewhere, goesOnNowhere } from '../duplicates.js';
import type { Reopening } from '../ending/messages.js';
import { reopeningUntil } from '../ending/reopening-window.js';
import type { Facets } from '../facets.js';
import { firstOf } from '../guards.js';
import { ruledOnOlderCause } from '../older-cause.js';
import { others, othersAndAnyAuthority } from '../asked-relations.js';
import { isRelated } from '../relations.js';
import { endings } from '../rests-on.js';
import { reasonsMissing, sameHands } from '../ruling/conditions.js';
import { exceptionIn, separated } from '../separation-of-duties.js';
import { defineStage, type Unsealed } from '../stage.js';
import type { FiledComplaint } from '../state.js';
import { notTheUsersWord, saidByNoParty } from '../users-word.js';
import { appealedFrom } from '../fresh-start.js';
import { localDateOf } from '../terms-in-days.js';
import { tracks } from '../tracks.js';
import { nowUntold } from '../untold.js';
import type { EscalationLevel } from '../vocabulary.js';
import type { EscalationCommands, EscalationEvents } from './messages.js';

/** What says that the user does not accept what was answered or ruled. */
const isTheUsers = (trigger: EscalationCommands['escalate']['trigger']): boolean =>
  trigger === 'user' || trigger === 'deadlock';

/** That the user is not satisfied, or does not accept a ruling, is the user's to say; an authority takes up what it will. */
const withoutTheUsersWord = (
  command: EscalationCommands['escalate'],
  complaint: FiledComplaint,
  context: ComplaintContext,
) => {
  return isTheUsers(command.trigger) && context.role !== 'authority'
    ? notTheUsersWord(command, complaint, context)
    : saidByNoParty(command, complaint, context);
};

/** From this level on it is before an authority; below, inside the house. */
const beforeAuthority: EscalationLevel = 4;

type Escalate = EscalationCommands['escalate'];
type Opening = Pick<AuthorityEvents, 'AuthorityProceedingOpened'> & Reopening;

/** A level is reached once in a cycle, and only from below. */
const notHigher = ({ level }: Escalate, { facets: { escalation } }: FiledComplaint) =>
  level > escalation ? null : reject('escalation-not-higher', { level, current: escalation });

const isRuled = (penalty: Facets['penalty']): boolean => penalty === 'upheld' || penalty === 'dismissed';

/** *Deadlock*: the user does not accept the ruling, so there must be one. */
const withoutRuling = ({ trigger }: Escalate, { facets, folio }: FiledComplaint) =>
  trigger === 'deadlock' && facets.ruling === 'none' && !isRuled(facets.penalty)
    ? reject('deadlock-needs-ruling', { folio })
    : null;

/** Before an authority it is known by the authority's own file number, which the proceeding is opened by. */
const withoutReference = ({ level, target, externalReference }: Escalate) =>
  level === beforeAuthority && externalReference === undefined
    ? reject('authority-reference-missing', { target })
    : null;

/** The proceeding that a request taken to an authority is in: opened with it, unless it is known already. */
const openedFor = ({ level, target, externalReference }: Escalate, { proceedings }: FiledComplaint) => {
  if (level < beforeAuthority || externalReference === undefined) return [];
  const file = { authority: target, reference: externalReference };
  const known = proceedingOf(proceedings, file);
  if (known === undefined) return [{ type: 'AuthorityProceedingOpened', data: file } as const];
  return known.stands === 'open' ? [] : reject('proceeding-resolved', { reference: externalReference });
};

/** An authority takes to itself, and lifts within the house what is before it. */
const notTheirMatter = ({ level, target }: Escalate, complaint: FiledComplaint, context: ComplaintContext) =>
  level < beforeAuthority && isRelated(['has-proceeding'], complaint, context)
    ? null
    : notTheirOffice(target, context);

/** Inside the house an ended complaint goes up as long as it may be reopened; an authority sets its own terms. */
const tooLate = ({ level }: Escalate, complaint: FiledComplaint, context: ComplaintContext) => {
  const inside = level < beforeAuthority && complaint.facets.ending !== 'open';
  const until = inside ? reopeningUntil(complaint, context) : null;
  return until !== null && context.occurredAt > until
    ? reject('appeal-window-over', {
        folio: complaint.folio,
        until,
        lastDay: localDateOf(until, context.zone),
      })
    : null;
};

/**
 * Inside the house a duplicate goes up where its matter goes on, for as long as it does; an authority names the folio that
 * it will.
 */
const goesUpElsewhere = ({ level }: Escalate, complaint: FiledComplaint, context: ComplaintContext) =>
  level < beforeAuthority && !goesOnNowhere(context) ? goesOnElsewhere(complaint, context) : null;

/** Time takes up the work inside the house, and after the end there is none. What was due before may be recorded late. */
const noWorkLeft = (
  { level, trigger }: Escalate,
  { endedAt, facets: { ending }, folio }: FiledComplaint,
  { occurredAt, imported }: ComplaintContext,
) =>
  trigger === 'time' &&
  level < beforeAuthority &&
  endedAt !== null &&
  occurredAt > endedAt &&
  imported !== true
    ? reject('complaint-ended', { folio, ending })
    : null;

/** Time takes a complaint up so that the work is done; it says nothing against the ruling. */
const isAppeal = (trigger: Escalate['trigger']): boolean => trigger !== 'time';

/**
 * What has no ruling ends with an answer, or with the cancellation itself: inside the house it is answered once more,
 * whatever takes it up but time, since no queue would have it otherwise.
 */
const contestsTheAnswer = (
  { level, trigger }: EscalationEvents['Escalated'],
  { track, final, ending }: Facets,
): boolean =>
  isAppeal(trigger) &&
  level < beforeAuthority &&
  ending === 'open' &&
  final !== 'none' &&
  track !== null &&
  !tracks[track].ruled;

/** That what a cancellation charged was dismissed is ruled on again inside the house, where the user does not accept it. */
const opensPenalty = (
  { level, trigger }: Pick<Escalate, 'level' | 'trigger'>,
  { penalty, ending }: Facets,
): boolean =>
  isTheUsers(trigger) && penalty === 'dismissed' && (ending === 'open' || level < beforeAuthority);

/** A case that has ended is opened again then, and the cancellation stays executed. */
const openedAgain = (
  command: Escalate,
  { facets }: FiledComplaint,
): EventOf<Reopening, 'Reopened', Unsealed<Reopening>> | null =>
  opensPenalty(command, facets) && facets.ending !== 'open'
    ? { type: 'Reopened', data: { cycle: facets.cycle + 1, reason: 'penalty' } }
    : null;

/** Who repaired, ruled or declined before decides nothing about what came of it (I-08). */
const sameHandsAgain = (complaint: FiledComplaint, context: ComplaintContext): boolean =>
  complaint.hands.ruled.includes(context.actor) || sameHands(complaint, context);

const higher = (a: EscalationLevel, b: EscalationLevel): EscalationLevel => (a > b ? a : b);

export const escalation = defineStage<EscalationEvents, EscalationCommands, Opening>()({
  events: {
    Escalated: { explanation: 'subscriber', forUser: 'subscriber' },
    ReopeningDeclined: { reasons: 'subscriber' },
  },
  disclosed: {
    Escalated: { to: 'parties', words: { explanation: 'speaker', forUser: 'user' } },
    ReopeningDeclined: { to: 'parties', words: { reasons: 'user' } },
  },
  restsOn: {
    Escalated: ['Ruled', 'PenaltyRuled'],
    ReopeningDeclined: [...endings, 'Escalated'],
  },
  commands: {
    escalate: ['user', 'customer-service', 'system', 'authority'],
    declineReopening: ['customer-service', 'ruling-officer'],
  },
  relations: {
    escalate: othersAndAnyAuthority,
    declineReopening: others,
  },
  decide: {
    escalate: (command, complaint, context) => {
      const { explanation, forUser, ...data } = command;
      const personal = { [complaint.filing.subscriber]: { explanation, forUser } };
      const refusal = firstOf(
        notTheirMatter(command, complaint, context),
        goesUpElsewhere(command, complaint, context),
        noWorkLeft(command, complaint, context),
        notHigher(command, complaint),
        withoutRuling(command, complaint),
        withoutReference(command),
        tooLate(command, complaint, context),
        withoutTheUsersWord(command, complaint, context),
      );
      if (refusal !== null) return refusal;
      const opened = openedFor(command, complaint);
      if ('ok' in opened) return opened;
      const again = openedAgain(command, complaint);
      const escalated = { type: 'Escalated', data, personal } as const;
      // The level belongs to the new cycle: it is reached after the reopening.
      return again === null ? accept(escalated, ...opened) : accept(again, escalated, ...opened);
    },

    /**
     * The ending stands, though the user does not accept it: with reasons (I-08), and with where they may go next (I-10). Where
     * another cause was found since the ruling, nothing is there that could stand: it is opened and worked on again.
     */
    declineReopening: ({ reasons, nextInstance: named }, complaint, context) => {
      const { facets, filing, folio } = complaint;
      if (!facets.contested) return reject('ending-not-contested', { folio });
      const nextInstance = named ?? filing.terms.nextInstance;
      const same = sameHandsAgain(complaint, context);
      return (
        firstOf(
          reasonsMissing(reasons, nextInstance, complaint),
          separated(same, complaint, context),
          ruledOnOlderCause(complaint),
        ) ??
        accept({
          type: 'ReopeningDeclined',
          data: { nextInstance, ...exceptionIn(same) },
          personal: { [filing.subscriber]: { reasons } },
        })
      );
    },
  },
  evolve: {
    Escalated: {
      card: (data, { facets }) => {
        const { level, trigger, dueAt = null } = data;
        const isContested = isAppeal(trigger) && facets.ending !== 'open';
        return {
          facets: {
            ...(opensPenalty(data, facets) && { penalty: 'disputed' }),
            escalation: higher(level, facets.escalation),
            rulingAgain: facets.rulingAgain || (isAppeal(trigger) && facets.ruling !== 'none'),
            answerAgain:
              facets.answerAgain || (contestsTheAnswer(data, facets) && !opensPenalty(data, facets)),
            contested: facets.contested || isContested,
          },
          escalationDueAt: dueAt,
        };
      },
      details: ({ trigger }, state) =>
        (isAppeal(trigger) && state.ruling !== null) ||
        (isTheUsers(trigger) && state.facets.penalty === 'dismissed')
          ? { appealedFrom: appealedFrom(state) }
          : {},
    },
    /** The level stays reached: the user may still go on to a higher one, before other hands. */
    ReopeningDeclined: {
      card: (_data, { facets }) => ({
        facets: { contested: false, rulingAgain: false, ...nowUntold(facets, 'reopening') },
        escalationDueAt: null,
      }),
      details: (_data, state, { actor }) => ({
        appealedFrom: [...new Set([...appealedFrom(state), actor])],
      }),
    },
  },
  refusals: {
    'escalation-not-higher': {
      kind: 'rule',
      es: 'La solicitud ya está en el nivel {current}; sólo puede subir, no ir al nivel {level}.',
      en: 'The request is at level {current} already; it only goes up, not to level {level}.',
    },
    'deadlock-needs-ruling': {
      kind: 'rule',
      es: 'Nadie ha resuelto todavía la solicitud {folio}: el usuario no puede estar inconforme con la resolución.',
      en: 'Nobody has ruled on request {folio} yet, so the user cannot have rejected the ruling.',
    },
    'authority-reference-missing': {
      kind: 'rule',
      es: 'Una solicitud llega ante la autoridad ({target}) con el número de expediente que ésta le da: indíquelo.',
      en: 'A request is before the authority ({target}) under the file number that it gives: name it.',
    },
    'ending-not-contested': {
      kind: 'rule',
      es: 'El usuario no se ha inconformado con el cierre de la solicitud {folio}: no hay reapertura que negar.',
      en: 'The user has not contested the closing of request {folio}: there is no reopening to decline.',
    },
    'appeal-window-over': {
      kind: 'rule',
      es: 'El plazo para inconformarse con el cierre de la solicitud {folio} terminó al acabar el {lastDay}.',
      en: 'The time to contest the closing of request {folio} ended with {lastDay}.',
    },
  },
});
