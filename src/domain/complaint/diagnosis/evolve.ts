import type { Evolvers } from '../evolver.js';
import { assessedAnew } from '../fresh-start.js';
import type { DiagnosisEvents } from './events.js';

export const diagnosisEvolvers: Evolvers<DiagnosisEvents> = {
  /** What was reported or assessed before rested on another cause, or on none: it is done again. */
  CauseVerified: {
    card: ({ faultFound, attribution, affectedFrom }, { facets }) => ({
      facets: {
        diagnosis: 'verified',
        faultFound,
        attribution,
        affected: affectedFrom !== undefined,
        handedOff: false,
        ...assessedAnew(facets),
      },
    }),
    details: (cause, _state, { revision }) => ({ cause: { ...cause, revision }, assessed: null }),
  },
};
