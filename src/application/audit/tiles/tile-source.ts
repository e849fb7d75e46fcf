import { hashLength, nodeHash, type Hash } from '../merkle/hash.js';
import type { ReadNode } from '../merkle/prove.js';
import { tileHeight, tileWidth, type HashTile, type Tile } from './tile-path.js';

/** Reads the bytes of a tile; throws where there is none. */
export type ReadTile = (tile: Tile) => Uint8Array | Promise<Uint8Array>;

/** The hash at a place of a row of hashes. */
export const hashAt = (row: Uint8Array, place: number): Hash =>
  row.subarray(place * hashLength, (place + 1) * hashLength);

const rowAbove = (row: Uint8Array): Uint8Array => {
  const above = new Uint8Array(Math.floor(row.length / hashLength / 2) * hashLength);
  for (let at = 0; at < above.length; at += hashLength)
    above.set(
      nodeHash(
        row.subarray(2 * at, 2 * at + hashLength),
        row.subarray(2 * at + hashLength, 2 * (at + hashLength)),
      ),
      at,
    );
  return above;
};

/** The rows of the tree within a tile, from its own hashes up. */
const hashesOf = (bytes: Uint8Array): readonly Uint8Array[] => {
  const rows = [bytes];
  for (let row = bytes; rows.length < tileHeight; rows.push(row)) row = rowAbove(row);
  return rows;
};

/** Tiles kept at hand, of 16 KiB each: proofs of neighbours share theirs. */
const kept = 1024;

/** Nodes of a tree that is read from its tiles. */
export interface TileNodes {
  readonly readNode: ReadNode;
  /** Takes a tile that was read already, so that it is not read again while it is at hand. Gives the root of a full one. */
  readonly take: (tile: HashTile, bytes: Uint8Array) => Hash | undefined;
}

/** Nodes of a tree of `size` entries, whose tiles are kept at hand. */
export const tileNodes = (readTile: ReadTile, size: number): TileNodes => {
  const cache = new Map<string, readonly Uint8Array[]>();
  const keep = (key: string, rows: readonly Uint8Array[]): void => {
    const oldest = cache.keys().next();
    if (cache.size >= kept && oldest.done !== true) cache.delete(oldest.value);
    cache.set(key, rows);
  };
  const tileRows = async (level: number, index: number): Promise<readonly Uint8Array[]> => {
    const key = `${level}/${index}`;
    const found = cache.get(key);
    if (found !== undefined) return found;
    const width = Math.min(tileWidth, Math.floor(size / tileWidth ** level) - index * tileWidth);
    const rows = hashesOf(await readTile({ level, index, width }));
    keep(key, rows);
    return rows;
  };
  return {
    readNode: async (level, index) => {
      const within = level % tileHeight;
      const inRow = tileWidth / 2 ** within;
      const rows = await tileRows((level - within) / tileHeight, Math.floor(index / inRow));
      const row = rows[within];
      if (row === undefined) throw new RangeError(`no row ${within} in a tile`);
      return hashAt(row, index % inRow);
    },
    take: ({ level, index, width }, bytes) => {
      const rows = hashesOf(bytes);
      keep(`${level}/${index}`, rows);
      const last = rows.at(-1);
      return width < tileWidth || last === undefined ? undefined : nodeHash(hashAt(last, 0), hashAt(last, 1));
    },
  };
};

/** Nodes of a tree of `size` entries, read from its tiles. */
export const nodesFromTiles = (readTile: ReadTile, size: number): ReadNode =>
  tileNodes(readTile, size).readNode;
