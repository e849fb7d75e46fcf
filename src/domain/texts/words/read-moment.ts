import { tz } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { isValid } from 'date-fns/isValid';
import { parse } from 'date-fns/parse';
import { instantOf, parseInstant, type Instant } from '../../kernel/instant.js';

const two = (digits: string): string => digits.padStart(2, '0');

const time = '(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2}))?(?: ?h)?$';
const yearFirst = new RegExp(`^(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})[ T]${time}`, 'i');
const dayFirst = new RegExp(`^(?<day>\\d{1,2})/(?<month>\\d{1,2})/(?<year>\\d{4}),? ${time}`, 'i');

/** A local date and time in one form, `2026-12-21 10:00:00`; `undefined` for a text that is none. */
const wallTimeOf = (text: string): string | undefined => {
  const groups = (yearFirst.exec(text) ?? dayFirst.exec(text))?.groups;
  if (groups === undefined) return undefined;
  const part = (name: string): string => two(groups[name] ?? '');
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`;
};

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

/** Whether a text may be a moment in some zone: which one it is, the zone says. */
export const isMomentTyped = (text: string): boolean =>
  parseInstant(text.trim()) !== undefined || wallTimeOf(text.trim()) !== undefined;
