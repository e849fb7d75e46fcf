import type { RulingEvents } from '../../../domain/complaint/ruling/messages.js';
import { asFirstReleased, type EventSchemas } from '../event-schema.js';

export const rulingSchemas: EventSchemas<RulingEvents> = {
  Ruled: {
    ...asFirstReleased,
    meaning: {
      es: 'Se resolvió la procedencia o improcedencia, con sus razones.',
      en: 'It was ruled upheld or dismissed, with reasons.',
    },
    obligations: ['O-25', 'O-21', 'O-33', 'I-08', 'I-10'],
    fields: {
      outcome: 'always',
      basis: 'always',
      cause: 'always',
      policy: 'always',
      policyVersion: 'always',
      nextInstance: 'sometimes',
    },
  },
  ConciliationRecorded: {
    ...asFirstReleased,
    meaning: {
      es: 'Quedó constancia del resultado de una conciliación.',
      en: 'The outcome of a conciliation was recorded.',
    },
    obligations: ['O-32'],
    fields: { outcome: 'always' },
  },
};
