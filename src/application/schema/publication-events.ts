import type { PublicationEvents } from '../../domain/sla/publication/events.js';
import { asFirstReleased, type EventSchemas } from '../stages/event-schema.js';

export const publicationSchemas: EventSchemas<PublicationEvents> = {
  CalendarPublished: {
    ...asFirstReleased,
    meaning: {
      es: 'Se publicó una versión de un calendario, con los cambios de hora de su zona; ya no cambia.',
      en: 'A version of a calendar was published, with the changes of its zone; it never changes.',
    },
    obligations: ['O-33', 'I-18'],
    fields: { calendar: 'always', sha256: 'always', sourceSha256: 'always' },
  },
  PolicyPublished: {
    ...asFirstReleased,
    meaning: {
      es: 'Se publicó una versión de las reglas de los plazos, con el origen de cada número; ya no cambia.',
      en: 'A version of the rules of deadlines was published, with the source of each number; it never changes.',
    },
    obligations: ['O-33', 'I-18'],
    fields: { policy: 'always', sha256: 'always', sourceSha256: 'always' },
  },
};
