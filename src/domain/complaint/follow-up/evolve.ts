import type { Evolvers } from '../evolver.js';
import type { FollowUpEvents } from './events.js';

export const followUpEvolvers: Evolvers<FollowUpEvents> = {
  TechnicianAssigned: {
    facets: (_data, { diagnosis }) => (diagnosis === 'none' ? { diagnosis: 'assigned' } : {}),
    details: ({ technician, owner }) => ({ technician, owner }),
  },
  CaseReassigned: { details: ({ owner }) => ({ owner }) },
  ContactMade: {},
  InformationRequested: {
    facets: (_data, { openRequests }) => ({ openRequests: openRequests + 1 }),
    details: ({ request }, { requests }) => ({
      requests: { made: Math.max(request, requests.made), open: [...requests.open, request] },
    }),
  },
  InformationReceived: {
    facets: ({ requests }, { openRequests }) => ({
      openRequests: Math.max(0, openRequests - requests.length),
    }),
    details: ({ requests: answered }, { requests }) => ({
      requests: { ...requests, open: requests.open.filter((request) => !answered.includes(request)) },
    }),
  },
  PutOnHold: {
    facets: ({ reason }) => ({ hold: reason }),
    details: ({ reason }, _state, { occurredAt }) => ({ hold: { reason, since: occurredAt } }),
  },
  Resumed: { facets: () => ({ hold: null }), details: () => ({ hold: null }) },
  NoteAdded: { beforeWork: true },
  EvidenceAttached: { beforeWork: true },
  WorkOrderOpened: {
    details: ({ workOrder }, { workOrders }) => ({ workOrders: [...workOrders, workOrder] }),
  },
};
