import { TZDate } from '@date-fns/tz';
import { instantOf, millisecondsOf, type Instant } from '../kernel/instant.js';

/**
 * The last moment of a term of calendar days (*días naturales siguientes*): the local day of the fact is not counted,
 * and the last day counts to its end by the clocks of the provider's zone.
 */
export const endOfTerm = (fact: Instant, days: number, zone: string): Instant => {
  const local = new TZDate(millisecondsOf(fact), zone);
  const dayAfter = local.getDate() + days + 1;
  return instantOf(
    new TZDate(local.getFullYear(), local.getMonth(), dayAfter, 0, 0, 0, 0, zone).getTime() - 1,
  );
};

/** The local date of a moment in the provider's zone, `2026-11-24`. */
export const localDateOf = (at: Instant, zone: string): string => {
  const local = new TZDate(millisecondsOf(at), zone);
  return [local.getFullYear(), local.getMonth() + 1, local.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
};

/** The year of a moment in the provider's zone. */
export const localYearOf = (at: Instant, zone: string): number => Number(localDateOf(at, zone).slice(0, 4));
