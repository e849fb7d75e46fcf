import { instantOfOpenTime, openTimeAt } from './business-time.js';
import type { BusinessCalendar } from './compile-calendar.js';
import { joinedStretches, pausedStretches, type PausedStretch, type Span } from './pauses.js';
import { endOfDay, lastAtMost, localDayAt } from './zone.js';

/**
 * The open time at which a target is reached, pauses left out; `Infinity` where a pause that lasts holds it up. No
 * stretch begins before the start.
 */
const reachedAt = (since: number, target: number, stretches: readonly PausedStretch[]): number => {
  let reached = since + target;
  for (const { from, to } of joinedStretches(stretches)) {
    if (from >= reached) break;
    reached += to - from;
  }
  return reached;
};

/**
 * The instant at which so many open milliseconds have passed since a start, pauses left out: the earliest one. A target
 * of none is due at its start. `Infinity` while a pause without end holds it up; `NaN` beyond the calendar.
 */
export const dueOfTime = (
  calendar: BusinessCalendar,
  start: number,
  target: number,
  pauses: readonly Span[],
): number => {
  if (target === 0) return start;
  const stretches = pausedStretches(calendar, start, pauses);
  const reached = reachedAt(openTimeAt(calendar, start), target, stretches);
  return reached === Infinity ? Infinity : instantOfOpenTime(calendar, reached);
};

/**
 * The open days after a date that count, in order: those that no pause takes away whole. `Infinity` is the day of a
 * term that a pause without end holds up, `NaN` that of one beyond the calendar.
 */
export const lastDayOfTerm = (
  calendar: BusinessCalendar,
  received: number,
  days: number,
  pauses: readonly Span[],
): number => {
  const { openDays, openDayFrom, openDayTo } = calendar;
  const first = lastAtMost(openDays, received) + 1;
  let last = first + days - 1;
  for (const { from, to } of joinedStretches(pausedStretches(calendar, -Infinity, pauses))) {
    // The open days from the first that begins within the pause to the last that ends within it.
    const covered = lastAtMost(openDayFrom, from - 1) + 1;
    if (covered > last) break;
    if (to === Infinity) return Infinity;
    last += Math.max(0, lastAtMost(openDayTo, to) + 1 - Math.max(covered, first));
  }
  return openDays[last] ?? Number.NaN;
};

/** The instant at which a term of business days ends: 24:00 of its last day, the day of receipt left out. */
export const dueOfDays = (
  calendar: BusinessCalendar,
  start: number,
  days: number,
  pauses: readonly Span[],
): number => {
  if (days === 0) return start;
  const last = lastDayOfTerm(calendar, localDayAt(calendar.zone, start), days, pauses);
  return Number.isFinite(last) ? endOfDay(calendar.zone, last) : last;
};
