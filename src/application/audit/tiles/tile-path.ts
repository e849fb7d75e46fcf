/** Hashes in a full tile, entries in a full bundle of entries (C2SP tlog-tiles). */
export const tileWidth = 256;

/** Rows of the tree that a tile stands for. */
export const tileHeight = 8;

/** A tile of hashes at its level, or a bundle of entries. */
export interface Tile {
  readonly level: number | 'entries';
  /** Place in the level, from 0. */
  readonly index: number;
  /** Hashes or entries in it: `tileWidth` where it is full. */
  readonly width: number;
}

const groupsOf = (index: number): string => {
  const last = String(index % 1000).padStart(3, '0');
  const rest: string[] = [];
  for (let left = Math.floor(index / 1000); left > 0; left = Math.floor(left / 1000))
    rest.unshift(`x${String(left % 1000).padStart(3, '0')}`);
  return [...rest, last].join('/');
};

/** `tile/0/x001/234/067.p/5`: where a tile lies (C2SP tlog-tiles, "Merkle Tree"). */
export const tilePath = ({ level, index, width }: Tile): string =>
  `tile/${level}/${groupsOf(index)}${width === tileWidth ? '' : `.p/${width}`}`;

/** A tile of hashes. */
export type HashTile = Tile & { readonly level: number };

/** Tiles of one level in a tree of `size` entries, from the one that holds entry `from` on. */
export const tilesOfLevel = function* <Level extends number | 'entries'>(
  level: Level,
  size: number,
  from = 0,
): Generator<Tile & { readonly level: Level }> {
  const row = typeof level === 'number' ? level : 0;
  const hashes = Math.floor(size / tileWidth ** row);
  const span = tileWidth ** (row + 1);
  for (let index = Math.floor(from / span); index * tileWidth < hashes; index += 1)
    yield { level, index, width: Math.min(tileWidth, hashes - index * tileWidth) };
};

/** Every tile of hashes in a tree of `size` entries, level by level; those wholly before entry `from` are left out. */
export const hashTilesOf = function* (size: number, from = 0): Generator<HashTile> {
  for (let level = 0; tileWidth ** level <= size; level += 1) yield* tilesOfLevel(level, size, from);
};
