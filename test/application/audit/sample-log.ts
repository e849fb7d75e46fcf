import { tilePath, type Tile } from '../../../src/application/audit/tiles/tile-path.js';
import { tileWriter } from '../../../src/application/audit/tiles/tile-writer.js';

/** Entries that all differ: `entry 0`, `entry 1`, ... */
export const entriesUpTo = (size: number): readonly Uint8Array[] =>
  Array.from({ length: size }, (_none, index) => Buffer.from(`entry ${index}`));

/** A log in memory: its tiles by path. */
export const logOf = async (entries: readonly Uint8Array[]) => {
  const files = new Map<string, Uint8Array>();
  const writer = tileWriter((tile, bytes) => void files.set(tilePath(tile), bytes));
  for (const entry of entries) await writer.append(entry);
  await writer.writePartial();
  const readTile = (tile: Tile): Uint8Array => {
    const bytes = files.get(tilePath(tile));
    if (bytes === undefined) throw new Error(`no ${tilePath(tile)}`);
    return bytes;
  };
  return { files, readTile, size: writer.size(), root: writer.root() };
};
