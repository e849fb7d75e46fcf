import { tz } from '@date-fns/tz';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { format } from 'date-fns/format';
import { isSameYear } from 'date-fns/isSameYear';
import { enGB } from 'date-fns/locale/en-GB';
import { es } from 'date-fns/locale/es';
import type { Language } from '../../complaint/vocabulary.js';
import { instantOf, millisecondsOf, type Instant } from '../../kernel/instant.js';

/** How moments are written on a page that is read on one day. */
export interface Moments {
  /** `viernes 27 de noviembre de 2026, 18:30 h` */
  readonly whole: (at: Instant) => string;
  /** The same of a deadline: `martes 17 de noviembre de 2026, al terminar el día`, where it ends a day. */
  readonly wholeDeadline: (at: Instant) => string;
  /** `hoy, 18:30 h`, `mañana, 09:00 h`, `lunes 30 de noviembre, 10:00 h`; the year where it is another one. */
  readonly near: (at: Instant) => string;
  /** How many local dates lie between now and a deadline: 0 where its day ends with today, or before. */
  readonly daysUntil: (deadline: Instant) => number;
  /** The same of a deadline: the day that ends with it, `hoy, al terminar el día`, where it ends one. */
  readonly deadline: (at: Instant) => string;
}

const words = {
  es: {
    locale: es,
    wholeDay: "EEEE d 'de' MMMM 'de' yyyy",
    day: "EEEE d 'de' MMMM",
    dayOfYear: "d 'de' MMMM 'de' yyyy",
    time: "HH:mm'\u00a0h'",
    near: new Map([
      [-1, 'ayer'],
      [0, 'hoy'],
      [1, 'mañana'],
    ]),
    endOfDay: 'al terminar el día',
  },
  en: {
    locale: enGB,
    wholeDay: 'EEEE d MMMM yyyy',
    day: 'EEEE d MMMM',
    dayOfYear: 'd MMMM yyyy',
    time: 'HH:mm',
    near: new Map([
      [-1, 'yesterday'],
      [0, 'today'],
      [1, 'tomorrow'],
    ]),
    endOfDay: 'end of the day',
  },
} as const;

/** Writes instants in a zone, for a reader who has the page at an instant. */
export const momentsOn = (now: Instant, zone: string, language: Language): Moments => {
  const { locale, wholeDay, day, dayOfYear, time, near: nearDays, endOfDay } = words[language];
  const options = { locale, in: tz(zone) };
  const written = (at: Instant, pattern: string): string => format(at, pattern, options);
  const dayOf = (at: Instant): string =>
    nearDays.get(differenceInCalendarDays(at, now, options)) ??
    written(at, isSameYear(at, now, options) ? day : dayOfYear);
  const near = (at: Instant): string => `${dayOf(at)}, ${written(at, time)}`;
  const whole = (at: Instant): string => `${written(at, wholeDay)}, ${written(at, time)}`;
  const lastOf = (deadline: Instant): Instant => instantOf(millisecondsOf(deadline) - 1);
  const endsDay = (deadline: Instant): boolean =>
    differenceInCalendarDays(deadline, lastOf(deadline), options) > 0;
  return {
    daysUntil: (deadline) => differenceInCalendarDays(lastOf(deadline), now, options),
    whole,
    wholeDeadline: (at) => (endsDay(at) ? `${written(lastOf(at), wholeDay)}, ${endOfDay}` : whole(at)),
    near,
    deadline: (at) => (endsDay(at) ? `${dayOf(lastOf(at))}, ${endOfDay}` : near(at)),
  };
};

/** A local date as it is written, `2026-11-23`, in short: `23 nov`; the year where it is asked for. */
export const shortDay = (date: string, language: Language, withYear = false): string =>
  format(`${date}T00:00:00`, withYear ? 'd MMM yyyy' : 'd MMM', { locale: words[language].locale });
