import type { JsonValue } from '../../../domain/kernel/json.js';
import { fault } from '../faults.js';
import { parseJson, repeatedKeyIn } from './json-text.js';
import { readBytes, textOf, type BoundedInput } from './read-bytes.js';

/** A profile, a mapping or a calendar is small. */
const mostBytes = 5_000_000;

/**
 * The value of an input that is to be JSON. Of two values under one key JSON keeps the last: which one is meant cannot be
 * known. Throws `input-unreadable`, `input-too-large`, `input-not-json`, `input-key-twice`.
 */
export const readJson = async (input: BoundedInput): Promise<JsonValue> => {
  const { file } = input;
  const decoded = textOf(await readBytes(input));
  if ('reason' in decoded) throw fault('input-not-json', { file, reason: decoded.reason });
  const { text } = decoded;
  if (text.trim() === '') throw fault('input-not-json', { file, reason: 'empty' });
  const value = parseJson(text);
  if (value === undefined) throw fault('input-not-json', { file, reason: 'no-json' });
  const key = repeatedKeyIn(text);
  if (key !== undefined) throw fault('input-key-twice', { file, key });
  return value;
};

/** What a JSON file holds. Throws what `readJson` throws. */
export const readJsonFile = (path: string): Promise<JsonValue> =>
  readJson({ from: path, file: path, most: mostBytes });
