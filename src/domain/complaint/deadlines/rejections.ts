import type { RefusalTable } from '../../kernel/refusal.js';

export const deadlinesRejections = {
  'no-such-cycle': {
    kind: 'not-found',
    es: 'La solicitud va en su ciclo {current}; el ciclo {cycle} no existe.',
    en: 'The request is in cycle {current}; there is no cycle {cycle}.',
  },
  'not-yet-due': {
    kind: 'rule',
    es: 'El plazo «{clock}» vence el {dueAt}; a las {now} todavía no se ha incumplido.',
    en: 'The deadline "{clock}" is due at {dueAt}; at {now} it has not been missed.',
  },
} as const satisfies RefusalTable;
