import { dayMs } from '../kernel/durations.js';
import { millisecondsOf, type Instant } from '../kernel/instant.js';
import type { BusinessCalendar } from '../sla/compile-calendar.js';
import { dueOfDays } from '../sla/reckon.js';

/**
 * How long an open request has waited since its receipt: less than a day, two, three, five days of 24 hours; until the
 * end of its fifteenth business day; longer. The bounds are those of the terms (repair in 24, 48 or 72 hours, answer in 15
 * business days).
 */
export const ages = ['1-day', '2-days', '3-days', '5-days', '15-business-days', 'older'] as const;
/** How long an open request has waited since its receipt. */
export type Age = (typeof ages)[number];

const bounds = [
  ['1-day', 1],
  ['2-days', 2],
  ['3-days', 3],
  ['5-days', 5],
] as const;

const businessDays = 15;
/** Three weeks: what fifteen business days come to where no calendar is known. */
const withoutCalendar = 21 * dayMs;

/** The last millisecond of the fifteenth business day. */
const endOfBusinessDays = (from: number, calendar: BusinessCalendar | undefined): number => {
  const counted = calendar === undefined ? Number.NaN : dueOfDays(calendar, from, businessDays, []);
  return Number.isFinite(counted) ? counted : from + withoutCalendar;
};

/** How long a request has waited at an instant. */
export const ageOf = (receivedAt: Instant, at: Instant, calendar: BusinessCalendar | undefined): Age => {
  const [from, to] = [millisecondsOf(receivedAt), millisecondsOf(at)];
  const bound = bounds.find(([, days]) => to - from < days * dayMs);
  if (bound !== undefined) return bound[0];
  return to <= endOfBusinessDays(from, calendar) ? '15-business-days' : 'older';
};

/** The instants, in milliseconds, at which a request becomes older. */
export const birthdaysOf = (
  receivedAt: Instant,
  calendar: BusinessCalendar | undefined,
): readonly number[] => {
  const from = millisecondsOf(receivedAt);
  return [...bounds.map(([, days]) => from + days * dayMs), endOfBusinessDays(from, calendar) + 1];
};
