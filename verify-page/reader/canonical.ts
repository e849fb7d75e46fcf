import { textOf } from './bytes.js';

export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Within how many objects and lists a value lies at most: no answer is to depend on how large a browser's stack is. */
const deepest = 100;

/** True where the keys of every object stand in the order of their UTF-16 units, and no value lies deeper than so many levels. */
const isInOrder = (value: unknown, levels: number): boolean => {
  if (levels < 0) return false;
  if (Array.isArray(value)) return value.every((each) => isInOrder(each, levels - 1));
  if (!isJson(value)) return true;
  let last: string | undefined;
  for (const key of Object.keys(value)) {
    if (last !== undefined && last >= key) return false;
    if (!isInOrder(value[key], levels - 1)) return false;
    last = key;
  }
  return true;
};

/** JSON as RFC 8785 spells it. Throws where a value lies too deep. */
export const canonical = (value: unknown, levels = deepest): string => {
  if (levels < 0) throw new RangeError('nested too deep');
  const inner = (each: unknown): string => canonical(each, levels - 1);
  if (Array.isArray(value)) return `[${value.map(inner).join(',')}]`;
  if (!isJson(value)) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${inner(value[key])}`).join(',')}}`;
};

const isCanonical = (value: unknown, text: string): boolean =>
  // The platform writes numbers and strings as RFC 8785 does; where keys are in their order it writes the whole text so.
  (isInOrder(value, deepest) ? JSON.stringify(value) : canonical(value)) === text;

/** The JSON object that these bytes are in the one spelling of RFC 8785, before `end`; `undefined` where they are none. */
export const parseCanonical = (bytes: Uint8Array, end = ''): Json | undefined => {
  const text = textOf(bytes);
  if (text?.endsWith(end) !== true) return undefined;
  const json = text.slice(0, text.length - end.length);
  try {
    const value: unknown = JSON.parse(json);
    return isJson(value) && isCanonical(value, json) ? value : undefined;
  } catch {
    return undefined;
  }
};

export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
