import { tz } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { enGB } from 'date-fns/locale/en-GB';
import { es } from 'date-fns/locale/es';
import type { Language } from '../complaint/vocabulary.js';
import { instantOf, millisecondsOf, type Instant } from '../kernel/instant.js';
import { zoneInWords } from './zone-words.js';

/** How moments are written where there is little room: in tables and in the sentences of a terminal. */
export interface ShortMoments {
  /** `21 dic 2026, 10:00` */
  readonly moment: (at: Instant) => string;
  /** The same to the second, where it does not fall on a minute: `21 dic 2026, 10:00:07`. */
  readonly exact: (at: Instant) => string;
  /** `21 dic 2026` */
  readonly day: (at: Instant) => string;
  /** The local date that an instant ends, or lies on: `2026-12-20` of midnight between that day and the next. */
  readonly lastDate: (at: Instant) => string;
  /** A deadline: `20 dic 2026, al terminar el día`, where it ends a day. */
  readonly deadline: (at: Instant) => string;
  /** Whose clock that is: `hora del centro`. */
  readonly zone: string;
}

const words = {
  es: { locale: es, endOfDay: 'al terminar el día' },
  en: { locale: enGB, endOfDay: 'end of the day' },
} as const;

/** Writes instants in short, in that IANA zone and language. */
export const shortMomentsIn = (zone: string, language: Language): ShortMoments => {
  const { locale, endOfDay } = words[language];
  const options = { locale, in: tz(zone) };
  const written = (pattern: string) => (at: Instant) => format(at, pattern, options);
  const day = written('d MMM yyyy');
  const moment = written('d MMM yyyy, HH:mm');
  const toTheSecond = written('d MMM yyyy, HH:mm:ss');
  const before = (at: Instant): Instant => instantOf(millisecondsOf(at) - 1);
  return {
    moment,
    exact: (at) => (millisecondsOf(at) % 60_000 < 1_000 ? moment(at) : toTheSecond(at)),
    day,
    lastDate: (at) => written('yyyy-MM-dd')(before(at)),
    deadline: (at) => {
      const last = day(before(at));
      return last === day(at) ? moment(at) : `${last}, ${endOfDay}`;
    },
    zone: zoneInWords(zone, language),
  };
};
