import { tzOffset } from '@date-fns/tz';
import { dayMs, minuteMs } from './durations.js';

/** What a zone's clocks are ahead of UTC at an instant, in milliseconds. */
const offsetAt = (zone: string, at: number): number => tzOffset(zone, new Date(at)) * minuteMs;

/** What a zone's clocks show at an instant, in milliseconds as if they showed UTC. */
export const shownAt = (at: number, zone: string): number => at + offsetAt(zone, at);

/**
 * The offsets that may hold when a zone's clocks show a time: no zone is a day off UTC, and between two changes of one
 * there are days.
 */
const offsetsAround = (shown: number, zone: string): readonly [before: number, after: number] => [
  offsetAt(zone, shown - dayMs),
  offsetAt(zone, shown + dayMs),
];

/** The first instant at which a zone's clocks show a time; `undefined` for one that they skip. */
export const firstShowing = (shown: number, zone: string): number | undefined =>
  offsetsAround(shown, zone)
    .map((offset) => shown - offset)
    .sort((a, b) => a - b)
    .find((at) => shownAt(at, zone) === shown);

/** The first instant after which a zone's clocks are as they are at the end of a stretch; they change once within it. */
const changeWithin = (from: number, to: number, zone: string): number => {
  const offset = offsetAt(zone, to);
  let [before, after] = [from, to];
  while (after - before > minuteMs) {
    const middle = before + Math.ceil((after - before) / 2 / minuteMs) * minuteMs;
    if (offsetAt(zone, middle) === offset) after = middle;
    else before = middle;
  }
  return after;
};

/**
 * The instant at which a local date, in days since 1970, is over: no later one shows it or an earlier one. A midnight that
 * the zone skips ends its date at the change; of one that it shows twice it is the first, unless the date is shown again.
 */
export const endOfLocalDate = (date: number, zone: string): number => {
  const midnight = (date + 1) * dayMs;
  const [before, after] = offsetsAround(midnight, zone);
  if (before === after) return midnight - after;
  const change = changeWithin(midnight - dayMs, midnight + dayMs, zone);
  return midnight - after > change ? midnight - after : Math.min(midnight - before, change);
};
