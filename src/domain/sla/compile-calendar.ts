import { calendarFault, type CalendarFault } from './calendar-faults.js';
import { firstDate, type CalendarSource, type PublishedCalendar } from './calendar.js';
import { dayMs, formatDay, minuteMs, parseDay, weekdayIndexOf } from './local-date.js';
import { dayMinutes, formatInterval, parseInterval, weekdays, type Interval, type Week } from './week.js';
import { endOfDay, skippedDays, zoneTableOf, type ZoneTable } from './zone.js';

/**
 * A calendar made ready to count on: every open segment from its first date to its last, with the open time before
 * each. A segment lies within one interval and one offset of the zone. Instants and times are milliseconds; open time
 * is counted from the calendar's beginning.
 */
export interface BusinessCalendar {
  /** Name of the calendar. */
  readonly id: string;
  /** Its version, from 1. */
  readonly version: number;
  /** IANA name of its zone. */
  readonly zoneName: string;
  /** The zone's transitions. */
  readonly zone: ZoneTable;
  /** The last local date that it answers for. */
  readonly until: string;
  /** The dates named in the source that are not as the week has them: holidays and overrides, in days since 1970. */
  readonly holidays: ReadonlySet<number>;
  /** The dates of the source's overrides, in days since 1970. */
  readonly overridden: ReadonlySet<number>;
  /** Intervals that no clock of the zone ever shows, since a change of clocks passes over them whole. */
  readonly skipped: readonly SkippedInterval[];
  /** The instants that it answers for: from the first on, up to and including the last. */
  readonly from: number;
  /** The last instant that it answers for. */
  readonly to: number;
  /** All open time. */
  readonly total: number;
  /** Where each segment begins. */
  readonly starts: Float64Array;
  /** Where each segment ends. */
  readonly ends: Float64Array;
  /** Open time before each segment, and at the end all of it. */
  readonly before: Float64Array;
  /** Local date on which each segment's interval starts, in days since 1970. */
  readonly days: Int32Array;
  /** For each 24 hours since `from`: the first segment that ends later than their beginning. */
  readonly byTime: Int32Array;
  /** For each share of all open time: the first segment that reaches it. Its parts are as many as there are segments. */
  readonly byOpenTime: Int32Array;
  /** Local dates that open, with the open time at their first opening and their last closing. */
  readonly openDays: Int32Array;
  /** Open time at the first opening of each. */
  readonly openDayFrom: Float64Array;
  /** Open time at the last closing of each. */
  readonly openDayTo: Float64Array;
}

/** An interval that a change of clocks passes over whole. */
export interface SkippedInterval {
  /** The instant of the change. */
  readonly at: number;
  /** Local date of the interval, in days since 1970. */
  readonly day: number;
  /** Where it would begin, in milliseconds after 00:00 of its date. */
  readonly from: number;
  /** Where it would end, counted the same way. */
  readonly to: number;
}

/** What came of making a calendar ready: it, or what is wrong with it. */
export type CompiledCalendar =
  | { readonly ok: true; readonly calendar: BusinessCalendar }
  | { readonly ok: false; readonly faults: readonly CalendarFault[] };

/** Open segments in order of time, a column each. */
interface Segments {
  readonly starts: number[];
  readonly ends: number[];
  readonly days: number[];
}

type IntervalsOn = (day: number) => readonly Interval[];

const inOrder = (texts: readonly string[]): readonly Interval[] =>
  texts.flatMap((text) => parseInterval(text) ?? []).sort((a, b) => a.from - b.from);

const day = (date: string): number => parseDay(date) ?? 0;

/** The dates that are not as the week has them: overrides, else holidays, and what the zone skips. */
const namedDates = (
  source: CalendarSource,
  skipped: ReadonlySet<number>,
): ReadonlyMap<number, readonly Interval[]> =>
  new Map<number, readonly Interval[]>([
    ...source.holidays.map((date) => [day(date), []] as const),
    ...Object.entries(source.overrides).map(([date, texts]) => [day(date), inOrder(texts)] as const),
    ...[...skipped].map((date) => [date, []] as const),
  ]);

