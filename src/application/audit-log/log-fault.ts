import type { Bilingual } from '../../domain/texts/language.js';

/** What can be found wrong between a store, its log and what was signed, in words. */
export const logFaultTexts = {
  'log-event-altered': {
    es: 'El evento {at} de la bitácora ({stream}, revisión {revision}) fue cambiado en el almacén.',
    en: 'Event {at} of the log ({stream}, revision {revision}) was changed in the store.',
  },
  'log-event-removed': {
    es: 'El evento {at} de la bitácora ({stream}, revisión {revision}) ya no está en el almacén.',
    en: 'Event {at} of the log ({stream}, revision {revision}) is not in the store any more.',
  },
  'log-event-inserted': {
    es: 'En el lugar {at} de la bitácora el almacén tiene un evento que no estaba ({stream}, revisión {revision}).',
    en: 'At place {at} of the log the store has an event that was not there ({stream}, revision {revision}).',
  },
  'log-event-moved': {
    es: 'El evento {at} de la bitácora ({stream}, revisión {revision}) está en otro lugar del almacén.',
    en: 'Event {at} of the log ({stream}, revision {revision}) stands elsewhere in the store.',
  },
  'log-tail-cut': {
    es: 'El almacén termina antes que la bitácora: falta lo que hay desde el evento {at} ({stream}, revisión {revision}). ¿Es una copia más antigua?',
    en: 'The store ends before the log: what there is from event {at} on is missing ({stream}, revision {revision}). Is it an older copy?',
  },
  'log-altered': {
    es: 'Lo que se guardó de la bitácora no es lo que se firmó: fue cambiado, o es de otro almacén.',
    en: 'What was kept of the log is not what was signed: it was changed, or is another store’s.',
  },
  'log-behind-signer': {
    es: 'El almacén tiene {at} {at:evento|eventos}, y ya se firmaron más: es una copia más antigua. No se firma nada.',
    en: 'The store has {at} {at:event|events}, and more of them were signed already: it is an older copy. Nothing is signed.',
  },
  'log-forked': {
    es: 'El almacén no es continuación de lo que se firmó: fue cambiado antes del evento {at}, o es otro almacén. No se firma nada.',
    en: 'The store does not continue what was signed: it was changed before event {at}, or is another store. Nothing is signed.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type LogFaultCode = keyof typeof logFaultTexts;

/** The first thing found wrong, and where. */
export interface LogFault {
  readonly code: LogFaultCode;
  /** Place in the log, from 0. */
  readonly at: number;
  /** The event that was changed, taken away, put in or moved. */
  readonly event?: { readonly stream: string; readonly revision: number };
}
