import { textOf } from './bytes.js';

export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True where the keys of every object stand in the order of their UTF-16 units. */
const isInOrder = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.every(isInOrder);
  if (!isJson(value)) return true;
  let last: string | undefined;
  for (const key of Object.keys(value)) {
    if (last !== undefined && last >= key) return false;
    if (!isInOrder(value[key])) return false;
    last = key;
  }
  return true;
};

/** JSON as RFC 8785 spells it. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isJson(value)) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
};

const isCanonical = (value: unknown, text: string): boolean =>
  // The platform writes numbers and strings as RFC 8785 does; where keys are in their order it writes the whole text so.
  (isInOrder(value) ? JSON.stringify(value) : canonical(value)) === text;

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