/** The intervals that start on a local date. */
const intervalsBy = (week: Week, named: ReadonlyMap<number, readonly Interval[]>): IntervalsOn => {
  const usual = weekdays.map((weekday) => inOrder(week[weekday] ?? []));
  return (date) => named.get(date) ?? usual[weekdayIndexOf(date)] ?? [];
};

/** The dates whose first interval begins before the last one of the date before has ended; a week's own are refused before. */
const overlaps = (intervalsOn: IntervalsOn, named: Iterable<number>): readonly CalendarFault[] =>
  [...new Set([...named].flatMap((date) => [date, date + 1]))].flatMap((date) => {
    const late = intervalsOn(date - 1).at(-1);
    const [early] = intervalsOn(date);
    if (late === undefined || early === undefined || late.to <= early.from + dayMinutes) return [];
    const part = `${formatDay(date - 1)} ${formatInterval(late)}, ${formatDay(date)} ${formatInterval(early)}`;
    return [calendarFault('/overrides', 'interval-overlap', { part })];
  });

/** Every open segment: what the clocks of the zone show decides, so an hour shown twice is open twice. */
const segmentsOf = (
  { starts, offsets }: ZoneTable,
  [from, to]: readonly [number, number],
  intervalsOn: IntervalsOn,
): Segments => {
  const segments: Segments = { starts: [], ends: [], days: [] };
  offsets.forEach((offset, period) => {
    const begin = Math.max(from, starts[period] ?? to) + offset;
    const finish = Math.min(to, starts[period + 1] ?? to) + offset;
    // An interval may run past the midnight after its date, never past the one after that.
    for (let date = Math.floor(begin / dayMs) - 1; date * dayMs < finish; date += 1) {
      for (const interval of intervalsOn(date)) {
        const start = Math.max(begin, date * dayMs + interval.from * minuteMs);
        const end = Math.min(finish, date * dayMs + interval.to * minuteMs);
        if (start >= end) continue;
        segments.starts.push(start - offset);
        segments.ends.push(end - offset);
        segments.days.push(date);
      }
    }
  });
  return segments;
};

/** The intervals that lie whole in what the clocks pass over when they go forward. */
const skippedOf = (
  { starts, offsets }: ZoneTable,
  [from, to]: readonly [number, number],
  intervalsOn: IntervalsOn,
): readonly SkippedInterval[] =>
  starts.slice(1).flatMap((at, before) => {
    const [begin, end] = [at + (offsets[before] ?? 0), at + (offsets[before + 1] ?? 0)];
    const found: SkippedInterval[] = [];
    if (at < from || at >= to) return found;
    for (let date = Math.floor(begin / dayMs) - 1; date * dayMs < end; date += 1)
      for (const interval of intervalsOn(date)) {
        const [first, last] = [interval.from * minuteMs, interval.to * minuteMs];
        if (date * dayMs + first >= begin && date * dayMs + last <= end)
          found.push({ at, day: date, from: first, to: last });
      }
    return found;
  });

/** For each of so many equal parts of a stretch: the first index whose value is beyond the part's beginning. */
const indexBy = (parts: number, partOf: (index: number) => number, count: number): Int32Array => {
  const first = new Int32Array(parts + 1).fill(count);
  for (let index = count - 1; index >= 0; index -= 1) first[partOf(index)] = index;
  for (let part = parts - 1; part >= 0; part -= 1)
    first[part] = Math.min(first[part] ?? count, first[part + 1] ?? count);
  return first;
};

type Counted = Pick<
  BusinessCalendar,
  'total' | 'starts' | 'ends' | 'before' | 'days' | 'byTime' | 'byOpenTime'
>;

const countedOf = ({ starts, ends, days }: Segments, from: number, to: number): Counted => {
  const count = starts.length;
  const before = new Float64Array(count + 1);
  for (let index = 0; index < count; index += 1)
    before[index + 1] = (before[index] ?? 0) + (ends[index] ?? 0) - (starts[index] ?? 0);
  const total = before[count] ?? 0;
  const parts = Math.ceil((to - from) / dayMs);
  return {
    total,
    starts: new Float64Array([...starts, Infinity]),
    ends: new Float64Array([...ends, Infinity]),
    before,
    days: new Int32Array(days),
    byTime: indexBy(parts, (index) => Math.ceil(((ends[index] ?? to) - from) / dayMs) - 1, count),
    byOpenTime: indexBy(
      count,
      (index) => Math.min(count, Math.floor(((before[index + 1] ?? total) / total) * count)),
      count,
    ),
  };
};

