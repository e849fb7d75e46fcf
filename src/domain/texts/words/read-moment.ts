import { instantOf, parseInstant, type Instant } from '../../kernel/instant.js';
import { firstShowing } from '../../kernel/zone-clock.js';
import { wallTimeOf } from './wall-time.js';

/** The first instant at which the clocks of a zone show it; `undefined` where they never do. */
const instantShowing = (wallTime: string, zone: string): Instant | undefined => {
  const at = firstShowing(Date.parse(`${wallTime.replace(' ', 'T')}Z`), zone);
  return at === undefined ? undefined : parseInstant(instantOf(at));
};

/**
 * A moment as people type it: ISO 8601 with its offset, or a local time in the zone of the provider, `2026-12-21 10:00` or
 * `21/12/2026 10:00`. `undefined` for anything else, and for an hour that the zone skips; of one that it repeats the first.
 */
export const readMoment = (text: string, zone: string): Instant | undefined => {
  const typed = text.trim();
  const wallTime = wallTimeOf(typed);
  return parseInstant(typed) ?? (wallTime === undefined ? undefined : instantShowing(wallTime, zone));
};
