import { compactRange, type CompactRange } from '../merkle/compact-range.js';
import { leafHash, type Hash } from '../merkle/hash.js';
import { encodeEntryBundle, longestEntry } from './entry-bundle.js';
import { tileWidth, type Tile } from './tile-path.js';

/** Takes a tile that is full, or is asked for as it stands. */
export type WriteTile = (tile: Tile, bytes: Uint8Array) => void | Promise<void>;

/** A log that grows by one entry after another, as tiles; at most one tile a level is held in memory. */
export interface TileWriter {
  readonly size: () => number;
  readonly root: () => Hash;
  /** Adds an entry; tiles that it fills are written. Returns its place. */
  readonly append: (entry: Uint8Array) => Promise<number>;
  /** Writes the partial tiles of the tree as it stands: what a checkpoint of this size needs. */
  readonly writePartial: () => Promise<void>;
}

/** A row of hashes at one level that is not full yet. */
interface Row {
  index: number;
  hashes: Hash[];
  /** Over the hashes of this row: its root is the next hash of the level above. */
  range: CompactRange;
}

const rowAt = (index: number): Row => ({ index, hashes: [], range: compactRange() });

export const tileWriter = (write: WriteTile): TileWriter => {
  const whole = compactRange();
  const rows: Row[] = [];
  let entries: Uint8Array[] = [];

  const addHash = async (level: number, hash: Hash): Promise<void> => {
    const row = (rows[level] ??= rowAt(0));
    row.hashes.push(hash);
    row.range.append(hash);
    if (row.hashes.length < tileWidth) return;
    await write({ level, index: row.index, width: tileWidth }, Buffer.concat(row.hashes));
    rows[level] = rowAt(row.index + 1);
    await addHash(level + 1, row.range.root());
  };

  const writeEntries = (index: number): void | Promise<void> =>
    write({ level: 'entries', index, width: entries.length }, encodeEntryBundle(entries));

  return {
    size: whole.size,
    root: whole.root,
    append: async (entry) => {
      if (entry.length > longestEntry) throw new RangeError(`an entry of ${entry.length} bytes`);
      const place = whole.size();
      const hash = leafHash(entry);
      entries.push(entry);
      whole.append(hash);
      if (entries.length === tileWidth) {
        await writeEntries((place + 1) / tileWidth - 1);
        entries = [];
      }
      await addHash(0, hash);
      return place;
    },
    writePartial: async () => {
      if (entries.length > 0) await writeEntries(Math.floor(whole.size() / tileWidth));
      for (const [level, { index, hashes }] of rows.entries())
        if (hashes.length > 0) await write({ level, index, width: hashes.length }, Buffer.concat(hashes));
    },
  };
};
