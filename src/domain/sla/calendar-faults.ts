import type { JsonObject } from '../kernel/json.js';
import { fillInBoth, type RejectionText, type RejectionTexts } from '../kernel/rejection-text.js';

/** What each fault of a calendar says; `{name}` stands for a detail. */
export const calendarFaultTexts = {
  'field-missing': { es: 'Falta «{field}».', en: '"{field}" is missing.' },
  'field-unknown': {
    es: 'No hay ningún dato «{field}» en un calendario.',
    en: 'A calendar has no field "{field}".',
  },
  'field-invalid': { es: '«{field}» debe ser {form}.', en: '"{field}" must be {form}.' },
  'day-unknown': {
    es: '«{day}» no es un día de la semana: mon, tue, wed, thu, fri, sat, sun.',
    en: '"{day}" is no day of the week: mon, tue, wed, thu, fri, sat, sun.',
  },
  'date-invalid': {
    es: '«{date}» no es una fecha como 2026-09-16.',
    en: '"{date}" is no date like 2026-09-16.',
  },
  'interval-invalid': {
    es: '«{part}» no es un intervalo como 09:00-21:00.',
    en: '"{part}" is no interval like 09:00-21:00.',
  },
  'interval-overlap': {
    es: 'Los intervalos se traslapan: {part}.',
    en: 'These intervals overlap: {part}.',
  },
  'calendar-empty': { es: 'El calendario no abre nunca.', en: 'The calendar is never open.' },
  'intervals-too-many': {
    es: 'El calendario tendría unos {count} intervalos hasta el {until}, y el máximo es {most}: una los que se siguen o acorte la vigencia («until»).',
    en: 'The calendar would have some {count} intervals until {until}, and the most is {most}: join those that follow each other, or let it end earlier ("until").',
  },
  'date-out-of-range': {
    es: 'La fecha «{date}» no está entre las que admite un calendario, {first} a {last}.',
    en: 'The date "{date}" is none of those that a calendar may have, {first} to {last}.',
  },
  'until-invalid': {
    es: 'La vigencia «{until}» no llega a la última fecha del calendario, {last}.',
    en: 'The last date "{until}" lies before the last date in the calendar, {last}.',
  },
  'zone-unknown': {
    es: '«{zone}» no sirve de zona horaria: se espera UTC o una zona IANA con su región, como America/Mexico_City.',
    en: '"{zone}" does not do for a time zone: UTC or an IANA zone with its region is expected, like America/Mexico_City.',
  },
  'transitions-invalid': {
    es: 'Los cambios de hora no están en orden, o uno no es posible.',
    en: 'The transitions are not in order, or one of them is impossible.',
  },
  'hash-mismatch': {
    es: 'El contenido del calendario no es el que se publicó.',
    en: 'The content of the calendar is not what was published.',
  },
} as const satisfies RejectionTexts;

/** What can be wrong with a calendar, as a stable code. */
export type CalendarFaultCode = keyof typeof calendarFaultTexts;

/** One thing that is wrong with a calendar. */
export interface CalendarFault {
  /** Stable code to tell faults apart by. */
  readonly code: CalendarFaultCode;
  /** JSON Pointer to the field; empty for the whole. */
  readonly path: string;
  /** What the text of the fault is filled in with. */
  readonly details: JsonObject;
}

export const calendarFault = (
  path: string,
  code: CalendarFaultCode,
  details: JsonObject = {},
): CalendarFault => ({
  code,
  path,
  details,
});

/** What a fault says, in Spanish and English. */
export const calendarFaultText = ({ code, details }: CalendarFault): RejectionText =>
  fillInBoth(calendarFaultTexts[code], details);
