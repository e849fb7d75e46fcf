import type { JsonValue } from '../../../domain/kernel/json.js';

const isJson = (value: unknown): value is JsonValue => value !== undefined;

/** The value of a JSON text; `undefined` where it is none. */
export const parseJson = (text: string): JsonValue | undefined => {
  try {
    const read: unknown = JSON.parse(text);
    return isJson(read) ? read : undefined;
  } catch {
    return undefined;
  }
};
