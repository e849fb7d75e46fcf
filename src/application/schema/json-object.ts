import type { JsonObject } from '../../domain/kernel/json.js';

/** True for what `JSON.parse` gives for `{…}`. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
