import type { RefusalTable } from '../../kernel/refusal.js';

export const rulingRejections = {
  'already-ruled': {
    kind: 'rule',
    es: 'Ya se resolvió la procedencia de {folio} ({ruling}); otra resolución exige escalarla o reabrirla.',
    en: 'Request {folio} has already been ruled on ({ruling}); another ruling needs an escalation or a reopening.',
  },
  'not-ruled': {
    kind: 'rule',
    es: 'Aún no se resuelve la procedencia o improcedencia de {folio}.',
    en: 'Request {folio} has not been ruled on yet.',
  },
  'reasons-missing': {
    kind: 'rule',
    es: 'La resolución de {folio} debe expresar sus razones.',
    en: 'The ruling on {folio} must give its reasons.',
  },
  'next-instance-missing': {
    kind: 'rule',
    es: 'Una resolución de improcedencia debe indicar la instancia a la que puede acudir el usuario ({folio}).',
    en: 'A dismissal must name where the user may go next ({folio}).',
  },
  'separation-of-duties': {
    kind: 'forbidden',
    es: 'Quien repara no resuelve: {actor} no puede hacer ambas cosas en {folio}.',
    en: 'Whoever repairs does not rule: {actor} may not do both in {folio}.',
  },
} as const satisfies RefusalTable;
