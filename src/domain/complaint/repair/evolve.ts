import type { Evolvers } from '../evolver.js';
import type { RepairEvents } from './events.js';

export const repairEvolvers: Evolvers<RepairEvents> = {
  /** A repair after a dispute is a new one: reported and confirmed again. */
  Repaired: {
    facets: () => ({ repair: 'done', restoration: 'none', handedOff: false }),
    details: ({ restoredAt }, { hands }, { revision, actor }) => ({
      repair: { restoredAt, revision },
      restoredBy: null,
      hands: { ...hands, repaired: [...hands.repaired, actor] },
    }),
  },
  RepairReported: {
    facets: ({ outcome }) => ({
      handedOff: true,
      ...(outcome === 'repair-impossible' && { repair: 'impossible' }),
    }),
    details: ({ outcome }) => (outcome === 'repair-impossible' ? { repair: null } : {}),
  },
  RestorationConfirmationRequested: {
    facets: () => ({ restoration: 'requested' }),
    details: (_data, { sent }, { revision }) => ({ sent: [...sent, revision] }),
  },
  RestorationConfirmed: {
    facets: () => ({ restoration: 'confirmed' }),
    details: ({ confirmedAt }) => ({ restoredBy: { confirmedAt } }),
  },
  RestorationDisputed: { facets: () => ({ restoration: 'disputed' }), details: () => ({ restoredBy: null }) },
};
