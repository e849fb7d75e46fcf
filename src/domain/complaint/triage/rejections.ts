import type { RefusalTable } from '../../kernel/refusal.js';

export const triageRejections = {
  'unknown-area': {
    kind: 'rule',
    es: 'El prestador no tiene un área «{area}»; tiene: {areas}.',
    en: 'The provider has no area "{area}"; it has: {areas}.',
  },
  'already-routed': {
    kind: 'rule',
    es: 'La solicitud {folio} ya se turnó al área «{area}»; lo que procede es turnarla a otra.',
    en: 'Request {folio} has already been routed to the area "{area}"; reroute it instead.',
  },
  'not-routed': {
    kind: 'rule',
    es: 'La solicitud {folio} aún no se ha turnado al área competente.',
    en: 'Request {folio} has not been routed to the competent area yet.',
  },
  'linked-to-itself': {
    kind: 'rule',
    es: 'La solicitud {folio} no puede vincularse consigo misma.',
    en: 'Request {folio} cannot be linked to itself.',
  },
} as const satisfies RefusalTable;
