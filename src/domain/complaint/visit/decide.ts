import { accept, reject } from '../../kernel/decision.js';
import type { ComplaintContext, ComplaintDecision, Deciders } from '../context.js';
import type { FiledComplaint, Visit } from '../state.js';
import type { VisitCommands } from './commands.js';
import { userCaused } from './failures.js';

const isOpen = ({ stage }: Visit) => stage === 'scheduled' || stage === 'notified';

/** Goes on with a visit that still stands; refuses the others. */
const withOpenVisit = (
  { visits }: FiledComplaint,
  number: number,
  decide: (visit: Visit) => ComplaintDecision,
): ComplaintDecision => {
  const visit = visits[number];
  if (visit === undefined) return reject('no-such-visit', { visit: number });
  return isOpen(visit) ? decide(visit) : reject('visit-over', { visit: number, stage: visit.stage });
};

/** Who speaks for what happened at the door: the visitor named, or the technical lead in charge. */
const wasThere = (visit: Visit, { technician }: FiledComplaint, { actor }: ComplaintContext) =>
  actor === visit.visitor || actor === technician;

const notNotified = (visit: Visit, at: string) => visit.notifiedAt === undefined || at < visit.notifiedAt;

/** A request of any kind may need a visit (O-28): no rule here looks at the track. */
export const visitDeciders: Deciders<VisitCommands> = {
  requestVisit: (data, { facets, folio }) =>
    facets.visit === 'requested'
      ? reject('no-new-fact', { folio })
      : accept({ type: 'VisitRequested', data }),

  scheduleVisit: ({ address, visitor, window, purpose }, { visits, filing, folio }) => {
    if (window.to <= window.from) return reject('window-invalid', { ...window });
    const same = Object.values(visits).some(
      (visit) =>
        isOpen(visit) &&
        visit.visitor === visitor &&
        visit.window.from === window.from &&
        visit.window.to === window.to,
    );
    if (same) return reject('no-new-fact', { folio });
    const visit = 1 + Math.max(0, ...Object.keys(visits).map(Number));
    return accept({
      type: 'VisitScheduled',
      data: { visit, visitor, window, purpose },
      personal: { [filing.subscriber]: { address } },
    });
  },

  notifyVisit: (data, complaint, { now }) =>
    withOpenVisit(complaint, data.visit, ({ window }) => {
      const { visit, notifiedAt } = data;
      if (notifiedAt > now) return reject('occurred-in-future', { occurredAt: notifiedAt, now });
      return notifiedAt > window.from
        ? reject('visit-notified-too-late', { visit, notifiedAt, from: window.from })
        : accept({ type: 'VisitNotified', data });
    }),

  rescheduleVisit: ({ visit: number, window, by, visitor: other }, complaint, { role }) =>
    withOpenVisit(complaint, number, (visit) => {
      if (role === 'user' && by !== 'user') return reject('not-by-the-user', { visit: number });
      if (window.to <= window.from) return reject('window-invalid', { ...window });
      const visitor = other ?? visit.visitor;
      const same =
        visitor === visit.visitor && window.from === visit.window.from && window.to === visit.window.to;
      if (same) return reject('no-new-fact', { folio: complaint.folio });
      return accept({ type: 'VisitRescheduled', data: { visit: number, window, by, visitor } });
    }),

  completeVisit: ({ report, ...data }, complaint, context) =>
    withOpenVisit(complaint, data.visit, (visit) => {
      const { visit: number, startedAt, endedAt } = data;
      if (!wasThere(visit, complaint, context))
        return reject('not-the-visitor', { visit: number, visitor: visit.visitor });
      if (endedAt < startedAt)
        return reject('visit-ends-before-it-starts', { visit: number, startedAt, endedAt });
      if (endedAt > context.now)
        return reject('occurred-in-future', { occurredAt: endedAt, now: context.now });
      if (notNotified(visit, startedAt)) return reject('visit-not-notified', { visit: number });
      return accept({
        type: 'VisitCompleted',
        data,
        personal: { [complaint.filing.subscriber]: { report } },
      });
    }),

  failVisit: ({ report, ...data }, complaint, context) =>
    withOpenVisit(complaint, data.visit, (visit) => {
      const { visit: number, reason, failedAt } = data;
      if (context.role !== 'customer-service' && !wasThere(visit, complaint, context))
        return reject('not-the-visitor', { visit: number, visitor: visit.visitor });
      if (failedAt > context.now)
        return reject('occurred-in-future', { occurredAt: failedAt, now: context.now });
      if (reason !== 'provider-missed' && notNotified(visit, failedAt))
        return reject('visit-not-notified', { visit: number });
      if (userCaused(reason) && failedAt < visit.window.from)
        return reject('before-the-window', { visit: number, failedAt, from: visit.window.from });
      return accept({ type: 'VisitFailed', data, personal: { [complaint.filing.subscriber]: { report } } });
    }),

  cancelVisit: (data, complaint, { role }) =>
    withOpenVisit(complaint, data.visit, () =>
      role === 'user' && data.by !== 'user'
        ? reject('not-by-the-user', { visit: data.visit })
        : accept({ type: 'VisitCancelled', data }),
    ),
};
