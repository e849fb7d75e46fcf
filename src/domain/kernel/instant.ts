import { isDate } from 'date-fns/isDate';
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
export const isInstant = (text: string): text is Instant =>
  inEveryMonth.test(text) || (pattern.test(text) && isInCalendar(text));

/** What `toISOString` gives for a year of four digits is canonical; other years are longer. */
const isCanonical = (text: string): text is Instant => text.length === 24;

/** The instant of a number of milliseconds since 1970 (UTC). Throws `RangeError` outside what a date can hold. */
export const instantOf = (milliseconds: number): Instant => {
  const text = new Date(milliseconds).toISOString();
  if (isCanonical(text)) return text;
  throw new RangeError(`no four-digit year holds ${milliseconds} ms`);
};

/** Milliseconds since 1970 (UTC). */
export const millisecondsOf = (at: Instant): number => Date.parse(at);

const withZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/i;

/**
 * Reads any ISO 8601 date-time that names its offset, and gives the canonical instant; `undefined` for anything else.
 * A time without an offset is refused: which moment it means would depend on the machine that reads it.
 */
export const parseInstant = (text: string): Instant | undefined => {
  if (!withZone.test(text)) return undefined;
  const parsed = parseISO(text);
  if (!isValid(parsed)) return undefined;
  const year = parsed.getUTCFullYear();
  return year < 0 || year > 9999 ? undefined : instantOf(parsed.getTime());
};

/** A moment as a host gives it: a `Date`, or an ISO 8601 date-time that names its offset. */
export type Moment = string | Date;

const longestText = 40;

/** Reads a moment of whatever sort, and gives the canonical instant; `undefined` for anything that is none. */
export const readInstant = (given: unknown): Instant | undefined => {
  if (typeof given === 'string') {
    if (given.length > longestText) return undefined;
    return isInstant(given) ? given : parseInstant(given);
  }
  if (!isDate(given)) return undefined;
  try {
    return instantOf(given.getTime());
  } catch {
    return undefined;
  }
};

/** The later of two instants. */
export const laterOf = (a: Instant, b: Instant): Instant => (a < b ? b : a);
