import type { Evolvers } from '../evolver.js';
import type { AuthorityEvents } from './events.js';

export const authorityEvolvers: Evolvers<AuthorityEvents> = {
  AuthorityProceedingOpened: {
    card: ({ reference }, { proceedings, facets }) => ({
      proceedings: { ...proceedings, [reference]: 'open' },
      facets: { proceedings: facets.proceedings + 1 },
    }),
  },
  AuthorityRequirementReceived: {},
  AuthorityResolved: {
    card: ({ reference }, { proceedings, facets }) => ({
      proceedings: { ...proceedings, [reference]: 'resolved' },
      facets: { proceedings: Math.max(0, facets.proceedings - 1) },
    }),
  },
  LegalHoldPlaced: {
    beforeWork: true,
    details: ({ hold }, { legalHolds }) => ({ legalHolds: [...legalHolds, hold] }),
  },
  LegalHoldLifted: {
    beforeWork: true,
    details: ({ hold }, { legalHolds }) => ({ legalHolds: legalHolds.filter((placed) => placed !== hold) }),
  },
  ArcoRequested: { beforeWork: true },
};
