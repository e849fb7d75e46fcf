import type { EscalationEvents } from '../../../domain/complaint/escalation/messages.js';
import { asFirstReleased, type EventSchemas } from '../event-schema.js';

export const escalationSchemas: EventSchemas<EscalationEvents> = {
  Escalated: {
    ...asFirstReleased,
    meaning: {
      es: 'La solicitud subió de nivel, en la casa o ante una autoridad.',
      en: 'The request went up a level, in the house or to an authority.',
    },
    obligations: ['O-33', 'I-08', 'I-23'],
    fields: {
      level: 'always',
      trigger: 'always',
      target: 'always',
      externalReference: 'sometimes',
      dueAt: 'sometimes',
    },
  },
};
