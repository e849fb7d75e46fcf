import type { FolioEvents } from '../../domain/folio/events.js';
import { asFirstReleased, type EventSchemas } from '../stages/event-schema.js';

export const folioSchemas: EventSchemas<FolioEvents> = {
  FolioBlockReserved: {
    ...asFirstReleased,
    meaning: {
      es: 'Un proceso tomó un bloque de números para darlos a solicitudes.',
      en: 'A process took a block of numbers to give to requests.',
    },
    obligations: ['O-15', 'I-02'],
    fields: { block: 'always', holder: 'always', from: 'always', to: 'always', expiresAt: 'always' },
  },
  FolioBlockReturned: {
    ...asFirstReleased,
    meaning: {
      es: 'El resto de un bloque quedó libre.',
      en: 'The rest of a block is free again.',
    },
    obligations: ['I-02'],
    fields: { block: 'always', from: 'always', to: 'always' },
  },
  FolioBlockVoided: {
    ...asFirstReleased,
    meaning: {
      es: 'Los números que nadie recibió de un bloque son nulos y no se darán jamás.',
      en: 'The numbers of a block that no request got are void, and are never given.',
    },
    obligations: ['I-02'],
    fields: { block: 'always', reason: 'always' },
  },
};
