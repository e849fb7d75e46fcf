import type { ServiceEvents } from '../../../domain/complaint/service/messages.js';
import { asFirstReleased, type EventSchemas } from '../event-schema.js';

export const serviceSchemas: EventSchemas<ServiceEvents> = {
  SuspensionCured: {
    ...asFirstReleased,
    meaning: {
      es: 'Se resolvió la causa por la que el servicio estaba suspendido.',
      en: 'The cause of the suspension was cured.',
    },
    obligations: ['O-34'],
    fields: { curedAt: 'always' },
  },
  Reconnected: {
    ...asFirstReleased,
    meaning: {
      es: 'El servicio se conectó de nuevo.',
      en: 'The service was connected again.',
    },
    obligations: ['O-34'],
    fields: { reconnectedAt: 'always', physical: 'always' },
  },
};
