import type { Kind } from '../../domain/complaint/vocabulary.js';
import type { JsonObject } from '../../domain/kernel/json.js';
import { numbers } from './numbers.js';
import type { Random } from './random.js';

const faults = {
  'no-service': {
    subject: 'service',
    defect: 'failure',
    severity: 'high',
    description: 'Desde hoy no tengo servicio.',
  },
  intermittent: {
    subject: 'service',
    defect: 'deficiency',
    description: 'El internet se va y regresa todo el día.',
  },
  slow: {
    subject: 'service',
    defect: 'deficiency',
    description: 'La velocidad no llega ni a la mitad de lo contratado.',
  },
  equipment: { subject: 'equipment', defect: 'failure', description: 'El módem ya no enciende.' },
} as const;

const others = {
  inquiry: [
    { subject: 'contract', description: '¿Qué paquetes tienen para mi colonia?' },
    { subject: 'billing', subkind: 'doubt', description: 'Tengo una duda sobre mi fecha de corte.' },
    { subject: 'service', subkind: 'doubt', description: '¿Cómo cambio la contraseña del módem?' },
  ],
  clarification: [
    { subject: 'billing', description: 'Me cobraron dos veces el mismo mes.' },
    { subject: 'billing', description: 'Aparece un cargo que no reconozco.' },
  ],
  complaint: [
    { subject: 'attention', description: 'Nadie llegó a la cita y nadie me avisó.' },
    { subject: 'contract', description: 'No me respetan la promoción que contraté.' },
    { subject: 'service', defect: 'deficiency', description: 'Llevo semanas con el servicio intermitente.' },
  ],
  procedure: [
    {
      subject: 'contract',
      subkind: 'change-of-holder',
      description: 'Quiero cambiar el titular del contrato.',
    },
    {
      subject: 'contract',
      subkind: 'change-of-address',
      description: 'Me mudo: quiero cambiar el domicilio.',
    },
  ],
  cancellation: [{ subject: 'contract', description: 'Quiero dar de baja mi servicio.' }],
  suggestion: [
    { subject: 'attention', description: 'Ojalá pudieran avisar por mensaje cuando hay una falla.' },
  ],
} as const;

/** What a user asks for, in their words. */
export const describe = (kind: Kind, random: Random): JsonObject =>
  kind === 'fault' ? faults[random.weighted(numbers.faults)] : random.pick(others[kind]);
