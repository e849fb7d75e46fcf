import type { RefusalTable } from '../../kernel/refusal.js';

export const endingRejections = {
  'nothing-unanswered': {
    kind: 'rule',
    es: 'El usuario no debe ninguna respuesta ni acceso en {folio}.',
    en: 'The user owes no answer and no access in {folio}.',
  },
  'duplicate-of-itself': {
    kind: 'rule',
    es: 'La solicitud {folio} no puede ser duplicado de sí misma.',
    en: 'Request {folio} cannot be a duplicate of itself.',
  },
  'proceeding-open': {
    kind: 'rule',
    es: 'La solicitud {folio} no puede terminarse mientras la conoce una autoridad.',
    en: 'Request {folio} may not be ended while it is before an authority.',
  },
  'final-word-not-arrived': {
    kind: 'rule',
    es: 'La respuesta final de {folio} no llegó al usuario; debe enviarse de nuevo antes de cerrar.',
    en: 'The final word on {folio} did not reach the user; it must be sent again before closing.',
  },
  'nothing-to-reopen': {
    kind: 'rule',
    es: 'La solicitud {folio} sigue en trámite: no hay nada que reabrir.',
    en: 'Request {folio} is still being worked on: there is nothing to reopen.',
  },
  'only-by-mistake': {
    kind: 'rule',
    es: 'La solicitud {folio} terminó como «{ending}»; sólo se reabre si eso fue un error.',
    en: 'Request {folio} ended as "{ending}"; it is reopened only where that was a mistake.',
  },
  'reopening-window-over': {
    kind: 'rule',
    es: 'El plazo para reabrir la solicitud {folio} terminó el {until}.',
    en: 'The time to reopen request {folio} ended on {until}.',
  },
} as const satisfies RefusalTable;
