import { tz } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { isValid } from 'date-fns/isValid';
import { parse } from 'date-fns/parse';
import { instantOf, parseInstant, type Instant } from '../../kernel/instant.js';
import { wallTimeOf } from './wall-time.js';

const form = 'yyyy-MM-dd HH:mm:ss';

/** The instant at which the clocks of a zone show it; `undefined` where they never do. */
const shownAt = (wallTime: string, zone: string): Instant | undefined => {
  const options = { in: tz(zone) };
  const read = parse(wallTime, form, 0, options);
  if (!isValid(read) || format(read, form, options) !== wallTime) return undefined;
  return parseInstant(instantOf(read.getTime()));
};

/**
 * A moment as people type it: ISO 8601 with its offset, or a local time in the zone of the provider, `2026-12-21 10:00` or
 * `21/12/2026 10:00`. `undefined` for anything else, and for an hour that the zone skips; of one that it repeats the first.
 */
export const readMoment = (text: string, zone: string): Instant | undefined => {
  const typed = text.trim();
  const wallTime = wallTimeOf(typed);
  return parseInstant(typed) ?? (wallTime === undefined ? undefined : shownAt(wallTime, zone));
};
