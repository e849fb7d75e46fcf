import { accept, reject } from '../../kernel/decision.js';
import type { Instant } from '../../kernel/instant.js';
import type { CaseCard } from '../card.js';
import type { CardChanges } from '../evolver.js';
import { afterTheClock, firstOf } from '../guards.js';
import { told } from '../disclosure/disclosed.js';
import { asks, atWork, inCharge, others } from '../asked-relations.js';
import { arrangements, theReceipt } from '../rests-on.js';
import { onRecord } from '../on-record.js';
import { defineStage } from '../stage.js';
import type { ArrangedVisit, ComplaintState, FiledComplaint, Visit } from '../state.js';
import {
  notNotified,
  notTheirWish,
  notTheVisitor,
  ofAnotherVisitor,
  sameWindow,
  windowInvalid,
} from './conditions.js';
import { afterCancelling, userCaused } from './failures.js';
import { saidByNoParty } from '../users-word.js';
import type { VisitCommands, VisitEvents } from './messages.js';
import { comeTo, isOpen, nextVisit, openVisitsIn, over, withoutVisitor } from './open.js';
import { visitRefusals } from './refusals.js';

/** Goes on with a visit that is arranged and still stands; refuses the others. */
const withOpenVisit = <Decided>(
  { visits }: FiledComplaint,
  number: number,
  decide: (visit: ArrangedVisit) => Decided,
) => {
  const visit = visits[number];
  if (visit === undefined) return reject('no-such-visit', { visit: number });
  if (isOpen(visit)) return decide(visit);
  return visit.stage === 'requested'
    ? reject('visit-not-arranged', { visit: number })
    : reject('visit-over', { visit: number, stage: visit.stage });
};

/** Changes a visit that still stands; what is told of another one, whose beginning a reader dropped, changes none. */
const changed = (
  { visits }: ComplaintState,
  number: number,
  changes: (visit: ArrangedVisit) => Partial<ArrangedVisit>,
) => {
  const visit = visits[number];
  return visit === undefined || !isOpen(visit)
    ? {}
    : { visits: { ...visits, [number]: { ...visit, ...changes(visit) } } };
};

/** The visitor's name, sealed with the visitor's own key, where it was given. */
const named = (visitor: string, name: string | undefined) =>
  name === undefined ? {} : { [visitor]: { 'visitor.name': name } };

const earlier = (a: Instant | undefined, b: Instant): Instant => (a !== undefined && a < b ? a : b);

/** An arranged visit is over, as it ended; one that was only asked for cannot be. */
const held = (card: CaseCard, visit: number): CardChanges => ({
  ...(card.facets.visits[visit] !== 'requested' && { facets: over(card.facets, visit) }),
  ...withoutVisitor(card, visit),
});

/** A visit was arranged, at first or anew. */
const arranged = (
  { visit, visitor, window: { from } }: VisitEvents['VisitScheduled' | 'VisitRescheduled'],
  { facets, visitors }: CaseCard,
): CardChanges => ({
  facets: comeTo(facets, visit, 'scheduled'),
  visitors: { ...visitors, [visit]: { visitor, from } },
});

