import type { Language } from '../../complaint/vocabulary.js';
import type { CalendarSource } from '../../sla/calendar.js';
import { parseDay } from '../../sla/local-date.js';
import { isAroundTheClock } from '../../sla/week.js';
import { dayAndMonth } from '../deadlines/due-summary.js';
import { dayWords, openingWords } from '../provider/opening-words.js';
import { words } from './words.js';

const said = {
  es: {
    week: (hours: string) => `Son días hábiles: ${hours}.`,
    everyDay: 'Todos los días son hábiles.',
    closed: (year: number, days: string) => `No son hábiles en ${String(year)}: ${days}.`,
    special: (year: number, days: string) => `Con otro horario en ${String(year)}: ${days}.`,
  },
  en: {
    week: (hours: string) => `Business days: ${hours}.`,
    everyDay: 'Every day is a business day.',
    closed: (year: number, days: string) => `Closed in ${String(year)}: ${days}.`,
    special: (year: number, days: string) => `At other hours in ${String(year)}: ${days}.`,
  },
} as const;

/** What a business day is by a calendar, and the dates of a year on which it closes or opens at other hours. */
export const closedDaysOf = (
  { week, holidays, overrides }: CalendarSource,
  year: number,
  language: Language,
): readonly string[] => {
  const { week: inWeek, everyDay, closed, special } = said[language];
  const nameOf = (date: string): string => dayAndMonth(parseDay(date) ?? 0, language);
  const hoursOn = (date: string): string => dayWords(overrides[date] ?? [], language);
  const dates = [...new Set([...holidays, ...Object.keys(overrides)])]
    .filter((date) => date.startsWith(`${String(year)}-`))
    .sort();
  const shut = dates.filter((date) => hoursOn(date) === '').map(nameOf);
  const others = dates.filter((date) => hoursOn(date) !== '');
  const { list } = words[language];
  return [
    isAroundTheClock(week) ? everyDay : inWeek(openingWords(week, language)),
    ...(shut.length === 0 ? [] : [closed(year, list(shut))]),
    ...(others.length === 0
      ? []
      : [special(year, list(others.map((date) => `${nameOf(date)}, ${hoursOn(date)}`)))]),
  ];
};
