import { accept, reject } from '../../kernel/decision.js';
import type { Instant } from '../../kernel/instant.js';
import type { CaseCard } from '../card.js';
import type { CardChanges } from '../evolver.js';
import type { Facets } from '../facets.js';
import { afterTheClock, firstOf } from '../guards.js';
import { told } from '../disclosure/disclosed.js';
import { asks, atWork, inCharge, others } from '../asked-relations.js';
import { defineStage } from '../stage.js';
import type { ComplaintState, FiledComplaint, Visit } from '../state.js';
import {
  notNotified,
  notTheirWish,
  notTheVisitor,
  ofAnotherVisitor,
  sameWindow,
  windowInvalid,
} from './conditions.js';
import { userCaused } from './failures.js';
import { saidByNoParty } from '../users-word.js';
import type { VisitCommands, VisitEvents } from './messages.js';
import { isOpen } from './open.js';
import { visitRefusals } from './refusals.js';

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
      withOpenVisit(complaint, data.visit, (arranged) => {
        const { visit, channel, notifiedAt } = data;
        const {
          window: { from },
          notices = [],
        } = arranged;
        const refusal = ofAnotherVisitor(visit, arranged, complaint, context);
        if (refusal !== null) return refusal;
        if (notices.some((one) => one.channel === channel && one.notifiedAt === notifiedAt))
          return reject('no-new-fact', { folio: complaint.folio });
        if (notifiedAt > from) return reject('visit-notified-too-late', { visit, notifiedAt, from });
        return afterTheClock(notifiedAt, context) ?? accept({ type: 'VisitNotified', data });
      }),

    rescheduleVisit: ({ visit: number, window, visitor: other, ...asked }, complaint, context) =>
      withOpenVisit(complaint, number, (visit) => {
        const refusal = firstOf(
          ofAnotherVisitor(number, visit, complaint, context),
          notTheirWish(number, { ...asked, visitor: other }, visit, complaint, context),
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
          ofAnotherVisitor(number, visit, complaint, context),
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
        (visit) =>
          firstOf(
            ofAnotherVisitor(data.visit, visit, complaint, context),
            notTheirWish(data.visit, data, visit, complaint, context),
          ) ?? accept({ type: 'VisitCancelled', data }),
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
  refusals: visitRefusals,
});
