import type { Evolvers } from '../evolver.js';
import type { AuthorityEvents } from './events.js';

export const authorityEvolvers: Evolvers<AuthorityEvents> = {
  AuthorityProceedingOpened: {
    facets: (_data, { proceedings }) => ({ proceedings: proceedings + 1 }),
    details: ({ reference }, { proceedings }) => ({ proceedings: { ...proceedings, [reference]: 'open' } }),
  },
  AuthorityRequirementReceived: {},
  AuthorityResolved: {
    facets: (_data, { proceedings }) => ({ proceedings: Math.max(0, proceedings - 1) }),
    details: ({ reference }, { proceedings }) => ({
      proceedings: { ...proceedings, [reference]: 'resolved' },
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
