import type { Evolvers } from '../evolver.js';
import type { RulingEvents } from './events.js';

export const rulingEvolvers: Evolvers<RulingEvents> = {
  /** A second ruling takes the place of the first: the user is told again. */
  Ruled: {
    facets: ({ outcome }) => ({ ruling: outcome, rulingAgain: false, final: 'none' }),
    details: ({ outcome, cause, nextInstance }, { hands }, { revision, actor }) => ({
      ruling: { outcome, cause, nextInstance, revision },
      hands: { ...hands, ruled: [...hands.ruled, actor] },
      finalWord: null,
    }),
  },
  ConciliationRecorded: {},
};
