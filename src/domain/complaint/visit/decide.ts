import { accept, reject } from '../../kernel/decision.js';
import type { Instant } from '../../kernel/instant.js';
import type { ComplaintContext, ComplaintDecision, Deciders } from '../context.js';
import { afterTheClock, firstOf, type Refusal } from '../guards.js';
import type { FiledComplaint, Visit } from '../state.js';
import type { VisitWindow } from '../shapes.js';
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
const notTheVisitor = (
  visit: number,
  { visitor }: Visit,
  { technician }: FiledComplaint,
  { actor }: ComplaintContext,
): Refusal =>
  actor === visitor || actor === technician ? null : reject('not-the-visitor', { visit, visitor });

/** Nobody comes unannounced: the user knew of this very window before anybody went (I-14). */
const notNotified = (visit: number, { notifiedAt }: Visit, at: Instant): Refusal =>
  notifiedAt === undefined || at < notifiedAt ? reject('visit-not-notified', { visit }) : null;

const windowInvalid = (window: VisitWindow): Refusal =>
  window.to <= window.from ? reject('window-invalid', { ...window }) : null;

const sameWindow = (a: VisitWindow, b: VisitWindow) => a.from === b.from && a.to === b.to;

const notByTheUser = (visit: number, by: 'user' | 'provider', { role }: ComplaintContext): Refusal =>
  role === 'user' && by !== 'user' ? reject('not-by-the-user', { visit }) : null;

/** A request of any kind may need a visit (O-28): no rule here looks at the track. */
export const visitDeciders: Deciders<VisitCommands> = {
  requestVisit: (data, { facets, folio }) =>
    facets.visit === 'requested'
      ? reject('no-new-fact', { folio })
      : accept({ type: 'VisitRequested', data }),

  scheduleVisit: ({ address, visitor, window, purpose }, { visits, filing, folio }) => {
    const same = Object.values(visits).some(
      (visit) => isOpen(visit) && visit.visitor === visitor && sameWindow(visit.window, window),
    );
    if (same) return reject('no-new-fact', { folio });
    const visit = 1 + Math.max(0, ...Object.keys(visits).map(Number));
    return (
      windowInvalid(window) ??
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

  rescheduleVisit: ({ visit: number, window, by, visitor: other }, complaint, context) =>
    withOpenVisit(complaint, number, (visit) => {
      const refusal = firstOf(notByTheUser(number, by, context), windowInvalid(window));
      if (refusal !== null) return refusal;
      const visitor = other ?? visit.visitor;
      return visitor === visit.visitor && sameWindow(window, visit.window)
        ? reject('no-new-fact', { folio: complaint.folio })
        : accept({ type: 'VisitRescheduled', data: { visit: number, window, by, visitor } });
    }),

  completeVisit: ({ report, ...data }, complaint, context) =>
    withOpenVisit(complaint, data.visit, (visit) => {
      const { visit: number, startedAt, endedAt } = data;
      const refusal = firstOf(
        notTheVisitor(number, visit, complaint, context),
        notNotified(number, visit, startedAt),
        afterTheClock(startedAt, context),
        afterTheClock(endedAt, context),
      );
      if (refusal !== null) return refusal;
      return endedAt < startedAt
        ? reject('visit-ends-before-it-starts', { visit: number, startedAt, endedAt })
        : accept({ type: 'VisitCompleted', data, personal: { [complaint.filing.subscriber]: { report } } });
    }),

  /** Customer service may take down what the visitor tells it, or that nobody came. */
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
      () => notByTheUser(data.visit, data.by, context) ?? accept({ type: 'VisitCancelled', data }),
    ),
};
