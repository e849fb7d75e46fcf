import { hash } from 'node:crypto';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const timeOrdered = /^[0-9a-f]{8}-[0-9a-f]{4}-[78]/i;
const versionSeven = /^[0-9a-f]{8}-[0-9a-f]{4}-7/i;
const hexadecimal = /^[0-9a-f]+$/;

const timeDigits = 12;
const otherDigits = 19;
const latestTime = 2 ** 48 - 1;

/** True for any RFC 9562 UUID. */
export const isUuid = (text: string): boolean => uuid.test(text);

/** How programs write a UUID, of whatever version: with hyphens or without, as a URN, in any case. */
const spelling =
  /^(?:urn:uuid:)?([0-9a-f]{8})(-?)([0-9a-f]{4})\2([0-9a-f]{4})\2([0-9a-f]{4})\2([0-9a-f]{12})$/i;

/** The one form of an id: a UUID in lower case with its hyphens (design: Identity); any other text as it is. */
export const canonicalId = (text: string): string =>
  spelling.test(text) ? text.replace(spelling, '$1-$3-$4-$5-$6').toLowerCase() : text;

const bitsOf = (text: string): string => (text.slice(0, 8) + text.slice(9, 13)).toLowerCase();

/** The first 48 bits of a time-ordered UUID, as 12 hexadecimal digits; `undefined` for any other text. */
export const timeBitsOf = (text: string): string | undefined =>
  uuid.test(text) && timeOrdered.test(text) ? bitsOf(text) : undefined;

/** The time of a UUID of version 7, as 12 hexadecimal digits; `undefined` for any other text. */
export const timeBitsOfVersion7 = (text: string): string | undefined =>
  uuid.test(text) && versionSeven.test(text) ? bitsOf(text) : undefined;

/** A time in milliseconds since 1970 as the 48 bits of a UUID. Throws `RangeError` for one that 48 bits do not hold. */
export const timeBits = (milliseconds: number): string => {
  const whole = Math.trunc(milliseconds);
  if (whole >= 0 && whole <= latestTime) return whole.toString(16).padStart(timeDigits, '0');
  throw new RangeError(`no UUID holds the time ${milliseconds}`);
};

const variants = ['8', '9', 'a', 'b'];

/**
 * A UUID of 48 bits of time and at least 19 hexadecimal digits of anything else. Throws `RangeError` where they would
 * make no UUID.
 */
export const uuidFrom = (version: 7 | 8, time: string, digits: string): string => {
  const isSound = time.length === timeDigits && digits.length >= otherDigits;
  if (!isSound || !hexadecimal.test(time + digits)) throw new RangeError('no UUID is made of these digits');
  const variant = variants[Number.parseInt(digits.slice(3, 4), 16) % 4] ?? '8';
  return `${time.slice(0, 8)}-${time.slice(8)}-${String(version)}${digits.slice(0, 3)}-${variant}${digits.slice(4, 7)}-${digits.slice(7, 19)}`;
};

/**
 * A UUID (version 8) that is a function of a time and a list of names: the same again on every retry and store. Where
 * there is no time, further bits of the names' hash stand in its place.
 */
export const derivedUuid = (time: string | undefined, ...names: readonly string[]): string => {
  const digits = hash('sha256', JSON.stringify(names), 'hex');
  return uuidFrom(8, time ?? digits.slice(-timeDigits), digits);
};

/** The id of a command that an order gives, by what names the command within it; the letters of a UUID may be large or small. */
export const idWithinOrder = (order: string, job: string, ...names: readonly string[]): string => {
  const id = canonicalId(order);
  return derivedUuid(timeBitsOf(id), job, id, ...names);
};
