import type { Evolvers } from '../evolver.js';
import type { DiagnosisEvents } from './events.js';

export const diagnosisEvolvers: Evolvers<DiagnosisEvents> = {
  /** What was told customer service before rested on another cause, or on none: it is told again. */
  CauseVerified: {
    facets: ({ faultFound, attribution }) => ({
      diagnosis: 'verified',
      faultFound,
      attribution,
      handedOff: false,
    }),
    details: (cause, _state, { revision }) => ({ cause: { ...cause, revision } }),
  },
};
