import { tz } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { isSameDay } from 'date-fns/isSameDay';
import { enGB } from 'date-fns/locale/en-GB';
import { es } from 'date-fns/locale/es';
import type { VisitWindow } from '../complaint/shapes.js';
import type { Language } from '../complaint/vocabulary.js';
import { instantOf, millisecondsOf, type Instant } from '../kernel/instant.js';

/** How moments are written to a person, in the provider's zone. */
export interface Dates {
  /** `24 de noviembre de 2026` */
  readonly day: (at: Instant) => string;
  /** `martes 24 de noviembre de 2026` */
  readonly weekday: (at: Instant) => string;
  /** `24 de noviembre de 2026, 00:45 h` */
  readonly moment: (at: Instant) => string;
  /** A deadline: the day that ends with it, `26 de noviembre de 2026`, where it falls on midnight; else the moment. */
  readonly deadline: (at: Instant) => string;
  /** `de 10:00 a 14:00 h`, beside its first day; where it ends on another, that one is named. */
  readonly hours: (window: VisitWindow) => string;
}

const patterns = {
  es: {
    locale: es,
    day: "d 'de' MMMM 'de' yyyy",
    weekday: "EEEE d 'de' MMMM 'de' yyyy",
    moment: "d 'de' MMMM 'de' yyyy, HH:mm 'h'",
    hours: (from: string, to: string) => `de ${from} a ${to} h`,
    overnight: (from: string, to: string, on: string) => `de ${from} h a ${to} h del ${on}`,
  },
  en: {
    locale: enGB,
    day: 'd MMMM yyyy',
    weekday: 'EEEE d MMMM yyyy',
    moment: 'd MMMM yyyy, HH:mm',
    hours: (from: string, to: string) => `from ${from} to ${to}`,
    overnight: (from: string, to: string, on: string) => `from ${from} to ${to} on ${on}`,
  },
} as const;

/** Writes instants as a letter has them, in that IANA zone and language. */
export const datesIn = (zone: string, language: Language): Dates => {
  const { locale, ...words } = patterns[language];
  const options = { locale, in: tz(zone) };
  const written = (pattern: string) => (at: Instant) => format(at, pattern, options);
  const time = written('HH:mm');
  const moment = written(words.moment);
  const day = written(words.day);
  const weekday = written(words.weekday);
  const endsDay = (at: Instant) => time(at) === '00:00';
  return {
    day,
    weekday,
    moment,
    deadline: (at) => (endsDay(at) ? day(instantOf(millisecondsOf(at) - 1)) : moment(at)),
    hours: ({ from, to }) =>
      isSameDay(from, to, options)
        ? words.hours(time(from), time(to))
        : words.overnight(time(from), time(to), weekday(to)),
  };
};
