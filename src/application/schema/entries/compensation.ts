import type { CompensationEvents } from '../../../domain/complaint/compensation/messages.js';
import { asFirstReleased, type EventSchemas } from '../event-schema.js';

export const compensationSchemas: EventSchemas<CompensationEvents> = {
  CompensationAssessed: {
    ...asFirstReleased,
    meaning: {
      es: 'Se calculó lo que corresponde por regla.',
      en: 'What is due by the rule was assessed.',
    },
    obligations: ['I-16'],
    fields: {
      proportionalRefund: 'always',
      bonus: 'always',
      affected: 'always',
      price: 'always',
      periodDays: 'always',
    },
  },
  CompensationGranted: {
    ...asFirstReleased,
    meaning: {
      es: 'Se otorgó la compensación.',
      en: 'Compensation was granted.',
    },
    obligations: ['I-16'],
    fields: { proportionalRefund: 'always', bonus: 'always', reason: 'always', billingCutoff: 'sometimes' },
  },
  CompensationCredited: {
    ...asFirstReleased,
    meaning: {
      es: 'La compensación se acreditó en la cuenta.',
      en: 'The compensation was credited.',
    },
    obligations: ['I-16'],
    fields: { creditedAt: 'always', statement: 'sometimes' },
  },
};
