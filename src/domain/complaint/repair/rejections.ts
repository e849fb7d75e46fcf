import type { RejectionTexts } from '../../kernel/rejection-text.js';

export const repairRejections = {
  'no-fault-to-repair': {
    es: 'En {folio} no se encontró ninguna falla que corregir.',
    en: 'No fault to repair was found in {folio}.',
  },
  'fault-not-repaired': {
    es: 'En {folio} se encontró una falla que no se ha corregido.',
    en: 'A fault was found in {folio} and has not been repaired.',
  },
  'already-repaired': {
    es: 'La falla de {folio} ya se corrigió.',
    en: 'The fault of {folio} has already been repaired.',
  },
  'not-repaired': {
    es: 'La falla de {folio} aún no se ha corregido.',
    en: 'The fault of {folio} has not been repaired yet.',
  },
  'restored-before-affected': {
    es: 'El servicio no pudo restablecerse ({restoredAt}) antes de verse afectado ({affectedFrom}).',
    en: 'The service cannot have been restored ({restoredAt}) before it was affected ({affectedFrom}).',
  },
  'already-reported': {
    es: 'El resultado de {folio} ya se informó a Servicio al Cliente.',
    en: 'The outcome of {folio} has already been reported to customer service.',
  },
  'already-confirmed': {
    es: 'El restablecimiento del servicio de {folio} ya está confirmado.',
    en: 'The restoration of the service of {folio} is already confirmed.',
  },
  'confirmed-before-restored': {
    es: 'La confirmación ({confirmedAt}) no puede ser anterior al restablecimiento ({restoredAt}).',
    en: 'The confirmation ({confirmedAt}) cannot precede the restoration ({restoredAt}).',
  },
} as const satisfies RejectionTexts;
