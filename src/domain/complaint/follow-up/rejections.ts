import type { RefusalTable } from '../../kernel/refusal.js';

export const followUpRejections = {
  'no-owner': {
    kind: 'rule',
    es: 'La asignación lleva también a quien da seguimiento en Servicio al Cliente.',
    en: 'An assignment also names who follows it up in customer service.',
  },
  'nothing-asked': {
    kind: 'rule',
    es: 'No hay ninguna información pendiente del usuario en la solicitud {folio}.',
    en: 'Nothing is being asked of the user in request {folio}.',
  },
  'already-on-hold': {
    kind: 'rule',
    es: 'La solicitud {folio} ya está en espera ({reason}).',
    en: 'Request {folio} is already on hold ({reason}).',
  },
  'not-on-hold': {
    kind: 'rule',
    es: 'La solicitud {folio} no está en espera.',
    en: 'Request {folio} is not on hold.',
  },
} as const satisfies RefusalTable;
