import type { VisitEvents } from '../../../domain/complaint/visit/messages.js';
import { asFirstReleased, type EventSchemas } from '../event-schema.js';

export const visitSchemas: EventSchemas<VisitEvents> = {
  VisitRequested: {
    ...asFirstReleased,
    meaning: {
      es: 'Se pidió una visita al domicilio.',
      en: 'A visit to the home was asked for.',
    },
    obligations: ['O-28'],
    fields: { purpose: 'always' },
  },
  VisitScheduled: {
    ...asFirstReleased,
    meaning: {
      es: 'Se coordinó una visita y su horario.',
      en: 'A visit and its window were coordinated.',
    },
    obligations: ['O-28', 'O-29'],
    fields: { visit: 'always', visitor: 'always', window: 'always', purpose: 'always' },
  },
  VisitNotified: {
    ...asFirstReleased,
    meaning: {
      es: 'El usuario conoce el horario de la visita.',
      en: 'The user knows the window of the visit.',
    },
    obligations: ['O-30', 'I-14'],
    fields: { visit: 'always', channel: 'always', notifiedAt: 'always' },
  },
  VisitRescheduled: {
    ...asFirstReleased,
    meaning: {
      es: 'La visita cambió de horario o de visitante; hay que avisar de nuevo.',
      en: 'The visit has another window or visitor; it must be notified again.',
    },
    obligations: ['O-29', 'O-30', 'I-14'],
    fields: { visit: 'always', window: 'always', by: 'always', visitor: 'always' },
  },
  VisitCompleted: {
    ...asFirstReleased,
    meaning: {
      es: 'La visita se hizo.',
      en: 'The visit took place.',
    },
    obligations: ['O-28', 'I-14'],
    fields: { visit: 'always', startedAt: 'always', endedAt: 'always' },
  },
  VisitFailed: {
    ...asFirstReleased,
    meaning: {
      es: 'La visita no pudo hacerse.',
      en: 'The visit could not take place.',
    },
    obligations: ['O-29', 'I-15'],
    fields: { visit: 'always', reason: 'always', failedAt: 'always' },
  },
  VisitCancelled: {
    ...asFirstReleased,
    meaning: {
      es: 'La visita se canceló.',
      en: 'The visit was cancelled.',
    },
    obligations: ['O-29'],
    fields: { visit: 'always', by: 'always' },
  },
};
