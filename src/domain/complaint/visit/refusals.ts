import type { RefusalTable } from '../../kernel/refusal.js';

/** Refusals about visits. */
export const visitRefusals = {
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
  'visit-not-arranged': {
    kind: 'rule',
    es: 'La visita {visit} se pidió y aún no se programa: prográmela o cancélela.',
    en: 'Visit {visit} was asked for and is not arranged yet: schedule it or cancel it.',
  },
  'window-invalid': {
    kind: 'rule',
    es: 'La ventana de la visita debe terminar después de empezar: del {from} al {to}.',
    en: 'The window of a visit must end after it begins: {from} to {to}.',
  },
  'visit-window-past': {
    kind: 'rule',
    es: 'La ventana de la visita ya pasó: acuerde con el usuario una que esté por venir.',
    en: 'The window of the visit is over: agree with the user on one that is still to come.',
  },
  'visit-window-too-far': {
    kind: 'rule',
    es: 'La visita empezaría el {from}, a más de {days} {days:día|días}: revise el año, o acuerde con el usuario una fecha más próxima.',
    en: 'The visit would begin on {from}, more than {days} {days:day|days} ahead: check the year, or agree with the user on a nearer date.',
  },
  'visit-window-too-long': {
    kind: 'rule',
    es: 'La ventana de una visita dura a lo más {hours} {hours:hora|horas}: el usuario espera en casa durante toda ella.',
    en: 'The window of a visit lasts {hours} {hours:hour|hours} at most: the user waits at home for all of it.',
  },
  'visit-notified-too-late': {
    kind: 'rule',
    es: 'El aviso de la visita {visit} ({notifiedAt}) debe llegar al usuario antes del {from}.',
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
    es: 'Nadie esperaba la visita {visit} el {failedAt}: su horario empieza el {from}.',
    en: 'Nobody expected visit {visit} at {failedAt}: its window begins at {from}.',
  },
  'not-the-visitor': {
    kind: 'forbidden',
    es: 'De la visita {visit} se ocupa quien va ({visitor}) o el responsable técnico de la solicitud.',
    en: 'Visit {visit} is attended to by its visitor ({visitor}) or by the technical lead in charge.',
  },
  'not-by-the-user': {
    kind: 'forbidden',
    es: 'El usuario sólo puede mover o cancelar la visita {visit} a petición propia; quién va lo decide el proveedor.',
    en: 'The user may move or cancel visit {visit} at their own wish only; who comes is up to the provider.',
  },
} as const satisfies RefusalTable;
