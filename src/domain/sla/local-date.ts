import { dayMs, minuteMs } from '../kernel/durations.js';

export { dayMs, minuteMs };

/** 1 January 1970 was a Thursday. */
const firstWeekday = 3;

/** Days since 1970 of a local date as it is written, `2026-09-16`; a date that no calendar has gives `undefined`. */
export const parseDay = (date: string): number | undefined => {
  // Years beyond 9999 are written with a sign, and their months with as many characters as a date of ours.
  if (!/^\d/.test(date)) return undefined;
  const ms = Date.parse(`${date}T00:00:00.000Z`);
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date ? undefined : ms / dayMs;
};

/** A local date as it is written, from its days since 1970. */
export const formatDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** Days since 1970 of a date by its parts; the month from 1. */
export const dayOf = (year: number, month: number, date: number): number =>
  Date.UTC(year, month - 1, date) / dayMs;

/** 0 for Monday to 6 for Sunday. */
export const weekdayIndexOf = (day: number): number => (((day + firstWeekday) % 7) + 7) % 7;
