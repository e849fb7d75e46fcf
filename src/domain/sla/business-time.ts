import type { BusinessCalendar } from './compile-calendar.js';
import { dayMs } from './local-date.js';

/** What lies outside the calendar counts as its nearer end. */
const within = ({ from, to }: BusinessCalendar, instant: number): number =>
  Math.min(to, Math.max(from, instant));

/** The first segment that ends after an instant within the calendar; the number of segments where there is none. */
const segmentAfter = ({ byTime, ends, from }: BusinessCalendar, instant: number): number => {
  let index = byTime[Math.floor((instant - from) / dayMs)] ?? 0;
  while ((ends[index] ?? Infinity) <= instant) index += 1;
  return index;
};

/** Open time from the calendar's beginning to an instant. What lies outside the calendar counts as its nearer end. */
export const openTimeAt = (calendar: BusinessCalendar, instant: number): number => {
  const asked = within(calendar, instant);
  const index = segmentAfter(calendar, asked);
  const before = calendar.before[index] ?? calendar.total;
  return before + Math.max(0, asked - (calendar.starts[index] ?? Infinity));
};

/**
 * The earliest instant at which so much time has been open since the calendar's beginning: the closing rather than the
 * next opening, where it is reached at a closing. `NaN` where the calendar ends before.
 */
export const instantOfOpenTime = (calendar: BusinessCalendar, openTime: number): number => {
  const { before, starts, total, byOpenTime } = calendar;
  if (openTime > total) return Number.NaN;
  const count = starts.length - 1;
  const part = Math.floor((openTime / total) * count);
  let low = byOpenTime[part] ?? count;
  let high = Math.min(count - 1, byOpenTime[part + 1] ?? count);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((before[middle + 1] ?? 0) < openTime) low = middle + 1;
    else high = middle;
  }
  return (starts[low] ?? Number.NaN) + openTime - (before[low] ?? 0);
};

/** The next instant that is open, this one included; `NaN` where the calendar ends before. */
export const nextOpenInstant = (calendar: BusinessCalendar, instant: number): number => {
  const start = calendar.starts[segmentAfter(calendar, within(calendar, instant))] ?? Infinity;
  return start === Infinity ? Number.NaN : Math.max(start, instant);
};

/** Open time between two instants, in milliseconds; negative where the second lies before the first. */
export const openTimeBetween = (calendar: BusinessCalendar, from: number, to: number): number =>
  openTimeAt(calendar, to) - openTimeAt(calendar, from);
