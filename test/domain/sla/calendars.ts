import {
  publishCalendar,
  type ZoneTransitionsOf,
} from '../../../src/application/calendars/publish-calendar.js';
import type { ZoneTransition } from '../../../src/domain/sla/zone.js';
import { parseInstant, instantOf, type Instant } from '../../../src/domain/kernel/instant.js';
import type { CalendarSource, PublishedCalendar } from '../../../src/domain/sla/calendar.js';
import { compileCalendar, type BusinessCalendar } from '../../../src/domain/sla/compile-calendar.js';
import { federalHolidays } from '../../../src/domain/sla/mexico.js';
import { weekdayIndexOf } from '../../../src/domain/sla/local-date.js';
import { weekdays, type Week, type Weekday } from '../../../src/domain/sla/week.js';
import { machineTransitions } from '../../../src/infrastructure/shared/system/zone-transitions.js';

export const mexico = 'America/Mexico_City';

/** An instant from any ISO text with an offset. */
export const instant = (text: string): Instant => {
  const read = parseInstant(text);
  if (read === undefined) throw new Error(`no instant: ${text}`);
  return read;
};

/** The transitions of each zone, looked up once: what the calendars of the tests are published with. */
const known = new Map<string, readonly ZoneTransition[]>();
export const transitionsOf: ZoneTransitionsOf = (zone, from, to) => {
  if (!known.has(zone)) {
    const found = machineTransitions(zone, Date.UTC(1999, 11, 1), Date.UTC(2061, 0, 1));
    if (found === undefined) return undefined;
    known.set(zone, found);
  }
  const list = known.get(zone) ?? [];
  const first = list.findLastIndex(({ at }) => Date.parse(at) <= from);
  return list
    .slice(first)
    .filter(({ at }) => Date.parse(at) <= to)
    .map((each, index) => (index === 0 ? { ...each, at: instantOf(from) } : each));
};

/** The instant of a local date and time in a zone, by what the machine's tables say of it: only for tests. */
export const local = (text: string, zone = mexico): Instant => {
  const wall = Date.parse(`${text.replace(' ', 'T')}Z`);
  const list = transitionsOf(zone, wall - 172_800_000, wall + 172_800_000) ?? [];
  const offset = (at: number) => list.findLast((each) => Date.parse(each.at) <= at)?.offset ?? 0;
  return instantOf(wall - offset(wall - offset(wall) * 60_000) * 60_000);
};

export const on = (days: string, ...intervals: string[]): Week =>
  Object.fromEntries(days.split(' ').map((day) => [day, intervals]));

/** The day of the week of a local date, in days since 1970. */
export const weekdayOf = (day: number): Weekday => weekdays[weekdayIndexOf(day)] ?? 'mon';

export const workdays = 'mon tue wed thu fri';
export const everyDay = `${workdays} sat sun`;

export const source = (zone: string, week: Week, more: Partial<CalendarSource> = {}): CalendarSource => ({
  id: 'tested',
  version: 1,
  zone,
  week,
  holidays: [],
  overrides: {},
  provenance: [],
  ...more,
});

export const published = (
  zone: string,
  week: Week,
  more: Partial<CalendarSource> = {},
): PublishedCalendar => {
  const made = publishCalendar(source(zone, week, more), instant('2026-06-01T00:00:00Z'), transitionsOf);
  if (!made.ok) throw new Error(JSON.stringify(made.faults));
  return made.calendar;
};

export const compiled = (calendar: PublishedCalendar): BusinessCalendar => {
  const made = compileCalendar(calendar);
  if (!made.ok) throw new Error(JSON.stringify(made.faults));
  return made.calendar;
};

export const calendar = (zone: string, week: Week, more: Partial<CalendarSource> = {}): BusinessCalendar =>
  compiled(published(zone, week, more));

export const mexicanHolidays = Array.from({ length: 21 }, (_, index) => federalHolidays(2015 + index))
  .flat()
  .map(({ date }) => date);

const closedOnHolidays = { holidays: mexicanHolidays };

/** The calendars A, B and C of the oracle. */
export const phoneDesk = (): BusinessCalendar =>
  calendar(mexico, { ...on(workdays, '09:00-21:00'), ...on('sat sun', '09:00-17:00') }, closedOnHolidays);
export const always = (zone = mexico): BusinessCalendar => calendar(zone, on(everyDay, '00:00-24:00'));
export const officeSource = () => ({ ...on(workdays, '09:00-18:00'), ...on('sat', '09:00-15:00') });
export const office = (more: Partial<CalendarSource> = {}): BusinessCalendar =>
  calendar(mexico, officeSource(), { ...closedOnHolidays, ...more });
