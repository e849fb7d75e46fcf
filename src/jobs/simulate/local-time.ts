import { dayMs, hourMs, minuteMs } from '../../domain/kernel/durations.js';
import { tzOffset } from '@date-fns/tz';
import { instantOf, millisecondsOf, type Instant } from '../../domain/kernel/instant.js';

export { dayMs, hourMs, minuteMs };

const offset = (zone: string, ms: number) => tzOffset(zone, new Date(ms)) * minuteMs;

/** A local time as if it were UTC, in milliseconds. */
const localOf = (at: Instant, zone: string): number => millisecondsOf(at) + offset(zone, millisecondsOf(at));

/** The instant of a local time given as if it were UTC; one that a change of the clock skips is moved on by it. */
export const fromLocal = (local: number, zone: string): Instant => {
  const guess = local - offset(zone, local);
  return instantOf(local - offset(zone, guess));
};

/** Midnight of the local day that lies `days` after that of an instant. */
export const localDay = (at: Instant, zone: string, days: number): number =>
  (Math.floor(localOf(at, zone) / dayMs) + days) * dayMs;

/** The same moment where the local time lies between two hours of the day; otherwise the next one that does. */
export const withinHours = (at: number, zone: string, opens: number, closes: number): number => {
  const local = localOf(instantOf(Math.round(at)), zone);
  const midnight = Math.floor(local / dayMs) * dayMs;
  const hour = (local - midnight) / hourMs;
  if (hour >= opens && hour < closes) return at;
  const day = hour < opens ? midnight : midnight + dayMs;
  return millisecondsOf(fromLocal(day + opens * hourMs, zone));
};

/** Monday 0 to Sunday 6, of a local midnight. */
export const weekdayOf = (local: number): number => (((Math.floor(local / dayMs) + 3) % 7) + 7) % 7;

export const monthOf = (local: number): number => new Date(local).getUTCMonth();
