import type { Evolvers } from '../evolver.js';
import type { EscalationLevel } from '../vocabulary.js';
import type { EscalationEvents } from './events.js';

const higher = (a: EscalationLevel, b: EscalationLevel): EscalationLevel => (a > b ? a : b);

export const escalationEvolvers: Evolvers<EscalationEvents> = {
  Escalated: {
    card: ({ level }, { facets: { escalation, ruling, rulingAgain } }) => ({
      facets: { escalation: higher(level, escalation), rulingAgain: rulingAgain || ruling !== 'none' },
    }),
  },
};
