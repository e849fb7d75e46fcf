import type { RefusalTable } from '../../kernel/refusal.js';

export const escalationRejections = {
  'escalation-not-higher': {
    kind: 'rule',
    es: 'La solicitud ya está en el nivel {current}; sólo puede subir, no ir al nivel {level}.',
    en: 'The request is at level {current} already; it only goes up, not to level {level}.',
  },
  'deadlock-needs-ruling': {
    kind: 'rule',
    es: 'Nadie ha resuelto todavía la solicitud {folio}: el usuario no puede estar inconforme con la resolución.',
    en: 'Nobody has ruled on request {folio} yet, so the user cannot have rejected the ruling.',
  },
  'external-level-unfounded': {
    kind: 'rule',
    es: 'Ante la autoridad (nivel 4) se va a petición del usuario o de la autoridad, o con un número de expediente; no por «{trigger}».',
    en: 'A request goes to the authority (level 4) at the wish of the user or of the authority, or with a file number; not for "{trigger}".',
  },
  'appeal-window-over': {
    kind: 'rule',
    es: 'El plazo para inconformarse con el cierre de la solicitud {folio} terminó el {until}.',
    en: 'The time to contest the closing of request {folio} ended on {until}.',
  },
} as const satisfies RefusalTable;
