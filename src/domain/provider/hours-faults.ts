import { fillInBoth, type RejectionText, type RejectionTexts } from '../kernel/rejection-text.js';

/** What each fault of opening hours says; `{part}` is what stands there. */
export const hoursFaultTexts = {
  'hours-unknown-word': {
    es: 'No se entiende «{part}» en un horario.',
    en: '"{part}" means nothing in opening hours.',
  },
  'hours-time-invalid': {
    es: '«{part}» no es una hora del día.',
    en: '"{part}" is no time of day.',
  },
  'hours-range-incomplete': {
    es: 'A «{part}» le falta su otro extremo: de … a ….',
    en: '"{part}" lacks its other end: from … to ….',
  },
  'hours-end-before-start': {
    es: '«{part}» termina antes de empezar; si pasa de medianoche, escriba «del día siguiente».',
    en: '"{part}" ends before it starts; where it runs past midnight, write "next day".',
  },
  'hours-days-missing': {
    es: '«{part}» no dice en qué días.',
    en: '"{part}" does not say on which days.',
  },
  'hours-times-missing': {
    es: '«{part}» no dice a qué horas.',
    en: '"{part}" does not say at what times.',
  },
  'hours-too-long': {
    es: 'Un horario tiene a lo más {part} caracteres.',
    en: 'Opening hours have at most {part} characters.',
  },
  'hours-empty': {
    es: 'El horario no abre nunca.',
    en: 'These hours are never open.',
  },
  'interval-invalid': {
    es: '«{part}» no es un intervalo como 09:00-21:00.',
    en: '"{part}" is no interval like 09:00-21:00.',
  },
  'interval-overlap': {
    es: 'Los intervalos se traslapan: {part}.',
    en: 'These intervals overlap: {part}.',
  },
} as const satisfies RejectionTexts;

/** What can be wrong with opening hours, as a stable code. */
export type HoursFaultCode = keyof typeof hoursFaultTexts;

/** One thing that is wrong with opening hours as they were written. */
export interface HoursFault {
  /** Stable code of the fault; its text comes from `hoursFaultText`. */
  readonly code: HoursFaultCode;
  /** The offending part, as written. */
  readonly part: string;
}

/** What a fault says, in both languages. */
export const hoursFaultText = ({ code, part }: HoursFault): RejectionText =>
  fillInBoth(hoursFaultTexts[code], { part });
