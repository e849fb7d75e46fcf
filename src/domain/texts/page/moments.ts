import { tz, tzOffset } from '@date-fns/tz';
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
    wholeDay: (weekday: string, day: number, month: string, year: string) =>
      `${weekday} ${String(day)} de ${month} de ${year}`,
    wholeTime: (clock: string) => `${clock}\u00a0h`,
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
    wholeDay: (weekday: string, day: number, month: string, year: string) =>
      `${weekday} ${String(day)} ${month} ${year}`,
    wholeTime: (clock: string) => clock,
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

const dayMs = 86_400_000;
const minuteMs = 60_000;

/**
 * How far a zone's clocks are ahead at an instant, in milliseconds. It is asked once for a day on which they stay as they
 * are: to ask takes longer than to write the moment.
 */
const offsetsIn = (zone: string): ((ms: number) => number) => {
  const ofDays = new Map<number, number | 'changes'>();
  const asked = (ms: number): number => tzOffset(zone, new Date(ms)) * minuteMs;
  return (ms) => {
    const day = Math.floor(ms / dayMs);
    let offset = ofDays.get(day);
    if (offset === undefined) {
      const [first, last] = [asked(day * dayMs), asked((day + 1) * dayMs)];
      offset = first === last ? first : 'changes';
      ofDays.set(day, offset);
    }
    return offset === 'changes' ? asked(ms) : offset;
  };
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Writes local times, in milliseconds since 1970 by the clocks there. */
const wholeWriter = (language: Language) => {
  const { locale, wholeDay, wholeTime } = words[language];
  const look = { width: 'wide', context: 'formatting' } as const;
  const weekdays = ([0, 1, 2, 3, 4, 5, 6] as const).map((day) => locale.localize.day(day, look));
  const months = ([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const).map((month) =>
    locale.localize.month(month, look),
  );
  return {
    day: (local: number): string => {
      const date = new Date(local);
      const [weekday = '', month = ''] = [weekdays[date.getUTCDay()], months[date.getUTCMonth()]];
      return wholeDay(weekday, date.getUTCDate(), month, String(date.getUTCFullYear()).padStart(4, '0'));
    },
    time: (local: number): string => {
      const date = new Date(local);
      return wholeTime(`${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`);
    },
  };
};

/** Writes instants in a zone, for a reader who has the page at an instant. */
export const momentsOn = (now: Instant, zone: string, language: Language): Moments => {
  const { locale, day, dayOfYear, time, near: nearDays, endOfDay } = words[language];
  const options = { locale, in: tz(zone) };
  const written = (at: Instant, pattern: string): string => format(at, pattern, options);
  const dayOf = (at: Instant): string =>
    nearDays.get(differenceInCalendarDays(at, now, options)) ??
    written(at, isSameYear(at, now, options) ? day : dayOfYear);
  const near = (at: Instant): string => `${dayOf(at)}, ${written(at, time)}`;
  const offsetAt = offsetsIn(zone);
  const localOf = (ms: number): number => ms + offsetAt(ms);
  const writer = wholeWriter(language);
  const whole = (at: Instant): string => {
    const local = localOf(millisecondsOf(at));
    return `${writer.day(local)}, ${writer.time(local)}`;
  };
  const lastOf = (deadline: Instant): Instant => instantOf(millisecondsOf(deadline) - 1);
  const dateOf = (at: Instant): number => Math.floor(localOf(millisecondsOf(at)) / dayMs);
  const endsDay = (deadline: Instant): boolean => dateOf(deadline) > dateOf(lastOf(deadline));
  return {
    daysUntil: (deadline) => differenceInCalendarDays(lastOf(deadline), now, options),
    whole,
    wholeDeadline: (at) =>
      endsDay(at) ? `${writer.day(localOf(millisecondsOf(at) - 1))}, ${endOfDay}` : whole(at),
    near,
    deadline: (at) => (endsDay(at) ? `${dayOf(lastOf(at))}, ${endOfDay}` : near(at)),
  };
};

/** A local date as it is written, `2026-11-23`, in short: `23 nov`; the year where it is asked for. */
export const shortDay = (date: string, language: Language, withYear = false): string =>
  format(`${date}T00:00:00`, withYear ? 'd MMM yyyy' : 'd MMM', { locale: words[language].locale });
