import type { Evolvers } from '../evolver.js';
import type { RulingEvents } from './events.js';

export const rulingEvolvers: Evolvers<RulingEvents> = {
  /** A second ruling takes the place of the first: the user is told again. */
  Ruled: {
    card: ({ outcome }) => ({ facets: { ruling: outcome, rulingAgain: false, final: 'none' } }),
    details: ({ cause, nextInstance }, { hands }, { revision, actor }) => ({
      ruling: { cause, nextInstance, revision },
      hands: { ...hands, ruled: [...hands.ruled, actor] },
      finalWord: null,
    }),
  },
  ConciliationRecorded: {},
};
