import type { Evolvers } from '../evolver.js';
import type { CompensationEvents } from './events.js';

export const compensationEvolvers: Evolvers<CompensationEvents> = {
  CompensationAssessed: {
    facets: () => ({ compensation: 'assessed' }),
    details: (assessed) => ({ assessed }),
  },
  CompensationGranted: {
    facets: () => ({ compensation: 'granted' }),
    details: ({ proportionalRefund, bonus }, { assessed, compensatedUntil, uncredited }) => ({
      granted: { proportionalRefund, bonus },
      compensatedUntil: assessed?.affected.to ?? compensatedUntil,
      uncredited: uncredited + 1,
    }),
  },
  /** One statement may show what was granted in a cycle before this one: then this cycle's facet stays. */
  CompensationCredited: {
    facets: (_data, { compensation }) => (compensation === 'granted' ? { compensation: 'credited' } : {}),
    details: (_data, { uncredited }) => ({ uncredited: Math.max(0, uncredited - 1) }),
  },
};
