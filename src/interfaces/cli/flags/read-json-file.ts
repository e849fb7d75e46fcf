import { readFile, stat } from 'node:fs/promises';
import { codeOf } from '../../../application/errors/code-of.js';
import type { JsonValue } from '../../../domain/kernel/json.js';
import { fault, unreadable } from '../faults.js';
import { parseJson, repeatedKeyIn } from './json-text.js';

/** A profile or a mapping is small. */
const mostBytes = 5_000_000;

const bytesOf = async (path: string): Promise<Uint8Array> => {
  try {
    if ((await stat(path)).size > mostBytes) throw fault('input-too-large', { file: path, most: mostBytes });
    return await readFile(path);
  } catch (error) {
    throw codeOf(error) === 'input-too-large' ? error : unreadable(path, error);
  }
};

const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** What a JSON file holds. Throws `input-unreadable`, `input-too-large`, `input-not-json`, `input-key-twice`. */
export const readJsonFile = async (path: string): Promise<JsonValue> => {
  const text = textOf(await bytesOf(path));
  const value = text === undefined ? undefined : parseJson(text);
  if (text === undefined || value === undefined) throw fault('input-not-json', { file: path });
  const key = repeatedKeyIn(text);
  if (key !== undefined) throw fault('input-key-twice', { file: path, key });
  return value;
};
