import type { FilingEvents } from '../../../domain/complaint/filing/messages.js';
import { asFirstReleased, type EventSchemas } from '../event-schema.js';

export const filingSchemas: EventSchemas<FilingEvents> = {
  Filed: {
    ...asFirstReleased,
    meaning: {
      es: 'El usuario presentó su solicitud; es siempre el primer hecho de su historia.',
      en: 'The user raised a request; always the first event of its stream.',
    },
    obligations: [
      'O-01',
      'O-02',
      'O-03',
      'O-04',
      'O-05',
      'O-06',
      'O-07',
      'O-08',
      'O-09',
      'O-14',
      'O-36',
      'I-01',
      'I-03',
      'I-04',
    ],
    fields: {
      kind: 'always',
      subkind: 'sometimes',
      subject: 'always',
      defect: 'sometimes',
      channel: 'always',
      receivedAt: 'always',
      registeredAt: 'always',
      outOfHours: 'always',
      subscriber: 'always',
      reporter: 'sometimes',
      contract: 'sometimes',
      severity: 'always',
      preferredChannel: 'sometimes',
      language: 'always',
      municipality: 'sometimes',
      service: 'sometimes',
      equipment: 'sometimes',
      price: 'sometimes',
      periodDays: 'sometimes',
      attachments: 'sometimes',
      externalReferences: 'sometimes',
      relationships: 'sometimes',
      terms: 'always',
    },
  },
  FolioAssigned: {
    ...asFirstReleased,
    meaning: {
      es: 'La solicitud recibió su número, en el mismo acto en que se presentó.',
      en: 'The request got its number, in the same append as its filing.',
    },
    obligations: ['O-15', 'O-16', 'O-35', 'I-01', 'I-02'],
    fields: { folio: 'always', label: 'always', assignedAt: 'always' },
  },
  FolioCommunicated: {
    ...asFirstReleased,
    meaning: {
      es: 'Se dio a conocer el folio al usuario.',
      en: 'The user was told the folio.',
    },
    obligations: ['O-17'],
    fields: { channel: 'always', communicatedAt: 'always' },
  },
  AcknowledgementSent: {
    ...asFirstReleased,
    meaning: {
      es: 'Salió un acuse de recibo por escrito.',
      en: 'A written acknowledgement left.',
    },
    obligations: ['O-34'],
    fields: { channel: 'always', sentAt: 'always' },
  },
  NotAccepted: {
    ...asFirstReleased,
    meaning: {
      es: 'El prestador no puede atender la solicitud; conserva su folio.',
      en: 'The request is none that the provider can take; it keeps its folio.',
    },
    obligations: ['O-15', 'I-12'],
    fields: { reason: 'always' },
  },
  CertificateIssued: {
    ...asFirstReleased,
    meaning: {
      es: 'Se entregó una constancia al usuario.',
      en: 'A certificate (constancia) was given to the user.',
    },
    obligations: ['O-34'],
    fields: { channel: 'always', issuedAt: 'always' },
  },
};
