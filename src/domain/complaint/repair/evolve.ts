import type { Evolvers } from '../evolver.js';
import { assessedAnew } from '../fresh-start.js';
import type { RepairEvents } from './events.js';

export const repairEvolvers: Evolvers<RepairEvents> = {
  /** A repair after a dispute is a new one: reported and confirmed again. */
  Repaired: {
    card: (_data, { facets }) => ({
      facets: { repair: 'done', restoration: 'none', handedOff: false, ...assessedAnew(facets) },
    }),
    details: ({ restoredAt }, { hands }, { revision, actor }) => ({
      repair: { restoredAt, revision },
      restoredBy: null,
      assessed: null,
      hands: { ...hands, repaired: [...hands.repaired, actor] },
    }),
  },
  RepairReported: {
    card: ({ outcome }) => ({
      facets: { handedOff: true, ...(outcome === 'repair-impossible' && { repair: 'impossible' }) },
    }),
    details: ({ outcome }) => (outcome === 'repair-impossible' ? { repair: null } : {}),
  },
  RestorationConfirmationRequested: {
    card: () => ({ facets: { restoration: 'requested' } }),
    details: (_data, { sent }, { revision }) => ({ sent: [...sent, revision] }),
  },
  RestorationConfirmed: {
    card: () => ({ facets: { restoration: 'confirmed' } }),
    details: ({ confirmedAt }) => ({ restoredBy: { confirmedAt } }),
  },
  RestorationDisputed: {
    card: () => ({ facets: { restoration: 'disputed' } }),
    details: () => ({ restoredBy: null }),
  },
};