/** The open dates in order. Segments of two dates may alternate where clocks go back over midnight. */
const openDaysOf = ({ days }: Segments, before: Float64Array) => {
  const openDays = [...new Set(days)].sort((a, b) => a - b);
  const places = new Map(openDays.map((date, index) => [date, index]));
  const openDayFrom = new Float64Array(openDays.length).fill(Infinity);
  const openDayTo = new Float64Array(openDays.length);
  days.forEach((date, index) => {
    const place = places.get(date) ?? 0;
    openDayFrom[place] = Math.min(openDayFrom[place] ?? Infinity, before[index] ?? 0);
    openDayTo[place] = before[index + 1] ?? 0;
  });
  return { openDays: new Int32Array(openDays), openDayFrom, openDayTo };
};

const yearMs = 366 * dayMs;

/** Some twenty-seven a day until 2200. Each takes about a hundred bytes while a calendar is made ready. */
const mostIntervals = 2_000_000;

/** More intervals than any desk has would fill the memory of a machine before anything could be said of them. */
const tooMany = ({ week, overrides, until }: PublishedCalendar): readonly CalendarFault[] => {
  const weekly = Object.values(week).reduce((sum, { length }) => sum + length, 0);
  const named = Object.values(overrides).reduce((sum, { length }) => sum + length, 0);
  const count = Math.ceil(((day(until) - day(firstDate) + 1) / 7) * weekly) + named;
  return count > mostIntervals
    ? [calendarFault('/week', 'intervals-too-many', { count, until, most: mostIntervals })]
    : [];
};

/** What of a calendar is counted: its range, the dates it names, and the intervals of each date. */
const extentOf = (published: PublishedCalendar) => {
  const zone = zoneTableOf(published.transitions);
  const range = [endOfDay(zone, day(firstDate) - 1), endOfDay(zone, day(published.until))] as const;
  const named = namedDates(published, skippedDays(zone));
  return { zone, range, named, intervalsOn: intervalsBy(published.week, named) };
};

type Extent = ReturnType<typeof extentOf>;

const empty = calendarFault('/week', 'calendar-empty');

/** True where it opens at least once: found in its first year, or nearly never. */
const everOpens = ({ zone, range: [from, to], intervalsOn }: Extent): boolean => {
  for (let start = from; start < to; start += yearMs)
    if (segmentsOf(zone, [start, Math.min(start + yearMs, to)], intervalsOn).starts.length > 0) return true;
  return false;
};

/** Why a calendar could not be made ready: without doing it, since that takes far longer. */
export const faultsOfCalendar = (published: PublishedCalendar): readonly CalendarFault[] => {
  const many = tooMany(published);
  if (many.length > 0) return many;
  const extent = extentOf(published);
  return everOpens(extent) ? overlaps(extent.intervalsOn, extent.named.keys()) : [empty];
};

/**
 * Makes a published calendar ready to count on. Its dates and intervals are those that `parsePublishedCalendar` has
 * let through; refused are intervals that overlap on real dates, too many of them, and a calendar that never opens.
 */
export const compileCalendar = (published: PublishedCalendar): CompiledCalendar => {
  const { zone, range, named, intervalsOn } = extentOf(published);
  const [from, to] = range;
  const many = tooMany(published);
  const faults = many.length > 0 ? many : overlaps(intervalsOn, named.keys());
  if (faults.length > 0) return { ok: false, faults };
  const segments = segmentsOf(zone, range, intervalsOn);
  if (segments.starts.length === 0) return { ok: false, faults: [empty] };
  const counted = countedOf(segments, from, to);
  return {
    ok: true,
    calendar: {
      id: published.id,
      version: published.version,
      zoneName: published.zone,
      zone,
      until: published.until,
      holidays: new Set(published.holidays.map(day)),
      overridden: new Set(Object.keys(published.overrides).map(day)),
      skipped: skippedOf(zone, range, intervalsBy(published.week, namedDates(published, new Set()))),
      from,
      to,
      ...counted,
      ...openDaysOf(segments, counted.before),
    },
  };
};
