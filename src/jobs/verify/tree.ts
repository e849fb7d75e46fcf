import { hashLength, leafHash, sameBytes, type Hash } from '../../application/audit/merkle/hash.js';
import { decodeEntryBundle } from '../../application/audit/tiles/entry-bundle.js';
import {
  tilePath,
  tilesOfLevel,
  tileWidth,
  type HashTile,
  type Tile,
} from '../../application/audit/tiles/tile-path.js';
import { hashAt, type TileNodes } from '../../application/audit/tiles/tile-source.js';
import { givingTurns } from '../../infrastructure/shared/system/giving-turns.js';
import { parseEntry, type Entry } from '../bundle/entry.js';
import type { CheckedFiles } from './checked-files.js';
import { bundleFault, isBundleFault } from './fault.js';

/** Takes each entry in its order; throws where it cannot stand there. */
export type TakeEntry = (index: number, entry: Entry, file: string) => void;

const readHashes = (files: CheckedFiles, tile: Tile): Uint8Array => {
  const bytes = files.read(tilePath(tile));
  if (bytes.length !== tile.width * hashLength) throw bundleFault('tile-malformed', tilePath(tile));
  return bytes;
};

/** A bundle of entries that was changed: the first one that is not what the hashes say. */
const firstChanged = (bytes: Uint8Array, hashes: Uint8Array, first: number): number => {
  const entries = decodeEntryBundle(bytes) ?? [];
  const place = entries.findIndex((entry, at) => !sameBytes(leafHash(entry), hashAt(hashes, at)));
  return first + Math.max(place, 0);
};

const readEntries = (files: CheckedFiles, tile: Tile, hashes: Uint8Array): readonly Uint8Array[] => {
  const name = tilePath({ ...tile, level: 'entries' });
  const first = tile.index * tileWidth;
  try {
    const entries = decodeEntryBundle(files.read(name));
    if (entries?.length !== tile.width) throw bundleFault('tile-malformed', name);
    return entries;
  } catch (error) {
    if (!isBundleFault(error) || error.bundleFault.code !== 'file-changed') throw error;
    throw bundleFault('file-changed', name, firstChanged(files.readAgain(name), hashes, first));
  }
};

/** Which entries there are, and who takes them. */
interface EntriesAsked {
  readonly size: number;
  readonly start: number;
  readonly take: TakeEntry;
}

/** Entries against the hashes of level 0. Gives the roots of the full tiles. */
const checkEntries = async (
  files: CheckedFiles,
  nodes: TileNodes,
  { size, start, take }: EntriesAsked,
): Promise<readonly Hash[]> => {
  const roots: Hash[] = [];
  const turn = givingTurns();
  for (const tile of tilesOfLevel(0, size, start)) {
    await turn();
    const hashes = readHashes(files, tile);
    const file = tilePath({ ...tile, level: 'entries' });
    for (const [place, bytes] of readEntries(files, tile, hashes).entries()) {
      const index = tile.index * tileWidth + place;
      if (!sameBytes(leafHash(bytes), hashAt(hashes, place)))
        throw bundleFault('entry-mismatch', file, index);
      const entry = parseEntry(bytes);
      if (entry === undefined) throw bundleFault('entry-malformed', file, index);
      take(index, entry, file);
    }
    const root = nodes.take(tile, hashes);
    if (root !== undefined) roots.push(root);
  }
  return roots;
};

/** A level of tiles against the roots of full tiles below, of which the first is number `first`. */
const checkLevel = (
  files: CheckedFiles,
  nodes: TileNodes,
  tiles: Iterable<HashTile>,
  below: readonly Hash[],
  first: number,
): readonly Hash[] => {
  const roots: Hash[] = [];
  for (const tile of tiles) {
    const hashes = readHashes(files, tile);
    for (let place = 0; place < tile.width; place += 1) {
      const number = tile.index * tileWidth + place;
      const expected = below[number - first];
      if (expected !== undefined && !sameBytes(hashAt(hashes, place), expected))
        throw bundleFault('tile-mismatch', tilePath(tile), number);
    }
    const root = nodes.take(tile, hashes);
    if (root !== undefined) roots.push(root);
  }
  return roots;
};

/**
 * Every tile from `start` on, from the entries up, each read once: each hash is that of what lies below. What the tiles then add up to
 * is the root's affair.
 */
export const checkTiles = async (
  files: CheckedFiles,
  nodes: TileNodes,
  asked: EntriesAsked,
): Promise<void> => {
  const { size, start } = asked;
  let below = await checkEntries(files, nodes, asked);
  for (let level = 1; tileWidth ** level <= size; level += 1)
    below = checkLevel(
      files,
      nodes,
      tilesOfLevel(level, size, start),
      below,
      Math.floor(start / tileWidth ** level),
    );
};
