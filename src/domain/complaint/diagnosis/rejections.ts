import type { RefusalTable } from '../../kernel/refusal.js';

export const diagnosisRejections = {
  'nobody-assigned': {
    kind: 'rule',
    es: 'La solicitud {folio} aún no tiene responsable técnico asignado.',
    en: 'Request {folio} has no technical lead assigned yet.',
  },
  'not-in-charge': {
    kind: 'forbidden',
    es: 'Las causas de {folio} las verifica quien la tiene a su cargo, no {actor} ({role}).',
    en: 'The causes of {folio} are verified by whoever is in charge of it, not by {actor} ({role}).',
  },
  'cause-missing': {
    kind: 'rule',
    es: 'La verificación de {folio} debe nombrar al menos una causa.',
    en: 'The verification of {folio} must name at least one cause.',
  },
  'cause-not-verified': {
    kind: 'rule',
    es: 'Las causas de {folio} aún no se han verificado.',
    en: 'The causes of {folio} have not been verified yet.',
  },
} as const satisfies RefusalTable;
