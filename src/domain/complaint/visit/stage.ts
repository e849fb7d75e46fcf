import { accept, reject } from '../../kernel/decision.js';
import { millisecondsOf, type Instant } from '../../kernel/instant.js';
import type { CaseCard } from '../card.js';
import type { ComplaintContext } from '../context.js';
import type { CardChanges } from '../evolver.js';
import type { Facets } from '../facets.js';
import { afterTheClock, firstOf } from '../guards.js';
import type { VisitWindow } from '../shapes.js';
import { told } from '../disclosure/disclosed.js';
import { asks, atWork, inCharge, others } from '../asked-relations.js';
import { defineStage } from '../stage.js';
import type { ComplaintState, FiledComplaint, Visit } from '../state.js';
import { userCaused } from './failures.js';
import { saidByNoParty } from '../users-word.js';
import type { VisitCommands, VisitEvents } from './messages.js';
import { isOpen } from './open.js';

/** Goes on with a visit that still stands; refuses the others. */
const withOpenVisit = <Decided>(
  { visits }: FiledComplaint,
  number: number,
  decide: (visit: Visit) => Decided,
) => {
  const visit = visits[number];
  if (visit === undefined) return reject('no-such-visit', { visit: number });
  return isOpen(visit) ? decide(visit) : reject('visit-over', { visit: number, stage: visit.stage });
};

/** Who speaks for what happened at the door: the visitor named, or the technical lead in charge. */
const notTheVisitor = (
  visit: number,
  { visitor }: Visit,
  { technician }: FiledComplaint,
  { actor }: ComplaintContext,
) => (actor === visitor || actor === technician ? null : reject('not-the-visitor', { visit, visitor }));

/** No visit is unannounced: the user knew of this very window before a technician went (I-14). */
const notNotified = (visit: number, { notifiedAt }: Visit, at: Instant) =>
  notifiedAt === undefined || at < notifiedAt ? reject('visit-not-notified', { visit }) : null;

const hour = 3_600_000;
/** What terms that say nothing let a window last. */
const usualHours = 12;

/** A window lies ahead, ends after it begins, and is no longer than the recorded terms have a user wait at home. */
const windowInvalid = (
  { from, to }: VisitWindow,
  { filing: { terms } }: FiledComplaint,
  { occurredAt, imported }: ComplaintContext,
) => {
  if (to <= from) return reject('window-invalid', { from, to });
  if (imported === true) return null;
  if (to <= occurredAt) return reject('visit-window-past', { from, to });
  const hours = terms.visitWindowHours ?? usualHours;
  return millisecondsOf(to) - millisecondsOf(from) > hours * hour
    ? reject('visit-window-too-long', { from, to, hours })
    : null;
};

const sameWindow = (a: VisitWindow, b: VisitWindow) => a.from === b.from && a.to === b.to;

/**
 * The user moves or cancels at their own wish alone, and sends no other visitor: who is named as one reads how the
 * user is reached. Whose word staff take down is a party's.
 */
const notByTheUser = (
  visit: number,
  { by, saidBy, visitor }: Pick<VisitCommands['rescheduleVisit'], 'by' | 'saidBy' | 'visitor'>,
  complaint: FiledComplaint,
  context: ComplaintContext,
) =>
  context.role === 'user' &&
  (by !== 'user' || (visitor !== undefined && visitor !== complaint.visits[visit]?.visitor))
    ? reject('not-by-the-user', { visit })
    : saidByNoParty({ saidBy }, complaint, context);

/** Changes one visit; a visit of which nothing is known yet stays unknown, since a reader may drop its beginning. */
const changed = ({ visits }: ComplaintState, number: number, changes: (visit: Visit) => Partial<Visit>) => {
  const visit = visits[number];
  return visit === undefined ? {} : { visits: { ...visits, [number]: { ...visit, ...changes(visit) } } };
};

const earlier = (a: Instant | undefined, b: Instant): Instant => (a !== undefined && a < b ? a : b);

/** One visit is over; another one that is arranged still has to be told of and attended. */
const over =
  (visit: Facets['visit']) =>
  (_data: unknown, { facets }: CaseCard): CardChanges => {
    const openVisits = Math.max(0, facets.openVisits - 1);
    return { facets: { visit: openVisits > 0 ? 'scheduled' : visit, openVisits } };
  };

