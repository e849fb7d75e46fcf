import type { RefusalTable } from '../../kernel/refusal.js';

export const visitRejections = {
  'no-such-visit': {
    kind: 'not-found',
    es: 'No hay ninguna visita número {visit} en esta solicitud.',
    en: 'This request has no visit number {visit}.',
  },
  'visit-over': {
    kind: 'rule',
    es: 'La visita {visit} ya terminó ({stage}); programe otra.',
    en: 'Visit {visit} is over ({stage}); schedule another one.',
  },
  'window-invalid': {
    kind: 'rule',
    es: 'La ventana de la visita debe terminar después de empezar: {from} a {to}.',
    en: 'The window of a visit must end after it begins: {from} to {to}.',
  },
  'visit-notified-too-late': {
    kind: 'rule',
    es: 'El aviso de la visita {visit} ({notifiedAt}) debe llegar al usuario antes de las {from}.',
    en: 'The notice of visit {visit} ({notifiedAt}) must reach the user before {from}.',
  },
  'visit-not-notified': {
    kind: 'rule',
    es: 'La visita {visit} no puede empezar antes de avisar al usuario de su horario.',
    en: 'Visit {visit} cannot start before the user is notified of its window.',
  },
  'visit-ends-before-it-starts': {
    kind: 'rule',
    es: 'La visita {visit} no puede terminar ({endedAt}) antes de empezar ({startedAt}).',
    en: 'Visit {visit} cannot end ({endedAt}) before it starts ({startedAt}).',
  },
  'before-the-window': {
    kind: 'rule',
    es: 'Nadie esperaba la visita {visit} a las {failedAt}: su horario empieza a las {from}.',
    en: 'Nobody expected visit {visit} at {failedAt}: its window begins at {from}.',
  },
  'not-the-visitor': {
    kind: 'forbidden',
    es: 'De la visita {visit} informa quien fue ({visitor}) o el responsable técnico de la solicitud.',
    en: 'Visit {visit} is reported by who went ({visitor}) or by the technical lead in charge.',
  },
  'not-by-the-user': {
    kind: 'forbidden',
    es: 'El usuario sólo puede cambiar o cancelar la visita {visit} a petición propia.',
    en: 'The user may change or cancel visit {visit} at their own wish only.',
  },
} as const satisfies RefusalTable;
