import type { Language } from '../../complaint/vocabulary.js';
import { dayMinutes, parseInterval, weekdays, type Week, type Weekday } from '../../sla/week.js';
import type { Bilingual } from '../language.js';

interface Words {
  readonly days: Readonly<Record<Weekday, string>>;
  readonly through: (from: string, to: string) => string;
  readonly both: (a: string, b: string) => string;
  readonly hours: (from: string, to: string) => string;
  readonly always: string;
  readonly allDay: string;
  readonly unit: string;
  readonly nextDay: string;
}

const words: Bilingual<Words> = {
  es: {
    days: {
      mon: 'lunes',
      tue: 'martes',
      wed: 'miércoles',
      thu: 'jueves',
      fri: 'viernes',
      sat: 'sábado',
      sun: 'domingo',
    },
    through: (from, to) => `${from} a ${to}`,
    both: (a, b) => `${a} y ${b}`,
    hours: (from, to) => `de ${from} a ${to}`,
    always: 'las 24 horas, los 365 días del año',
    allDay: 'las 24 horas',
    unit: ' h',
    nextDay: ' del día siguiente',
  },
  en: {
    days: {
      mon: 'Monday',
      tue: 'Tuesday',
      wed: 'Wednesday',
      thu: 'Thursday',
      fri: 'Friday',
      sat: 'Saturday',
      sun: 'Sunday',
    },
    through: (from, to) => `${from} to ${to}`,
    both: (a, b) => `${a} and ${b}`,
    hours: (from, to) => `from ${from} to ${to}`,
    always: '24 hours a day, every day of the year',
    allDay: '24 hours',
    unit: '',
    nextDay: ' of the next day',
  },
};

const clock = (minutes: number): string => {
  const shown = minutes > dayMinutes ? minutes - dayMinutes : minutes;
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
};

/** Only the last of a day may run past its midnight. */
const hoursOf = (intervals: readonly string[], { both, hours, allDay, unit, nextDay }: Words): string => {
  if (intervals.join() === '00:00-24:00') return allDay;
  const spans = intervals.flatMap((each) => parseInterval(each) ?? []).sort((a, b) => a.from - b.from);
  const last = spans.at(-1);
  if (last === undefined) return '';
  const said = spans.map(({ from, to }) => hours(clock(from), clock(to))).reduce(both);
  return `${said}${unit}${last.to > dayMinutes ? nextDay : ''}`;
};

interface Run {
  readonly days: readonly Weekday[];
  readonly hours: string;
}

/** Neighbouring days with the same hours, together. A day without hours is closed and not named. */
const runsOf = (week: Week, said: Words): readonly Run[] =>
  weekdays
    .reduce<readonly Run[]>((runs, day) => {
      const hours = hoursOf(week[day] ?? [], said);
      const last = runs.at(-1);
      return last?.hours === hours
        ? [...runs.slice(0, -1), { hours, days: [...last.days, day] }]
        : [...runs, { hours, days: [day] }];
    }, [])
    .filter(({ hours }) => hours !== '');

/** The hours of one day: `de 09:00 a 14:00 y de 16:00 a 18:00 h`; nothing where it is closed. */
export const dayWords = (intervals: readonly string[], language: Language): string =>
  hoursOf(intervals, words[language]);

/** Weekly hours as a person reads them: `lunes a viernes de 09:00 a 21:00 h, sábado y domingo de 09:00 a 17:00 h`. */
export const openingWords = (week: Week, language: Language): string => {
  const said = words[language];
  const runs = runsOf(week, said);
  const [only] = runs;
  if (runs.length === 1 && only?.days.length === 7 && only.hours === said.allDay) return said.always;
  const daysOf = (days: readonly Weekday[]) => {
    const names = days.map((day) => said.days[day]);
    const [first = '', last = first] = [names[0], names.at(-1)];
    if (names.length === 1) return first;
    return names.length === 2 ? said.both(first, last) : said.through(first, last);
  };
  return runs.map(({ days, hours }) => `${daysOf(days)} ${hours}`).join(', ');
};
