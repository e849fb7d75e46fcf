import type { RejectionTexts } from '../../kernel/rejection-text.js';

export const diagnosisRejections = {
  'nobody-assigned': {
    es: 'La solicitud {folio} aún no tiene responsable técnico asignado.',
    en: 'Request {folio} has no technical lead assigned yet.',
  },
  'not-in-charge': {
    es: 'Las causas de {folio} las verifica quien la tiene a su cargo, no {actor} ({role}).',
    en: 'The causes of {folio} are verified by whoever is in charge of it, not by {actor} ({role}).',
  },
  'cause-missing': {
    es: 'La verificación de {folio} debe nombrar al menos una causa.',
    en: 'The verification of {folio} must name at least one cause.',
  },
  'cause-not-verified': {
    es: 'Las causas de {folio} aún no se han verificado.',
    en: 'The causes of {folio} have not been verified yet.',
  },
} as const satisfies RejectionTexts;
