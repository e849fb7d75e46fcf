import type { RefusalTable } from '../../kernel/refusal.js';

/** Refusals about what the user is told, and whether it arrived. */
export const noticeRefusals = {
  'not-reported': {
    kind: 'rule',
    es: 'El responsable técnico aún no informa a Servicio al Cliente el resultado de {folio}.',
    en: 'The technical lead has not reported the outcome of {folio} to customer service yet.',
  },
  'restoration-not-confirmed': {
    kind: 'rule',
    es: 'Aún no se confirma que el servicio de {folio} quedó restablecido.',
    en: 'It is not confirmed yet that the service of {folio} is restored.',
  },
  'impossible-needs-offer': {
    kind: 'rule',
    es: 'Si el servicio de {folio} no puede restablecerse, el aviso debe dar la razón y lo que se ofrece.',
    en: 'Where the service of {folio} cannot be restored, the notice must give the reason and an offer.',
  },
  'restoration-not-impossible': {
    kind: 'rule',
    es: 'En {folio} nadie informó que sea imposible restablecer el servicio.',
    en: 'Nobody reported in {folio} that the service cannot be restored.',
  },
  'nothing-to-tell': {
    kind: 'rule',
    es: 'Al usuario de {folio} no le queda nada por comunicar.',
    en: 'Nothing is left to tell the user of {folio}.',
  },
  'answer-missing': {
    kind: 'rule',
    es: 'La respuesta a {folio} no puede ir vacía.',
    en: 'The answer to {folio} may not be empty.',
  },
  'already-rated': {
    kind: 'rule',
    es: 'La atención de {folio} ya fue calificada.',
    en: 'The handling of {folio} has already been rated.',
  },
  'not-ruled': {
    kind: 'rule',
    es: 'Aún no se resuelve la procedencia o improcedencia de {folio}.',
    en: 'Request {folio} has not been ruled on yet.',
  },
} as const satisfies RefusalTable;
