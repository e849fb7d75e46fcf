import type { RejectionTexts } from '../../kernel/rejection-text.js';

export const triageRejections = {
  'unknown-area': {
    es: 'El prestador no tiene un área «{area}»; tiene: {areas}.',
    en: 'The provider has no area "{area}"; it has: {areas}.',
  },
  'already-routed': {
    es: 'La solicitud {folio} ya se turnó al área «{area}»; lo que procede es turnarla a otra.',
    en: 'Request {folio} has already been routed to the area "{area}"; reroute it instead.',
  },
  'not-routed': {
    es: 'La solicitud {folio} aún no se ha turnado al área competente.',
    en: 'Request {folio} has not been routed to the competent area yet.',
  },
  'linked-to-itself': {
    es: 'La solicitud {folio} no puede vincularse consigo misma.',
    en: 'Request {folio} cannot be linked to itself.',
  },
} as const satisfies RejectionTexts;
