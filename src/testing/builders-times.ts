import { instantOf, millisecondsOf, parseInstant, type Instant } from '../domain/kernel/instant.js';

const first = Date.parse('2026-03-02T15:00:00.000Z');

/** A moment counted in hours from when the request of a specification reached the provider (2 March 2026, 15:00 UTC). */
export const hours = (count: number): Instant => instantOf(first + Math.round(count * 3_600_000));

/** A moment counted in days of 24 hours from the same start. */
export const days = (count: number): Instant => hours(count * 24);

/** A moment written out, with its offset. Throws `RangeError` where it is none. */
export const at = (text: string): Instant => {
  const instant = parseInstant(text);
  if (instant === undefined) throw new RangeError(`no moment: ${text}`);
  return instant;
};

/** A minute later. */
export const aMinuteAfter = (instant: Instant): Instant => instantOf(millisecondsOf(instant) + 60_000);
