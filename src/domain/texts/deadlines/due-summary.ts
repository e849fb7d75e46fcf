import type { Language } from '../../complaint/vocabulary.js';
import { millisecondsOf, type Instant } from '../../kernel/instant.js';
import type { BusinessCalendar } from '../../sla/compile-calendar.js';
import type { Due, DueQuestion, DueState, Term } from '../../sla/due.js';
import { dayMs, formatDay, parseDay, weekdayIndexOf } from '../../sla/local-date.js';
import { localDayAt, offsetAt, type ZoneTable } from '../../sla/zone.js';
import type { Bilingual } from '../language.js';
import { capitalised } from '../plain-text.js';
import { clockText, durationText, weekdayNames } from './explanation.js';

const monthNames: Bilingual<readonly string[]> = {
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** `16 de septiembre` */
export const dayAndMonth = (day: number, language: Language): string => {
  const [, month = '', date = ''] = formatDay(day).split('-');
  const name = monthNames[language][Number(month) - 1] ?? '';
  return { es: `${Number(date)} de ${name}`, en: `${Number(date)} ${name}` }[language];
};

/** `lunes 2 de febrero de 2026` */
const longDate = (day: number, language: Language): string => {
  const [year = ''] = formatDay(day).split('-');
  const weekday = weekdayNames[language][weekdayIndexOf(day)] ?? '';
  const date = dayAndMonth(day, language);
  return { es: `${weekday} ${date} de ${year}`, en: `${weekday} ${date} ${year}` }[language];
};

/** A local date in full: `31 de diciembre de 2036` of `2036-12-31`. */
export const dateInFull = (date: string, language: Language): string => {
  const day = parseDay(date);
  if (day === undefined) return date;
  const [year = ''] = date.split('-');
  return { es: `${dayAndMonth(day, 'es')} de ${year}`, en: `${dayAndMonth(day, 'en')} ${year}` }[language];
};

/** An instant as the zone's clocks show it: `lunes 2 de febrero de 2026, 09:30 h`. */
export const localMoment = (zone: ZoneTable, instant: number, language: Language): string => {
  const wall = instant + offsetAt(zone, instant);
  const day = Math.floor(wall / dayMs);
  return `${longDate(day, language)}, ${clockText(wall - day * dayMs)}${{ es: ' h', en: '' }[language]}`;
};

const states: Readonly<Record<DueState, Bilingual>> = {
  'not-started': { es: 'Todavía no empieza.', en: 'Not started yet.' },
  running: { es: 'Corre.', en: 'Running.' },
  paused: { es: 'En pausa.', en: 'Paused.' },
  breached: { es: 'Vencido.', en: 'Overdue.' },
};

/** True where a term ends with a day: its due instant is 24:00 of that day, which clocks show as the next date. */
const endsWithDay = (term: Term): boolean => term.kind === 'business-days' && term.days > 0;

const dueLine = (
  { zone }: BusinessCalendar,
  { term }: DueQuestion,
  { dueAt, dueDay }: Due,
  language: Language,
): string => {
  if (dueAt === null || dueDay === null)
    return { es: 'Sin vencimiento mientras dure la pausa.', en: 'No due time while the pause lasts.' }[
      language
    ];
  const ends = endsWithDay(term);
  const when = ends
    ? longDate(Math.floor(Date.parse(dueDay) / dayMs), language)
    : localMoment(zone, millisecondsOf(dueAt), language);
  return ends
    ? { es: `Vence al terminar el ${when}.`, en: `Due at the end of ${when}.` }[language]
    : { es: `Vence el ${when}.`, en: `Due on ${when}.` }[language];
};

/** When a clock that is paused would be due if it went on now, as it stands within a sentence. */
export const forecastClause = (when: string, language: Language): string =>
  ({
    es: `si la pausa terminara ahora, vencería el ${when}`,
    en: `if the pause ended now, it would be due on ${when}`,
  })[language];

/** When a clock that is paused would be due if it went on now, in the zone's time. */
export const forecastSentence = (zone: ZoneTable, at: Instant, term: Term, language: Language): string => {
  const instant = millisecondsOf(at);
  if (!endsWithDay(term))
    return `${capitalised(forecastClause(localMoment(zone, instant, language), language))}.`;
  const last = longDate(localDayAt(zone, instant - 1), language);
  return {
    es: `Si la pausa terminara ahora, vencería al terminar el ${last}.`,
    en: `If the pause ended now, it would be due at the end of ${last}.`,
  }[language];
};

/** How a term stands, as a person reads it: in local time, a line each. */
export const dueSummary = (
  calendar: BusinessCalendar,
  question: DueQuestion,
  due: Due,
  language: Language,
): readonly string[] => {
  const { consumedMs, remainingMs, pausedMs, forecastDueAt, state } = due;
  const [consumed, remaining, paused] = [consumedMs, remainingMs, pausedMs].map(durationText);
  return [
    dueLine(calendar, question, due, language),
    `${states[state][language]} ${
      {
        es: `Consumido: ${consumed}. Resta: ${remaining}. En pausa: ${paused}.`,
        en: `Consumed: ${consumed}. Left: ${remaining}. Paused: ${paused}.`,
      }[language]
    }`,
    ...(state === 'paused' ? [forecastSentence(calendar.zone, forecastDueAt, question.term, language)] : []),
  ];
};
