import type { RefusalTable } from '../../kernel/refusal.js';

export const repairRejections = {
  'no-fault-to-repair': {
    kind: 'rule',
    es: 'En {folio} no se encontró ninguna falla que corregir.',
    en: 'No fault to repair was found in {folio}.',
  },
  'fault-not-repaired': {
    kind: 'rule',
    es: 'En {folio} se encontró una falla que no se ha corregido.',
    en: 'A fault was found in {folio} and has not been repaired.',
  },
  'already-repaired': {
    kind: 'rule',
    es: 'La falla de {folio} ya se corrigió.',
    en: 'The fault of {folio} has already been repaired.',
  },
  'not-repaired': {
    kind: 'rule',
    es: 'La falla de {folio} aún no se ha corregido.',
    en: 'The fault of {folio} has not been repaired yet.',
  },
  'restored-before-affected': {
    kind: 'rule',
    es: 'El servicio no pudo restablecerse ({restoredAt}) antes de verse afectado ({affectedFrom}).',
    en: 'The service cannot have been restored ({restoredAt}) before it was affected ({affectedFrom}).',
  },
  'already-reported': {
    kind: 'rule',
    es: 'El resultado de {folio} ya se informó a Servicio al Cliente.',
    en: 'The outcome of {folio} has already been reported to customer service.',
  },
  'already-confirmed': {
    kind: 'rule',
    es: 'El restablecimiento del servicio de {folio} ya está confirmado.',
    en: 'The restoration of the service of {folio} is already confirmed.',
  },
  'confirmed-before-restored': {
    kind: 'rule',
    es: 'La confirmación ({confirmedAt}) no puede ser anterior al restablecimiento ({restoredAt}).',
    en: 'The confirmation ({confirmedAt}) cannot precede the restoration ({restoredAt}).',
  },
} as const satisfies RefusalTable;
