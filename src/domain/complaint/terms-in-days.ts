import { instantOf, millisecondsOf, type Instant } from '../kernel/instant.js';
import { dayMs } from '../kernel/durations.js';
import { endOfLocalDate, shownAt } from '../kernel/zone-clock.js';

/**
 * The last moment of a term of calendar days (*días naturales siguientes*): the local day of the fact is not counted,
 * and the last day counts to its end by the clocks of the provider's zone.
 */
export const endOfTerm = (fact: Instant, days: number, zone: string): Instant => {
  const received = Math.floor(shownAt(millisecondsOf(fact), zone) / dayMs);
  return instantOf(endOfLocalDate(received + days, zone) - 1);
};

/** The local date of a moment in the provider's zone, `2026-11-24`. */
export const localDateOf = (at: Instant, zone: string): string =>
  instantOf(shownAt(millisecondsOf(at), zone)).slice(0, 10);

/** The year of a moment in the provider's zone. */
export const localYearOf = (at: Instant, zone: string): number => Number(localDateOf(at, zone).slice(0, 4));
