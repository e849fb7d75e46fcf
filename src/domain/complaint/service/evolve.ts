import type { Evolvers } from '../evolver.js';
import type { ServiceEvents } from './events.js';

export const serviceEvolvers: Evolvers<ServiceEvents> = {
  SuspensionCured: { details: ({ curedAt }) => ({ suspensionCuredAt: curedAt }) },
  Reconnected: { details: () => ({ suspensionCuredAt: null }) },
};
