import type { ReadTile } from '../../application/audit/tiles/tile-source.js';
import { textOfBytes } from '../../application/audit/notes/strict-text.js';
import { isJsonObject } from '../../application/schema/json-object.js';
import { eachEntry } from './survey.js';

/** Persons of whom the entries from `start` on hold sealed values, of one stream or of all; in the order of their names. */
export const personsIn = async (
  readTile: ReadTile,
  size: number,
  start: number,
  only?: string,
): Promise<readonly string[]> => {
  const persons = new Set<string>();
  for await (const [, bytes] of eachEntry(readTile, size, start)) {
    const entry: unknown = JSON.parse(textOfBytes(bytes) ?? 'null');
    if (!isJsonObject(entry) || (only !== undefined && entry['stream'] !== only)) continue;
    const { sealed } = entry;
    if (isJsonObject(sealed)) for (const person of Object.keys(sealed)) persons.add(person);
  }
  return [...persons].sort();
};
