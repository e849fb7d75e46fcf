import type { HoursFault } from './hours-faults.js';
import { itemsOf, type Item } from './hours-rules.js';
import { tokensOf } from './hours-words.js';
import {
  faultsOfWeek,
  formatInterval,
  weekdays,
  type Interval,
  type Week,
  type Weekday,
} from '../sla/week.js';

/** A week, or everything that is wrong with what was written. */
export type ParsedHours =
  { readonly ok: true; readonly week: Week } | { readonly ok: false; readonly faults: readonly HoursFault[] };

type Hours = Exclude<Item, { kind: 'days' }>;

/** Some days and what holds on them. */
interface Rule {
  readonly days: readonly Weekday[];
  readonly hours: readonly Hours[];
  readonly text: string;
}

const isDays = (item: Item): item is Extract<Item, { kind: 'days' }> => item.kind === 'days';
const isHours = (item: Item): item is Hours => item.kind !== 'days';

/** Days and hours come in turn, in either order; whichever comes first opens each rule. */
const rulesOf = (items: readonly Item[]): readonly Rule[] => {
  const opensWithDays = items[0]?.kind === 'days';
  const groups: Item[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    const opens = isDays(item) === opensWithDays && isDays(last?.at(-1) ?? item) !== opensWithDays;
    if (last === undefined || opens) groups.push([item]);
    else last.push(item);
  }
  return groups.map((group) => ({
    days: group.filter(isDays).flatMap(({ days }) => days),
    hours: group.filter(isHours),
    text: group.map(({ text }) => text).join(' '),
  }));
};

const faultsOfRule = ({ days, hours, text }: Rule): readonly HoursFault[] => [
  ...(days.length === 0 ? [{ code: 'hours-days-missing', part: text } as const] : []),
  ...(hours.length === 0 ? [{ code: 'hours-times-missing', part: text } as const] : []),
];

/** The intervals of a day, in order. A day that is said to be closed is closed, whatever else is said of it. */
const intervalsOn = (day: Weekday, rules: readonly Rule[]): readonly Interval[] => {
  const hours = rules.filter(({ days }) => days.includes(day)).flatMap((rule) => rule.hours);
  if (hours.some(({ kind }) => kind === 'closed')) return [];
  return hours
    .flatMap((each) => (each.kind === 'open' ? [each.interval] : []))
    .sort((a, b) => a.from - b.from);
};

const weekOf = (rules: readonly Rule[]): Week =>
  Object.fromEntries(
    weekdays.flatMap((day) => {
      const intervals = intervalsOn(day, rules).map(formatInterval);
      return intervals.length === 0 ? [] : [[day, intervals]];
    }),
  );

/** No procedure says its hours in more characters than these. */
const longestText = 500;

/**
 * Reads opening hours as people write them in Spanish or English: «Lunes a Viernes de 9:00 AM a 21:00 PM», «las 24 horas
 * del día, los 365 días del año», "Mon-Fri 9am to 5pm". What is not said is not assumed: hours without days, days
 * without hours and an end before the start are faults, and all faults are given at once (O-10..O-13). What is no
 * text says no hours.
 */
export const parseHours = (given: unknown): ParsedHours => {
  const text = typeof given === 'string' ? given : '';
  if (text.length > longestText)
    return { ok: false, faults: [{ code: 'hours-too-long', part: String(longestText) }] };
  const { items, faults } = itemsOf(tokensOf(text));
  if (faults.length > 0) return { ok: false, faults };
  const rules = rulesOf(items);
  const incomplete = rules.flatMap(faultsOfRule);
  if (incomplete.length > 0) return { ok: false, faults: incomplete };
  const week = weekOf(rules);
  const wrong = faultsOfWeek(week).map(({ code, part }) => ({ code, part }));
  return wrong.length > 0 ? { ok: false, faults: wrong } : { ok: true, week };
};
