import { hash } from 'node:crypto';
import { instantOf, type Instant } from '../../domain/kernel/instant.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const timeOrdered = /^[0-9a-f]{8}-[0-9a-f]{4}-[78]/i;

/** True for any RFC 9562 UUID. */
export const isUuid = (text: string): boolean => uuid.test(text);

/** The first 48 bits of a time-ordered UUID, as 12 hexadecimal digits; `undefined` for any other text. */
export const timeBitsOf = (text: string): string | undefined =>
  uuid.test(text) && timeOrdered.test(text) ? text.slice(0, 8) + text.slice(9, 13) : undefined;

/** The millisecond a time-ordered UUID was made of. */
export const instantOfUuid = (text: string): Instant | undefined => {
  const bits = timeBitsOf(text);
  return bits === undefined ? undefined : instantOf(Number.parseInt(bits, 16));
};

export const timeBits = (milliseconds: number): string =>
  Math.trunc(milliseconds).toString(16).padStart(12, '0');

const variants = ['8', '9', 'a', 'b'];

/** A UUID of 48 bits of time and at least 19 hexadecimal digits of anything else. */
export const uuidFrom = (version: 7 | 8, time: string, digits: string): string => {
  const variant = variants[Number.parseInt(digits.slice(3, 4), 16) % 4] ?? '8';
  return `${time.slice(0, 8)}-${time.slice(8)}-${String(version)}${digits.slice(0, 3)}-${variant}${digits.slice(4, 7)}-${digits.slice(7, 19)}`;
};

/** A UUID (version 8) that is a function of a time and a list of names: the same again on every retry and store. */
export const derivedUuid = (time: string, ...names: readonly string[]): string =>
  uuidFrom(8, time, hash('sha256', JSON.stringify(names), 'hex'));
