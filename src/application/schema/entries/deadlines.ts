import type { DeadlinesEvents } from '../../../domain/complaint/deadlines/messages.js';
import { asFirstReleased, type EventSchemas } from '../event-schema.js';

export const deadlinesSchemas: EventSchemas<DeadlinesEvents> = {
  SlaWarned: {
    ...asFirstReleased,
    meaning: {
      es: 'Un plazo está por vencer.',
      en: 'A deadline draws near.',
    },
    obligations: ['O-33'],
    fields: {
      clock: 'always',
      cycle: 'always',
      dueAt: 'always',
      policy: 'always',
      calendar: 'always',
      percent: 'always',
    },
  },
  SlaBreached: {
    ...asFirstReleased,
    meaning: {
      es: 'Un plazo venció sin cumplirse; ningún cumplimiento posterior lo borra.',
      en: 'A deadline was missed; no later success takes it away.',
    },
    obligations: ['O-33', 'I-24'],
    fields: { clock: 'always', cycle: 'always', dueAt: 'always', policy: 'always', calendar: 'always' },
  },
  ClocksRecomputed: {
    ...asFirstReleased,
    meaning: {
      es: 'Los plazos se cuentan con otras reglas, y consta por qué.',
      en: 'Deadlines count by other rules, and it is recorded why.',
    },
    obligations: ['O-33'],
    fields: { policy: 'always', policyVersion: 'always', calendars: 'always', reason: 'always' },
  },
};
