import type { JsonValue } from '../../../domain/kernel/json.js';
import { fault } from '../faults.js';
import { parseJson, repeatedKeyIn } from './json-text.js';
import { readBytes, textOf, type BoundedInput } from './read-bytes.js';

/** A profile, a mapping or a calendar is small. */
const mostBytes = 5_000_000;

/** The text of an input that is to be JSON, and its value. Throws `input-unreadable`, `input-too-large`, `input-not-json`. */
export const readJson = async (
  input: BoundedInput,
): Promise<{ readonly text: string; readonly value: JsonValue }> => {
  const { file } = input;
  const decoded = textOf(await readBytes(input));
  if ('reason' in decoded) throw fault('input-not-json', { file, reason: decoded.reason });
  const { text } = decoded;
  if (text.trim() === '') throw fault('input-not-json', { file, reason: 'empty' });
  const value = parseJson(text);
  if (value === undefined) throw fault('input-not-json', { file, reason: 'no-json' });
  return { text, value };
};

/** What a JSON file holds. Throws `input-unreadable`, `input-too-large`, `input-not-json`, `input-key-twice`. */
export const readJsonFile = async (path: string): Promise<JsonValue> => {
  const { text, value } = await readJson({ from: path, file: path, most: mostBytes });
  const key = repeatedKeyIn(text);
  if (key !== undefined) throw fault('input-key-twice', { file: path, key });
  return value;
};
