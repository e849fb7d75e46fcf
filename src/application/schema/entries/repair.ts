import type { RepairEvents } from '../../../domain/complaint/repair/messages.js';
import { asFirstReleased, type EventSchemas } from '../event-schema.js';

export const repairSchemas: EventSchemas<RepairEvents> = {
  Repaired: {
    ...asFirstReleased,
    meaning: {
      es: 'La falla se corrigió conforme al contrato de servicio.',
      en: 'The failure was corrected, by the service contract.',
    },
    obligations: ['O-20', 'O-21', 'I-07'],
    fields: {
      action: 'always',
      parts: 'sometimes',
      atHome: 'always',
      restoredAt: 'always',
      contract: 'sometimes',
    },
  },
  RepairReported: {
    ...asFirstReleased,
    meaning: {
      es: 'El responsable técnico informó el resultado a Servicio al Cliente.',
      en: 'The technical lead told customer service the outcome.',
    },
    obligations: ['O-22', 'O-27', 'I-05'],
    fields: { outcome: 'always' },
  },
  RestorationConfirmationRequested: {
    ...asFirstReleased,
    meaning: {
      es: 'Se pidió confirmar que el servicio volvió.',
      en: 'Confirmation was asked for that the service is back.',
    },
    obligations: ['O-26'],
    fields: { requestedAt: 'always' },
  },
  RestorationConfirmed: {
    ...asFirstReleased,
    meaning: {
      es: 'Se confirmó que el servicio quedó restablecido.',
      en: 'It was confirmed that the service is restored.',
    },
    obligations: ['O-26', 'I-09'],
    fields: { by: 'always', confirmedAt: 'always' },
  },
  RestorationDisputed: {
    ...asFirstReleased,
    meaning: {
      es: 'El usuario niega que el servicio haya vuelto.',
      en: 'The user denies that the service is back.',
    },
    obligations: ['O-26', 'I-09'],
    fields: { disputedAt: 'always' },
  },
};
