import { minutesOfClock } from './clock-time.js';
import type { HoursFault, HoursFaultCode } from './hours-faults.js';
import type { Token } from './hours-words.js';
import { dayMinutes, weekdays, type Interval, type Weekday } from '../sla/week.js';

/** Days, or what holds on them: an interval, or nothing where they are closed. */
export type Item =
  | { readonly kind: 'days'; readonly text: string; readonly days: readonly Weekday[] }
  | { readonly kind: 'open'; readonly text: string; readonly interval: Interval }
  | { readonly kind: 'closed'; readonly text: string };

type Read =
  { readonly item: Item; readonly used: number } | { readonly fault: HoursFault; readonly used: number };

/** Reads an item that starts with this token, from it and the ones that follow. */
type Reader<K extends Token['kind']> = (
  token: Extract<Token, { kind: K }>,
  following: readonly Token[],
) => Read;

const fault = (code: HoursFaultCode, part: string, used: number): Read => ({ fault: { code, part }, used });

const textOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join(' ');

/** From one weekday to another, over the end of the week where need be. */
const daysBetween = (from: Weekday, to: Weekday): readonly Weekday[] => {
  const first = weekdays.indexOf(from);
  const count = ((weekdays.indexOf(to) - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, index) => weekdays[(first + index) % 7] ?? from);
};

const readDays: Reader<'days'> = (from, [to, until]) => {
  if (to?.kind !== 'to') return { item: from, used: 1 };
  if (until?.kind !== 'days') return fault('hours-range-incomplete', textOf([from, to]), 2);
  const [first] = from.days;
  const [last] = until.days;
  const text = textOf([from, to, until]);
  return first === undefined || last === undefined || first === last
    ? fault('hours-range-incomplete', text, 3)
    : { item: { kind: 'days', text, days: daysBetween(first, last) }, used: 3 };
};

/** An end at midnight is the end of the day; one before the start counts only where «next day» is said (ADR 0203). */
const intervalOf = (from: number, to: number, nextDay: boolean): Interval | undefined => {
  const sameDay = to === 0 && from > 0 ? dayMinutes : to;
  const end = nextDay ? to + dayMinutes : sameDay;
  return from < dayMinutes && from < end && end <= from + dayMinutes ? { from, to: end } : undefined;
};

const readTimes: Reader<'time'> = (start, [to, end, after]) => {
  if (to?.kind !== 'to') return fault('hours-range-incomplete', start.text, 1);
  if (end?.kind !== 'time') return fault('hours-range-incomplete', textOf([start, to]), 2);
  const closing = after?.kind === 'next-day' ? [after] : [];
  const used = 3 + closing.length;
  const [from, until] = [minutesOfClock(start.clock), minutesOfClock(end.clock)];
  if (from === undefined) return fault('hours-time-invalid', start.text, used);
  if (until === undefined) return fault('hours-time-invalid', end.text, used);
  const text = textOf([start, to, end, ...closing]);
  const interval = intervalOf(from, until, closing.length > 0);
  return interval === undefined
    ? fault('hours-end-before-start', text, used)
    : { item: { kind: 'open', text, interval }, used };
};

const readOne = (token: Token, following: readonly Token[]): Read | { readonly used: number } => {
  switch (token.kind) {
    case 'days':
      return readDays(token, following);
    case 'time':
      return readTimes(token, following);
    case 'all-day':
      return { item: { kind: 'open', text: token.text, interval: { from: 0, to: dayMinutes } }, used: 1 };
    case 'closed':
      return { item: { kind: 'closed', text: token.text }, used: 1 };
    case 'and':
      return { used: 1 };
    case 'unknown':
      return fault('hours-unknown-word', token.text, 1);
    case 'to':
    case 'next-day':
      return fault('hours-range-incomplete', token.text, 1);
  }
};

/** No item is longer than this many words. */
const longestItem = 4;

/** The days and hours a text names, in its order, and everything in it that makes no sense. */
export const itemsOf = (
  tokens: readonly Token[],
): { readonly items: Item[]; readonly faults: HoursFault[] } => {
  const items: Item[] = [];
  const faults: HoursFault[] = [];
  for (let place = 0; place < tokens.length;) {
    const [token, ...following] = tokens.slice(place, place + longestItem);
    if (token === undefined) break;
    const read = readOne(token, following);
    if ('item' in read) items.push(read.item);
    if ('fault' in read) faults.push(read.fault);
    place += read.used;
  }
  return { items, faults };
};
