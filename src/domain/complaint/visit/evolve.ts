import type { Instant } from '../../kernel/instant.js';
import type { Evolvers } from '../evolver.js';
import type { ComplaintState, Visit } from '../state.js';
import type { VisitEvents } from './events.js';

/** Changes one visit; a visit of which nothing is known yet stays unknown, since a reader may drop its beginning. */
const changed = ({ visits }: ComplaintState, number: number, changes: (visit: Visit) => Partial<Visit>) => {
  const visit = visits[number];
  return visit === undefined ? {} : { visits: { ...visits, [number]: { ...visit, ...changes(visit) } } };
};

const earlier = (a: Instant | undefined, b: Instant): Instant => (a !== undefined && a < b ? a : b);

export const visitEvolvers: Evolvers<VisitEvents> = {
  VisitRequested: { card: () => ({ facets: { visit: 'requested' } }) },
  VisitScheduled: {
    card: () => ({ facets: { visit: 'scheduled' } }),
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
    card: () => ({ facets: { visit: 'none' } }),
    details: ({ visit }, state) => changed(state, visit, () => ({ stage: 'completed' })),
  },
  VisitFailed: {
    card: () => ({ facets: { visit: 'failed' } }),
    details: ({ visit }, state) => changed(state, visit, () => ({ stage: 'failed' })),
  },
  VisitCancelled: {
    card: () => ({ facets: { visit: 'none' } }),
    details: ({ visit }, state) => changed(state, visit, () => ({ stage: 'cancelled' })),
  },
};
