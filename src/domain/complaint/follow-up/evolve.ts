import type { Evolvers } from '../evolver.js';
import type { FollowUpEvents } from './events.js';

export const followUpEvolvers: Evolvers<FollowUpEvents> = {
  TechnicianAssigned: {
    card: ({ technician, owner }, { facets: { diagnosis } }) => ({
      technician,
      owner,
      facets: { diagnosis: diagnosis === 'none' ? 'assigned' : diagnosis },
    }),
  },
  CaseReassigned: { card: ({ owner }) => ({ owner }) },
  ContactMade: {},
  InformationRequested: {
    card: ({ request }, { requests, facets }) => ({
      requests: { made: Math.max(request, requests.made), open: [...requests.open, request] },
      facets: { openRequests: facets.openRequests + 1 },
    }),
  },
  InformationReceived: {
    card: ({ requests: answered }, { requests, facets }) => ({
      requests: { ...requests, open: requests.open.filter((request) => !answered.includes(request)) },
      facets: { openRequests: Math.max(0, facets.openRequests - answered.length) },
    }),
  },
  PutOnHold: {
    card: ({ reason }) => ({ facets: { hold: reason } }),
  },
  Resumed: { card: () => ({ facets: { hold: null } }) },
  NoteAdded: { beforeWork: true },
  EvidenceAttached: { beforeWork: true },
  WorkOrderOpened: {
    details: ({ workOrder }, { workOrders }) => ({ workOrders: [...workOrders, workOrder] }),
  },
};