/** A request of any kind may need a visit (O-28): no rule here looks at the track. */
export const visit = defineStage<VisitEvents, VisitCommands>()({
  events: {
    VisitRequested: {},
    VisitScheduled: { address: 'subscriber' },
    VisitNotified: {},
    VisitRescheduled: {},
    VisitCompleted: { report: 'subscriber' },
    VisitFailed: { report: 'subscriber' },
    VisitCancelled: {},
  },
  disclosed: {
    VisitRequested: told,
    VisitScheduled: { to: 'parties', words: { address: 'address' } },
    VisitNotified: told,
    VisitRescheduled: told,
    VisitCompleted: { to: 'parties', words: { report: 'house' } },
    VisitFailed: { to: 'parties', words: { report: 'house' } },
    VisitCancelled: told,
  },
  commands: {
    requestVisit: ['user', 'customer-service'],
    scheduleVisit: ['customer-service', 'technical-lead'],
    notifyVisit: ['customer-service', 'technical-lead', 'system'],
    rescheduleVisit: ['user', 'customer-service', 'technical-lead'],
    completeVisit: ['customer-service', 'technical-lead'],
    failVisit: ['technical-lead', 'customer-service'],
    cancelVisit: ['user', 'customer-service', 'technical-lead'],
  },
  relations: {
    requestVisit: others,
    scheduleVisit: asks(inCharge),
    notifyVisit: asks(atWork),
    rescheduleVisit: asks(atWork),
    completeVisit: asks(atWork),
    failVisit: asks(atWork),
    cancelVisit: asks(atWork),
  },
  decide: {
    requestVisit: (data, complaint, context) =>
      complaint.facets.visit === 'requested'
        ? reject('no-new-fact', { folio: complaint.folio })
        : (saidByNoParty(data, complaint, context) ?? accept({ type: 'VisitRequested', data })),

    scheduleVisit: ({ address, visitor, window, purpose }, complaint, context) => {
      const { visits, filing, folio } = complaint;
      const same = Object.values(visits).some(
        (visit) => isOpen(visit) && visit.visitor === visitor && sameWindow(visit.window, window),
      );
      if (same) return reject('no-new-fact', { folio });
      const visit = 1 + Math.max(0, ...Object.keys(visits).map(Number));
      return (
        windowInvalid(window, complaint, context) ??
        accept({
          type: 'VisitScheduled',
          data: { visit, visitor, window, purpose },
          personal: { [filing.subscriber]: { address } },
        })
      );
    },

    /** Told again, by another channel or at another time, is another fact. */
    notifyVisit: (data, complaint, context) =>
      withOpenVisit(complaint, data.visit, ({ window: { from }, notices = [] }) => {
        const { visit, channel, notifiedAt } = data;
        if (notices.some((one) => one.channel === channel && one.notifiedAt === notifiedAt))
          return reject('no-new-fact', { folio: complaint.folio });
        if (notifiedAt > from) return reject('visit-notified-too-late', { visit, notifiedAt, from });
        return afterTheClock(notifiedAt, context) ?? accept({ type: 'VisitNotified', data });
      }),

    rescheduleVisit: ({ visit: number, window, visitor: other, ...asked }, complaint, context) =>
      withOpenVisit(complaint, number, (visit) => {
        const refusal = firstOf(
          notByTheUser(number, { ...asked, visitor: other }, complaint, context),
          windowInvalid(window, complaint, context),
        );
        if (refusal !== null) return refusal;
        const visitor = other ?? visit.visitor;
        return visitor === visit.visitor && sameWindow(window, visit.window)
          ? reject('no-new-fact', { folio: complaint.folio })
          : accept({ type: 'VisitRescheduled', data: { visit: number, window, visitor, ...asked } });
      }),

    /** A visit that took place unannounced is told as that: it is no reason to leave it out (I-14). */
    completeVisit: ({ report, unannounced, ...data }, complaint, context) =>
      withOpenVisit(complaint, data.visit, (visit) => {
        const { visit: number, startedAt, endedAt } = data;
        const untold = notNotified(number, visit, startedAt);
        const refusal = firstOf(
          notTheVisitor(number, visit, complaint, context),
          unannounced === true ? null : untold,
          afterTheClock(startedAt, context),
          afterTheClock(endedAt, context),
        );
        if (refusal !== null) return refusal;
        return endedAt < startedAt
          ? reject('visit-ends-before-it-starts', { visit: number, startedAt, endedAt })
          : accept({
              type: 'VisitCompleted',
              data: { ...data, ...(untold !== null && { unannounced: true }) },
              personal: { [complaint.filing.subscriber]: { report } },
            });
      }),

    /** Customer service may take down what the visitor tells it, or that no visitor came. */
    failVisit: ({ report, ...data }, complaint, context) =>
      withOpenVisit(complaint, data.visit, (visit) => {
        const { visit: number, reason, failedAt } = data;
        const { from } = visit.window;
        const refusal = firstOf(
          context.role === 'customer-service' ? null : notTheVisitor(number, visit, complaint, context),
          reason === 'provider-missed' ? null : notNotified(number, visit, failedAt),
          afterTheClock(failedAt, context),
        );
        if (refusal !== null) return refusal;
        return userCaused(reason) && failedAt < from
          ? reject('before-the-window', { visit: number, failedAt, from })
          : accept({ type: 'VisitFailed', data, personal: { [complaint.filing.subscriber]: { report } } });
      }),

    cancelVisit: (data, complaint, context) =>
      withOpenVisit(
        complaint,
        data.visit,
        () => notByTheUser(data.visit, data, complaint, context) ?? accept({ type: 'VisitCancelled', data }),
      ),
  },
  evolve: {
    VisitRequested: { card: () => ({ facets: { visit: 'requested' } }) },
    VisitScheduled: {
      card: (_data, { facets }) => ({
        facets: { visit: 'scheduled', openVisits: facets.openVisits + 1 },
      }),
      details: ({ visit, visitor, window, purpose }, { visits }) => ({
        visits: { ...visits, [visit]: { visitor, window, purpose, stage: 'scheduled' } },
      }),
    },
    VisitNotified: {
      card: () => ({ facets: { visit: 'notified' } }),
      details: ({ visit: number, channel, notifiedAt }, state, { revision }) => ({
        ...changed(state, number, (visit) => ({
          stage: 'notified',
          notifiedAt: earlier(visit.notifiedAt, notifiedAt),
          notices: [...(visit.notices ?? []), { channel, notifiedAt }],
        })),
        sent: [...state.sent, revision],
      }),
    },
    VisitRescheduled: {
      card: () => ({ facets: { visit: 'scheduled' } }),
      // Written anew, so that a notice of the old window does not count for the new one (I-14).
      details: ({ visit, visitor, window }, { visits }) => ({
        visits: {
          ...visits,
          [visit]: { visitor, window, purpose: visits[visit]?.purpose ?? 'inspection', stage: 'scheduled' },
        },
      }),
    },
    VisitCompleted: {
      card: over('none'),
      details: ({ visit }, state) => changed(state, visit, () => ({ stage: 'completed' })),
    },
    VisitFailed: {
      card: over('failed'),
      details: ({ visit, reason, failedAt }, state) => ({
        ...changed(state, visit, () => ({ stage: 'failed' })),
        failedVisit: { reason, failedAt },
      }),
    },
    VisitCancelled: {
      card: over('none'),
      details: ({ visit }, state) => changed(state, visit, () => ({ stage: 'cancelled' })),
    },
  },
  refusals: {
    'no-such-visit': {
      kind: 'not-found',
      es: 'No hay ninguna visita número {visit} en esta solicitud.',
      en: 'This request has no visit number {visit}.',
    },
    'visit-over': {
      kind: 'rule',
      es: 'La visita {visit} ya terminó ({stage}); programe otra.',
      en: 'Visit {visit} is over ({stage}); schedule another one.',
    },
    'window-invalid': {
      kind: 'rule',
      es: 'La ventana de la visita debe terminar después de empezar: {from} a {to}.',
      en: 'The window of a visit must end after it begins: {from} to {to}.',
    },
    'visit-window-past': {
      kind: 'rule',
      es: 'La ventana de la visita ya pasó: acuerde con el usuario una que esté por venir.',
      en: 'The window of the visit is over: agree with the user on one that is still to come.',
    },
    'visit-window-too-long': {
      kind: 'rule',
      es: 'La ventana de una visita dura a lo más {hours} horas: el usuario espera en casa durante toda ella.',
      en: 'The window of a visit lasts {hours} hours at most: the user waits at home for all of it.',
    },
    'visit-notified-too-late': {
      kind: 'rule',
      es: 'El aviso de la visita {visit} ({notifiedAt}) debe llegar al usuario antes de las {from}.',
      en: 'The notice of visit {visit} ({notifiedAt}) must reach the user before {from}.',
    },
    'visit-not-notified': {
      kind: 'rule',
      es: 'La visita {visit} no puede empezar antes de avisar al usuario de su horario.',
      en: 'Visit {visit} cannot start before the user is notified of its window.',
    },
    'visit-ends-before-it-starts': {
      kind: 'rule',
      es: 'La visita {visit} no puede terminar ({endedAt}) antes de empezar ({startedAt}).',
      en: 'Visit {visit} cannot end ({endedAt}) before it starts ({startedAt}).',
    },
    'before-the-window': {
      kind: 'rule',
      es: 'Nadie esperaba la visita {visit} a las {failedAt}: su horario empieza a las {from}.',
      en: 'Nobody expected visit {visit} at {failedAt}: its window begins at {from}.',
    },
    'not-the-visitor': {
      kind: 'forbidden',
      es: 'De la visita {visit} informa quien fue ({visitor}) o el responsable técnico de la solicitud.',
      en: 'Visit {visit} is reported by who went ({visitor}) or by the technical lead in charge.',
    },
    'not-by-the-user': {
      kind: 'forbidden',
      es: 'El usuario sólo puede mover o cancelar la visita {visit} a petición propia; quién va lo decide el proveedor.',
      en: 'The user may move or cancel visit {visit} at their own wish only; who comes is up to the provider.',
    },
  },
});
