import type { DiagnosisEvents } from '../../../domain/complaint/diagnosis/messages.js';
import { asFirstReleased, type EventSchemas } from '../event-schema.js';

export const diagnosisSchemas: EventSchemas<DiagnosisEvents> = {
  CauseVerified: {
    ...asFirstReleased,
    meaning: {
      es: 'Se verificaron las causas, o que no hubo falla.',
      en: 'The causes were verified, or that there was no fault.',
    },
    obligations: ['O-19', 'I-06'],
    fields: {
      causes: 'always',
      faultFound: 'always',
      attribution: 'always',
      affectedFrom: 'sometimes',
      evidence: 'sometimes',
    },
  },
};
