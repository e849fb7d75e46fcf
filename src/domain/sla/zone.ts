import { millisecondsOf, type Instant } from '../kernel/instant.js';
import { dayMs, minuteMs } from './local-date.js';

/** From this instant on, until the next transition, the zone's clocks show UTC plus so many minutes. */
export interface ZoneTransition {
  /** UTC instant of the change; that of the first lies before the calendar begins. */
  readonly at: Instant;
  /** Minutes east of UTC: -360 for `-06:00`. */
  readonly offset: number;
}

/**
 * `UTC`, or a region and a place (ADR 0460). An offset knows nothing of changes of the clock, and a name without a region is
 * read otherwise than it is meant: in machines' tables `CST` is Chicago, and `EST` Panama.
 */
const nameForm = /^(UTC|[A-Z][A-Za-z_]*(\/[A-Z][A-Za-z0-9_+-]*)+)$/;

/** True for a text that has the form of a zone's name, `America/Mexico_City`, `UTC`; whether there is one, a machine knows. */
export const isZoneName = (text: string): boolean => nameForm.test(text);

/** A zone's transitions as numbers. Period `i` begins at `starts[i]`, and its clocks show UTC + `offsets[i]` ms. */
export interface ZoneTable {
  /** Where each period begins. */
  readonly starts: readonly number[];
  /** Milliseconds east of UTC in each period. */
  readonly offsets: readonly number[];
}

/** The table of a list of transitions in order. The first offset holds before the first instant too. */
export const zoneTableOf = (transitions: readonly ZoneTransition[]): ZoneTable => ({
  starts: transitions.map(({ at }, index) => (index === 0 ? -Infinity : millisecondsOf(at))),
  offsets: transitions.map(({ offset }) => offset * minuteMs),
});

/** A zone whose clocks show UTC: dates without a zone of their own are counted on it. */
export const utc: ZoneTable = zoneTableOf([]);

const at = (values: readonly number[], index: number): number => values[index] ?? Infinity;

/** The last index of an ascending list whose value is at most this one; -1 where there is none. */
export const lastAtMost = (values: ArrayLike<number>, value: number): number => {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/** What the zone's clocks are ahead of UTC at an instant, in milliseconds. */
export const offsetAt = ({ starts, offsets }: ZoneTable, instant: number): number =>
  offsets[lastAtMost(starts, instant)] ?? 0;

/** The first instant at which the zone's clocks show a time, given as if they showed UTC; `undefined` where they skip it. */
export const firstInstantShowing = ({ starts, offsets }: ZoneTable, shown: number): number | undefined =>
  offsets
    .map((offset) => shown - offset)
    .find((instant, period) => instant >= at(starts, period) && instant < at(starts, period + 1));

/** The local date at an instant, in days since 1970. */
export const localDayAt = (zone: ZoneTable, instant: number): number =>
  Math.floor((instant + offsetAt(zone, instant)) / dayMs);

/**
 * The instant at which a local date is over: no later one shows this date or an earlier one. A midnight that the zone
 * skips ends at the change, one that it shows twice at the last time that it does.
 */
export const endOfDay = ({ starts, offsets }: ZoneTable, day: number): number => {
  const midnight = (day + 1) * dayMs;
  const endIn = (period: number) => midnight - (offsets[period] ?? 0);
  const period = starts.findLastIndex((start, index) => endIn(index) > start);
  return Math.min(endIn(period), at(starts, period + 1));
};

/** The local dates that the zone's clocks never show, in days since 1970: 30 December 2011 in Apia. */
export const skippedDays = ({ starts, offsets }: ZoneTable): ReadonlySet<number> =>
  new Set(
    starts.slice(1).flatMap((start, before) => {
      const first = Math.ceil((start + at(offsets, before)) / dayMs);
      const end = Math.floor((start + at(offsets, before + 1)) / dayMs);
      return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
    }),
  );
