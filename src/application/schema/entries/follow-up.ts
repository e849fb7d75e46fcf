import type { FollowUpEvents } from '../../../domain/complaint/follow-up/messages.js';
import { asFirstReleased, type EventSchemas } from '../event-schema.js';

export const followUpSchemas: EventSchemas<FollowUpEvents> = {
  TechnicianAssigned: {
    ...asFirstReleased,
    meaning: {
      es: 'Servicio al Cliente y un responsable técnico dan seguimiento juntos.',
      en: 'Customer service and a technical lead follow the request up together.',
    },
    obligations: ['O-18', 'I-05'],
    fields: { technician: 'always', owner: 'always', reason: 'always' },
  },
  CaseReassigned: {
    ...asFirstReleased,
    meaning: {
      es: 'Otra persona de Servicio al Cliente lleva la solicitud.',
      en: 'Another member of customer service owns the request.',
    },
    obligations: ['O-18'],
    fields: { from: 'sometimes', owner: 'always' },
  },
  ContactMade: {
    ...asFirstReleased,
    meaning: {
      es: 'Hubo un contacto con el usuario.',
      en: 'There was contact with the user.',
    },
    obligations: ['O-34'],
    fields: { direction: 'always', channel: 'always', contactedAt: 'always' },
  },
  InformationRequested: {
    ...asFirstReleased,
    meaning: {
      es: 'Se pidió información al usuario; los plazos de respuesta se detienen hasta que llegue.',
      en: 'The user was asked for information; the answer clocks pause until it comes.',
    },
    obligations: ['I-15'],
    fields: { request: 'always' },
  },
  InformationReceived: {
    ...asFirstReleased,
    meaning: {
      es: 'El usuario contestó; queda atendido todo lo que se le había pedido.',
      en: 'The user answered; every open request for information is settled.',
    },
    obligations: ['I-15'],
    fields: { requests: 'always' },
  },
  PutOnHold: {
    ...asFirstReleased,
    meaning: {
      es: 'El prestador espera algo o a alguien.',
      en: 'The provider waits for something or somebody.',
    },
    obligations: ['I-15'],
    fields: { reason: 'always' },
  },
  Resumed: {
    ...asFirstReleased,
    meaning: {
      es: 'Terminó la espera.',
      en: 'The wait is over.',
    },
    obligations: ['I-15'],
    fields: { reason: 'always' },
  },
  NoteAdded: {
    ...asFirstReleased,
    meaning: {
      es: 'Alguien dejó una nota.',
      en: 'Somebody left a note.',
    },
    obligations: ['O-34'],
    fields: { visibility: 'always' },
  },
  EvidenceAttached: {
    ...asFirstReleased,
    meaning: {
      es: 'Se agregó una prueba, que queda fuera de la historia y se conoce por su huella.',
      en: 'Evidence was added; it lies outside and is known by its hash.',
    },
    obligations: ['O-34'],
    fields: { attachment: 'always' },
  },
  WorkOrderOpened: {
    ...asFirstReleased,
    meaning: {
      es: 'Se abrió una orden de trabajo.',
      en: 'A work order was opened.',
    },
    obligations: ['O-19'],
    fields: { workOrder: 'always' },
  },
};