/** A request of any kind may need a visit (O-28): no rule here looks at the track. */
export const visit = defineStage<VisitEvents, VisitCommands>()({
  events: {
    VisitRequested: {},
    VisitScheduled: { address: 'subscriber', 'visitor.name': 'technician' },
    VisitNotified: {},
    VisitRescheduled: { 'visitor.name': 'technician' },
    VisitCompleted: { report: 'subscriber' },
    VisitFailed: { report: 'subscriber' },
    VisitCancelled: {},
  },
  disclosed: {
    VisitRequested: told,
    VisitScheduled: { to: 'parties', words: { address: 'address', 'visitor.name': 'name' } },
    VisitNotified: told,
    VisitRescheduled: { to: 'parties', words: { 'visitor.name': 'name' } },
    VisitCompleted: { to: 'parties', words: { report: 'house' } },
    VisitFailed: { to: 'parties', words: { report: 'house' } },
    VisitCancelled: told,
  },
  restsOn: {
    VisitRequested: theReceipt,
    VisitScheduled: ['VisitRequested'],
    VisitNotified: arrangements,
    VisitRescheduled: arrangements,
    VisitCompleted: arrangements,
    VisitFailed: arrangements,
    VisitCancelled: ['VisitRequested', ...arrangements],
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
    /** Asked for once, until it is arranged or called off. */
    requestVisit: (data, complaint, context) =>
      openVisitsIn(complaint.facets, 'requested').length > 0
        ? reject('no-new-fact', { folio: complaint.folio })
        : (saidByNoParty(data, complaint, context) ??
          accept({ type: 'VisitRequested', data: { visit: nextVisit(complaint), ...data } })),

    /** A visit that was asked for is the one that is arranged. */
    scheduleVisit: ({ address, visitor, visitorName, window, purpose }, complaint, context) => {
      const { facets, visits, filing, folio } = complaint;
      const same = Object.values(visits).some(
        (visit) => isOpen(visit) && visit.visitor === visitor && sameWindow(visit.window, window),
      );
      if (same) return reject('no-new-fact', { folio });
      const visit = openVisitsIn(facets, 'requested').at(0) ?? nextVisit(complaint);
      return (
        windowInvalid(window, complaint, context) ??
        accept({
          type: 'VisitScheduled',
          data: { visit, visitor, window, purpose },
          personal: { [filing.subscriber]: { address }, ...named(visitor, visitorName) },
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

    rescheduleVisit: ({ visit: number, window, visitor: other, visitorName, ...asked }, complaint, context) =>
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
          : accept({
              type: 'VisitRescheduled',
              data: { visit: number, window, visitor, ...asked },
              personal: named(visitor, visitorName),
            });
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
    failVisit: ({ report, unannounced, ...data }, complaint, context) =>
      withOpenVisit(complaint, data.visit, (visit) => {
        const { visit: number, reason, failedAt } = data;
        const { from } = visit.window;
        const untold = reason === 'provider-missed' ? null : notNotified(number, visit, failedAt);
        const refusal = firstOf(
          ofAnotherVisitor(number, visit, complaint, context),
          unannounced === true ? null : untold,
          afterTheClock(failedAt, context),
        );
        if (refusal !== null) return refusal;
        return userCaused(reason) && failedAt < from
          ? reject('before-the-window', { visit: number, failedAt, from })
          : accept({
              type: 'VisitFailed',
              data: { ...data, ...(untold !== null && { unannounced: true }) },
              personal: { [complaint.filing.subscriber]: { report } },
            });
      }),

    /** Also one that was only asked for. */
    cancelVisit: (data, complaint, context) => {
      const notTheirs = (visit: Visit) =>
        firstOf(
          ofAnotherVisitor(data.visit, visit, complaint, context),
          notTheirWish(data.visit, data, visit, complaint, context),
        );
      const visit = complaint.visits[data.visit];
      const refusal =
        visit?.stage === 'requested' ? notTheirs(visit) : withOpenVisit(complaint, data.visit, notTheirs);
      return refusal ?? accept({ type: 'VisitCancelled', data });
    },
  },
  evolve: {
    VisitRequested: {
      card: ({ visit }, { facets }) => ({ facets: comeTo(facets, visit, 'requested') }),
      details: ({ visit, purpose }, { visits }) => ({
        visits: { ...visits, [visit]: { purpose, stage: 'requested' } },
      }),
    },
    VisitScheduled: {
      card: arranged,
      details: ({ visit, visitor, window, purpose }, { visits }) => ({
        visits: { ...visits, [visit]: { visitor, window, purpose, stage: 'scheduled' } },
      }),
    },
    VisitNotified: {
      card: ({ visit }, { facets }) =>
        openVisitsIn(facets, 'scheduled').includes(visit)
          ? { facets: comeTo(facets, visit, 'notified') }
          : {},
      details: ({ visit: number, channel, notifiedAt }, state, { revision }) => ({
        ...changed(state, number, (visit) => ({
          stage: 'notified',
          notifiedAt: earlier(visit.notifiedAt, notifiedAt),
          notices: [...(visit.notices ?? []), { channel, notifiedAt, notice: revision }],
        })),
        sent: [...state.sent, revision],
        unproven: { ...state.unproven, [revision]: { visit: number } },
      }),
    },
    VisitRescheduled: {
      card: arranged,
      // Written anew, so that a notice of the old window does not count for the new one (I-14).
      details: ({ visit, visitor, window }, { visits }) => ({
        visits: {
          ...visits,
          [visit]: { visitor, window, purpose: visits[visit]?.purpose ?? 'inspection', stage: 'scheduled' },
        },
      }),
    },
    VisitCompleted: {
      card: ({ visit }, card) => ({ ...held(card, visit), failedVisit: null }),
      details: ({ visit, startedAt, endedAt }, state, recorded) => ({
        ...changed(state, visit, () => ({
          stage: 'completed',
          came: { outcome: 'completed', startedAt, endedAt, ...onRecord(recorded) },
        })),
        lastVisit: { visit, cycle: state.facets.cycle },
      }),
    },
    VisitFailed: {
      card: ({ visit, reason, failedAt, unannounced }, card) => ({
        ...held(card, visit),
        failedVisit: { reason, failedAt, ...(unannounced && { excusedBy: 'provider' }) },
      }),
      details: ({ visit, reason: outcome, failedAt: endedAt }, state, recorded) => ({
        ...changed(state, visit, () => ({
          stage: 'failed',
          came: { outcome, endedAt, ...onRecord(recorded) },
        })),
        lastVisit: { visit, cycle: state.facets.cycle },
        sent: [...state.sent, recorded.revision],
      }),
    },
    VisitCancelled: {
      card: ({ visit, by }, card) => ({
        facets: over(card.facets, visit),
        ...withoutVisitor(card, visit),
        ...afterCancelling(card, by),
      }),
      details: ({ visit: number, by }, state, { revision }) => {
        const visit = state.visits[number];
        const calledOff =
          visit?.stage === 'requested'
            ? {
                visits: {
                  ...state.visits,
                  [number]: { purpose: visit.purpose, stage: 'cancelled' as const },
                },
              }
            : changed(state, number, () => ({ stage: 'cancelled' }));
        return {
          ...calledOff,
          ...(visit?.stage !== 'requested' && { sent: [...state.sent, revision] }),
          ...(by === 'user' && { lastVisit: null }),
        };
      },
    },
  },
  refusals: visitRefusals,
});
