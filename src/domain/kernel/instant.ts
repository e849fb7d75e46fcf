import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';

declare const instant: unique symbol;

/**
 * A moment on the time line: ISO 8601 in UTC with milliseconds, `2026-11-24T06:45:19.000Z`.
 * Instants sort as strings, so comparing two of them needs no parsing.
 */
export type Instant = string & { readonly [instant]: true };

const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
// Every month has 28 days: only the other three are looked up in the calendar.
const inEveryMonth = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

const isInCalendar = (text: string): boolean => {
  const milliseconds = Date.parse(text);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === text;
};

/** True for a canonical instant that exists in the calendar (no 30 February, no hour 24). */
export const isInstant = (given: unknown): given is Instant =>
  typeof given === 'string' && (inEveryMonth.test(given) || (pattern.test(given) && isInCalendar(given)));

/** What `toISOString` gives for a year of four digits is canonical; other years are longer. */
const isCanonical = (text: string): text is Instant => text.length === 24;

/** The instant of a number of milliseconds since 1970 (UTC). Throws outside what a date can hold. */
export const instantOf = (milliseconds: number): Instant => {
  const text = new Date(milliseconds).toISOString();
  if (isCanonical(text)) return text;
  throw new RangeError(`no four-digit year holds ${milliseconds} ms`);
};

/** Milliseconds since 1970 (UTC). */
export const millisecondsOf = (at: Instant): number => Date.parse(at);

const withZone =
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d([.,]\d{1,9})?)?(Z|[+-](0\d|1[0-3]):?[0-5]\d|[+-]14:?00)$/i;

/** No moment of ours lies before: what is told of an earlier year is a slip (design: Time). */
export const firstMoment = '2000-01-01T00:00:00.000Z';
/** Logs of other systems go back further, and some begin at the epoch, where their times were made anonymous. */
export const firstMomentOfLogs = '1970-01-01T00:00:00.000Z';
const end = '2201-01-01T00:00:00.000Z';

const inRange = (at: Instant, first: string): Instant | undefined =>
  at >= first && at < end ? at : undefined;

/**
 * The milliseconds since 1970 that a `Date` holds, of whatever realm; `undefined` for all else, a proxy of one among it.
 * Neither a getter nor a method of the value is called: what another program passed may throw in either.
 */
export const millisecondsIn = (given: unknown): number | undefined => {
  try {
    return Date.prototype.getTime.call(given);
  } catch {
    return undefined;
  }
};

const instantOfDate = (date: Date, first: string): Instant | undefined => {
  const year = date.getUTCFullYear();
  return year >= 1970 && year <= 2200 ? inRange(instantOf(date.getTime()), first) : undefined;
};

/**
 * Reads any ISO 8601 date-time of the years 2000 to 2200 that names its offset, at most 14 hours, and gives the canonical
 * instant; `undefined` for anything else. `first`: another first moment. A time without an offset is refused: which moment
 * it means would depend on the machine that reads it.
 */
export const parseInstant = (text: unknown, first: string = firstMoment): Instant | undefined => {
  if (typeof text !== 'string' || !withZone.test(text)) return undefined;
  const parsed = parseISO(text);
  return isValid(parsed) ? instantOfDate(parsed, first) : undefined;
};

/** A moment as a host gives it: a `Date`, or an ISO 8601 date-time that names its offset. */
export type Moment = string | Date;

const longestText = 40;

/**
 * Reads a moment of the years 2000 to 2200 of whatever sort, and gives the canonical instant; else `undefined`. `first`:
 * another first moment.
 */
export const readInstant = (given: unknown, first: string = firstMoment): Instant | undefined => {
  if (typeof given === 'string') {
    if (given.length > longestText) return undefined;
    return isInstant(given) ? inRange(given, first) : parseInstant(given, first);
  }
  const milliseconds = typeof given === 'object' ? millisecondsIn(given) : undefined;
  if (milliseconds === undefined || Number.isNaN(milliseconds)) return undefined;
  return instantOfDate(new Date(milliseconds), first);
};

/** The later of two instants. */
export const laterOf = (a: Instant, b: Instant): Instant => (a < b ? b : a);
