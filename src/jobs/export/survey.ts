import { decodeEntryBundle } from '../../application/audit/tiles/entry-bundle.js';
import { tilesOfLevel, tileWidth } from '../../application/audit/tiles/tile-path.js';
import type { ReadTile } from '../../application/audit/tiles/tile-source.js';
import { readEntry, type Entry } from '../bundle/entry.js';

/** A folio that was given within the entries looked at, and where its stream's entries lie. */
export interface SurveyedFolio {
  readonly folio: string;
  readonly stream: string;
  /** Place of its stream's last entry. */
  readonly last: number;
}

/** The folios found so far. */
export interface FolioSurvey {
  readonly folios: ReadonlyMap<string, SurveyedFolio>;
  /** Takes the entry at a place, each in its order. */
  readonly take: (place: number, entry: Entry) => void;
}

/** Goes through the entries from `start` on, in their order. */
export const eachEntry = async function* (
  readTile: ReadTile,
  size: number,
  start = 0,
): AsyncGenerator<readonly [index: number, entry: Uint8Array]> {
  for (const tile of tilesOfLevel('entries', size, start)) {
    const entries = decodeEntryBundle(await readTile(tile)) ?? [];
    for (const [place, entry] of entries.entries()) {
      const index = tile.index * tileWidth + place;
      if (index >= start) yield [index, entry];
    }
  }
};

/** Finds the folios that are given in the entries it takes, by name. */
export const folioSurvey = (): FolioSurvey => {
  const folioOfStream = new Map<string, string>();
  const folios = new Map<string, SurveyedFolio>();
  return {
    folios,
    take: (last, { stream, folio: given }) => {
      if (given !== undefined) folioOfStream.set(stream, given);
      const folio = folioOfStream.get(stream);
      if (folio !== undefined) folios.set(folio, { folio, stream, last });
    },
  };
};

/** Places of a stream's entries, in their order. */
export const indexesOfStream = async (
  readTile: ReadTile,
  size: number,
  stream: string,
): Promise<readonly (readonly [index: number, entry: Uint8Array])[]> => {
  const found: (readonly [number, Uint8Array])[] = [];
  for await (const [index, bytes] of eachEntry(readTile, size))
    if (readEntry(bytes)?.stream === stream) found.push([index, bytes]);
  return found;
};
