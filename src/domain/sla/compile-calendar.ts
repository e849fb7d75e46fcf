import { calendarFault, type CalendarFault } from './calendar-faults.js';
import { firstDate, type CalendarSource, type PublishedCalendar } from './calendar.js';
import { dayMs, formatDay, minuteMs, parseDay, weekdayOf } from './local-date.js';
import { dayMinutes, formatInterval, parseInterval, weekdays, type Interval } from './week.js';
import { endOfDay, skippedDays, zoneTableOf, type ZoneTable } from './zone.js';

/**
 * A calendar made ready to count on: every open segment from its first date to its last, with the open time before
 * each. A segment lies within one interval and one offset of the zone. Instants and times are milliseconds; open time
 * is counted from the calendar's beginning.
 */
export interface BusinessCalendar {
  readonly id: string;
  readonly version: number;
  readonly zoneName: string;
  readonly zone: ZoneTable;
  readonly until: string;
  /** The dates named in the source that are not as the week has them: holidays and overrides, in days since 1970. */
  readonly holidays: ReadonlySet<number>;
  readonly overridden: ReadonlySet<number>;
  /** The instants that it answers for: from the first on, up to and including the last. */
  readonly from: number;
  readonly to: number;
  /** All open time. */
  readonly total: number;
  readonly starts: Float64Array;
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
  readonly openDayFrom: Float64Array;
  readonly openDayTo: Float64Array;
}

/** What came of making a calendar ready: it, or what is wrong with it. */
export type CompiledCalendar =
  | { readonly ok: true; readonly calendar: BusinessCalendar }
  | { readonly ok: false; readonly faults: readonly CalendarFault[] };

interface Segment {
  readonly start: number;
  readonly end: number;
  readonly day: number;
}

const inOrder = (texts: readonly string[]): readonly Interval[] =>
  texts.flatMap((text) => parseInterval(text) ?? []).sort((a, b) => a.from - b.from);

const day = (date: string): number => parseDay(date) ?? 0;

/** The intervals that start on a local date: those of an override, else none on a holiday, else those of the week. */
const intervalsByDay = (
  source: CalendarSource,
  skipped: ReadonlySet<number>,
): ((day: number) => readonly Interval[]) => {
  const week = new Map(weekdays.map((weekday) => [weekday, inOrder(source.week[weekday] ?? [])]));
  const named = new Map<number, readonly Interval[]>([
    ...source.holidays.map((date) => [day(date), []] as const),
    ...Object.entries(source.overrides).map(([date, texts]) => [day(date), inOrder(texts)] as const),
    ...[...skipped].map((date) => [date, []] as const),
  ]);
  return (date) => named.get(date) ?? week.get(weekdayOf(date)) ?? [];
};

/** The dates whose first interval begins before the last one of the date before has ended. */
const overlaps = (
  intervalsOn: (day: number) => readonly Interval[],
  [first, last]: readonly [number, number],
): readonly CalendarFault[] => {
  for (let date = first; date <= last; date += 1) {
    const late = intervalsOn(date - 1).at(-1);
    const [early] = intervalsOn(date);
    if (late !== undefined && early !== undefined && late.to > early.from + dayMinutes) {
      const part = `${formatDay(date - 1)} ${formatInterval(late)}, ${formatDay(date)} ${formatInterval(early)}`;
      return [calendarFault('/overrides', 'interval-overlap', { part })];
    }
  }
  return [];
};

/** Every open segment, in order of time: what the clocks of the zone show decides, so an hour shown twice is open twice. */
const segmentsOf = (
  { starts, offsets }: ZoneTable,
  [from, to]: readonly [number, number],
  intervalsOn: (day: number) => readonly Interval[],
): readonly Segment[] => {
  const segments: Segment[] = [];
  offsets.forEach((offset, period) => {
    const begin = Math.max(from, starts[period] ?? to) + offset;
    const finish = Math.min(to, starts[period + 1] ?? to) + offset;
    // An interval may run past the midnight after its date, never past the one after that.
    for (let date = Math.floor(begin / dayMs) - 1; date * dayMs < finish; date += 1) {
      for (const interval of intervalsOn(date)) {
        const start = Math.max(begin, date * dayMs + interval.from * minuteMs);
        const end = Math.min(finish, date * dayMs + interval.to * minuteMs);
        if (start < end) segments.push({ start: start - offset, end: end - offset, day: date });
      }
    }
  });
  return segments;
};

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

const countedOf = (segments: readonly Segment[], from: number, to: number): Counted => {
  const count = segments.length;
  const before = new Float64Array(count + 1);
  segments.forEach(({ start, end }, index) => (before[index + 1] = (before[index] ?? 0) + end - start));
  const total = before[count] ?? 0;
  const parts = Math.ceil((to - from) / dayMs);
  return {
    total,
    starts: Float64Array.from([...segments.map(({ start }) => start), Infinity]),
    ends: Float64Array.from([...segments.map(({ end }) => end), Infinity]),
    before,
    days: Int32Array.from(segments, (segment) => segment.day),
    byTime: indexBy(parts, (index) => Math.ceil(((segments[index]?.end ?? to) - from) / dayMs) - 1, count),
    byOpenTime: indexBy(
      count,
      (index) => Math.min(count, Math.floor(((before[index + 1] ?? total) / total) * count)),
      count,
    ),
  };
};

const openDaysOf = (segments: readonly Segment[], before: Float64Array) => {
  const spans = new Map<number, { from: number; to: number }>();
  segments.forEach((segment, index) => {
    const [from, to] = [before[index] ?? 0, before[index + 1] ?? 0];
    spans.set(segment.day, { from: spans.get(segment.day)?.from ?? from, to });
  });
  const inDays = [...spans].sort(([a], [b]) => a - b);
  return {
    openDays: Int32Array.from(inDays, ([date]) => date),
    openDayFrom: Float64Array.from(inDays, ([, { from }]) => from),
    openDayTo: Float64Array.from(inDays, ([, { to }]) => to),
  };
};

/**
 * Makes a published calendar ready to count on. Its dates and intervals are those that `parsePublishedCalendar` has
 * let through; refused are intervals that overlap on real dates, and a calendar that never opens.
 */
export const compileCalendar = (published: PublishedCalendar): CompiledCalendar => {
  const zone = zoneTableOf(published.transitions);
  const [first, last] = [day(firstDate), day(published.until)];
  const [from, to] = [endOfDay(zone, first - 1), endOfDay(zone, last)];
  const intervalsOn = intervalsByDay(published, skippedDays(zone));
  const faults = overlaps(intervalsOn, [first, last]);
  if (faults.length > 0) return { ok: false, faults };
  const segments = segmentsOf(zone, [from, to], intervalsOn);
  if (segments.length === 0) return { ok: false, faults: [calendarFault('/week', 'calendar-empty')] };
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
      from,
      to,
      ...counted,
      ...openDaysOf(segments, counted.before),
    },
  };
};
