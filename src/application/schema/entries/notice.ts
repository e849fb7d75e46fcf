import type { NoticeEvents } from '../../../domain/complaint/notice/messages.js';
import { asFirstReleased, type EventSchemas } from '../event-schema.js';

export const noticeSchemas: EventSchemas<NoticeEvents> = {
  UserNotified: {
    ...asFirstReleased,
    meaning: {
      es: 'Aviso final: causas, procedencia y restablecimiento, como quedaron registrados.',
      en: 'The final notice: causes, ruling and restoration, as they were recorded.',
    },
    obligations: ['O-23', 'O-24', 'O-25', 'O-26', 'O-27', 'O-36', 'I-09', 'I-11', 'I-21'],
    fields: {
      folio: 'always',
      causes: 'always',
      cause: 'always',
      outcome: 'always',
      ruling: 'always',
      restoration: 'always',
      recipient: 'always',
      channel: 'always',
      sentAt: 'always',
      nextInstance: 'sometimes',
      compensation: 'sometimes',
      offer: 'sometimes',
    },
  },
  NotificationDelivered: {
    ...asFirstReleased,
    meaning: {
      es: 'Consta que un aviso llegó.',
      en: 'There is proof that a notice arrived.',
    },
    obligations: ['O-23'],
    fields: { notice: 'always', final: 'always', channel: 'always', deliveredAt: 'always' },
  },
  NotificationFailed: {
    ...asFirstReleased,
    meaning: {
      es: 'Un aviso no llegó.',
      en: 'A notice did not arrive.',
    },
    obligations: ['O-23'],
    fields: { notice: 'always', final: 'always', channel: 'always', failedAt: 'always', reason: 'always' },
  },
  AnswerProvided: {
    ...asFirstReleased,
    meaning: {
      es: 'Se contestó una consulta, una sugerencia o un trámite.',
      en: 'An inquiry, a suggestion or a procedure was answered.',
    },
    obligations: ['O-02', 'O-03', 'O-05', 'O-06', 'I-12', 'I-21'],
    fields: { channel: 'always', answeredAt: 'always', outcome: 'always' },
  },
  CancellationExecuted: {
    ...asFirstReleased,
    meaning: {
      es: 'La cancelación surtió efecto; su número es el folio.',
      en: 'The cancellation took effect; its number is the folio.',
    },
    obligations: ['O-06', 'I-12'],
    fields: { folio: 'always', effectiveAt: 'always', channel: 'always', balance: 'sometimes' },
  },
  SatisfactionRated: {
    ...asFirstReleased,
    meaning: {
      es: 'El usuario calificó la atención.',
      en: 'The user rated how the request was handled.',
    },
    obligations: ['I-23'],
    fields: { rating: 'always' },
  },
};
