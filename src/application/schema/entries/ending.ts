import type { EndingEvents } from '../../../domain/complaint/ending/messages.js';
import { asFirstReleased, type EventSchemas } from '../event-schema.js';

export const endingSchemas: EventSchemas<EndingEvents> = {
  Withdrawn: {
    ...asFirstReleased,
    meaning: {
      es: 'El usuario desistió.',
      en: 'The user took the request back.',
    },
    obligations: ['I-12'],
    fields: { reason: 'always' },
  },
  Lapsed: {
    ...asFirstReleased,
    meaning: {
      es: 'El usuario no atendió lo que se le pidió.',
      en: 'The user did not follow up on what was asked of them.',
    },
    obligations: ['I-12'],
    fields: { reason: 'always' },
  },
  MarkedDuplicate: {
    ...asFirstReleased,
    meaning: {
      es: 'Otra solicitud sigue en lugar de ésta.',
      en: 'Another request goes on in place of this one.',
    },
    obligations: ['I-12', 'I-25'],
    fields: { of: 'always' },
  },
  Closed: {
    ...asFirstReleased,
    meaning: {
      es: 'La solicitud terminó después de la respuesta final.',
      en: 'The request ended after the final word.',
    },
    obligations: ['I-12', 'I-16', 'I-17'],
    fields: { reason: 'always' },
  },
  Reopened: {
    ...asFirstReleased,
    meaning: {
      es: 'El trabajo empieza de nuevo con el mismo folio.',
      en: 'Work begins again under the same folio.',
    },
    obligations: ['I-02', 'I-23'],
    fields: { cycle: 'always', reason: 'always' },
  },
};
