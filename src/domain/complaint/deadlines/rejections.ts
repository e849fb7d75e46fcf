import type { RejectionTexts } from '../../kernel/rejection-text.js';

export const deadlinesRejections = {
  'no-such-cycle': {
    es: 'La solicitud va en su ciclo {current}; el ciclo {cycle} no existe.',
    en: 'The request is in cycle {current}; there is no cycle {cycle}.',
  },
  'not-yet-due': {
    es: 'El plazo «{clock}» vence el {dueAt}; a las {now} todavía no se ha incumplido.',
    en: 'The deadline "{clock}" is due at {dueAt}; at {now} it has not been missed.',
  },
} as const satisfies RejectionTexts;
