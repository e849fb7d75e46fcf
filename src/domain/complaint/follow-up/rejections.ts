import type { RejectionTexts } from '../../kernel/rejection-text.js';

export const followUpRejections = {
  'no-owner': {
    es: 'La asignación lleva también a quien da seguimiento en Servicio al Cliente.',
    en: 'An assignment also names who follows it up in customer service.',
  },
  'nothing-asked': {
    es: 'No hay ninguna información pendiente del usuario en la solicitud {folio}.',
    en: 'Nothing is being asked of the user in request {folio}.',
  },
  'already-on-hold': {
    es: 'La solicitud {folio} ya está en espera ({reason}).',
    en: 'Request {folio} is already on hold ({reason}).',
  },
  'not-on-hold': {
    es: 'La solicitud {folio} no está en espera.',
    en: 'Request {folio} is not on hold.',
  },
} as const satisfies RejectionTexts;
