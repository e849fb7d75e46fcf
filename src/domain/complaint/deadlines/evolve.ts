import type { Evolvers } from '../evolver.js';
import type { DeadlinesEvents } from './events.js';
import { breachKey, warningKey } from './keys.js';

export const deadlinesEvolvers: Evolvers<DeadlinesEvents> = {
  SlaWarned: {
    beforeWork: true,
    details: (data, { warnings }) => ({ warnings: [...warnings, warningKey(data)] }),
  },
  SlaBreached: {
    beforeWork: true,
    details: (data, { breaches }) => ({ breaches: [...breaches, breachKey(data)] }),
  },
  ClocksRecomputed: {
    beforeWork: true,
    details: ({ policy, policyVersion, calendars }) => ({ recomputed: { policy, policyVersion, calendars } }),
  },
};
