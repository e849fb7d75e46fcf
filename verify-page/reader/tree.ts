import { concat, isEqual, type Hashing } from './bytes.js';

const nodePrefix = Uint8Array.of(1);
const leafPrefix = Uint8Array.of(0);

/** Two subtrees side by side (RFC 6962, 2.1). */
export const nodeOf = ({ sha256 }: Hashing, left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(concat(nodePrefix, left, right));

/** An entry as a leaf (RFC 6962, 2.1). */
export const leafOf = ({ sha256 }: Hashing, entry: Uint8Array): Uint8Array =>
  sha256(concat(leafPrefix, entry));

const half = (value: number): number => Math.floor(value / 2);
const isOdd = (value: number): boolean => value % 2 === 1;

interface Roots {
  readonly older: Uint8Array;
  readonly newer: Uint8Array;
}

/** What RFC 9162 does alike in 2.1.3.2 and 2.1.4.2: from hashes on the way up to the roots. */
const follow = (
  hashing: Hashing,
  start: { readonly place: number; readonly last: number },
  hashes: readonly Uint8Array[],
  first: Uint8Array,
): Roots | undefined => {
  let { place, last } = start;
  let [older, newer] = [first, first];
  for (const hash of hashes) {
    if (last === 0) return undefined;
    if (isOdd(place) || place === last) {
      older = nodeOf(hashing, hash, older);
      newer = nodeOf(hashing, hash, newer);
      while (!isOdd(place) && place !== 0) [place, last] = [half(place), half(last)];
    } else newer = nodeOf(hashing, newer, hash);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 ? { older, newer } : undefined;
};

const areHashes = (hashes: readonly Uint8Array[]): boolean => hashes.every(({ length }) => length === 32);

export interface Inclusion {
  readonly index: number;
  readonly size: number;
  readonly leaf: Uint8Array;
  readonly root: Uint8Array;
}

/** True where the hashes lead from the leaf at its place to the root (RFC 9162, 2.1.3.2). */
export const isIncluded = (
  hashing: Hashing,
  { index, size, leaf, root }: Inclusion,
  hashes: readonly Uint8Array[],
): boolean => {
  if (index >= size || !areHashes(hashes)) return false;
  const roots = follow(hashing, { place: index, last: size - 1 }, hashes, leaf);
  return roots !== undefined && isEqual(roots.newer, root);
};

/** A tree of so many entries. */
export interface Tree {
  readonly size: number;
  readonly root: Uint8Array;
}

const isGrown = (hashing: Hashing, old: Tree, now: Tree, hashes: readonly Uint8Array[]): boolean => {
  let [place, last] = [old.size - 1, now.size - 1];
  while (isOdd(place)) [place, last] = [half(place), half(last)];
  const [first, ...rest] = place === 0 ? [old.root, ...hashes] : hashes;
  const roots = first === undefined ? undefined : follow(hashing, { place, last }, rest, first);
  return roots !== undefined && isEqual(roots.older, old.root) && isEqual(roots.newer, now.root);
};

/** True where the newer tree begins with the older one (RFC 9162, 2.1.4.2); nothing is proved from size 0. */
export const isContinued = (
  hashing: Hashing,
  old: Tree,
  now: Tree,
  hashes: readonly Uint8Array[],
): boolean => {
  if (old.size === 0 || old.size > now.size || !areHashes(hashes)) return false;
  if (old.size === now.size) return hashes.length === 0 && isEqual(old.root, now.root);
  return hashes.length > 0 && isGrown(hashing, old, now, hashes);
};

/** The hash at a place of a row. */
export const hashAt = (row: Uint8Array, place: number): Uint8Array =>
  row.subarray(32 * place, 32 * place + 32);

/** Root of a row of hashes, of which there are a power of two. */
export const rootOfRow = (hashing: Hashing, row: Uint8Array): Uint8Array => {
  let hashes = row;
  while (hashes.length > 32) {
    const above = new Uint8Array(hashes.length / 2);
    for (let place = 0; place < above.length / 32; place += 1)
      above.set(nodeOf(hashing, hashAt(hashes, 2 * place), hashAt(hashes, 2 * place + 1)), 32 * place);
    hashes = above;
  }
  return hashes;
};

/** A tile of hashes at its level, or a bundle of entries (C2SP tlog-tiles). */
export interface Tile {
  readonly level: number | 'entries';
  readonly index: number;
  readonly width: number;
}

/** Where a tile lies: `tile/0/x001/234/067.p/5`. */
export const tilePath = ({ level, index, width }: Tile): string => {
  const groups = [String(index % 1000).padStart(3, '0')];
  for (let left = Math.floor(index / 1000); left > 0; left = Math.floor(left / 1000))
    groups.unshift(`x${String(left % 1000).padStart(3, '0')}`);
  return `tile/${level}/${groups.join('/')}${width === 256 ? '' : `.p/${width}`}`;
};

/** Tiles of a level in a tree of so many entries, from the one that holds entry `start` on; `most` at most. */
export const tilesOf = (level: number, size: number, start: number, most = Infinity): readonly Tile[] => {
  const count = Math.floor(size / 256 ** level);
  const first = Math.floor(start / 256 ** (level + 1));
  const length = Math.min(most, Math.max(0, Math.ceil(count / 256) - first));
  return Array.from({ length }, (_none, place) => {
    const index = first + place;
    return { level, index, width: Math.min(256, count - 256 * index) };
  });
};

/** Levels of tiles in a tree of so many entries. */
export const levelsOf = (size: number): readonly number[] =>
  [0, 1, 2, 3, 4, 5, 6].filter((level) => 256 ** level <= size);

/** Root over the first `count` entries, from the tiles of a tree of `size`. */
export const rootAt = async (
  hashing: Hashing,
  readTile: (path: string) => Promise<Uint8Array>,
  count: number,
  size: number,
): Promise<Uint8Array> => {
  let root: Uint8Array | undefined;
  let [left, bit] = [count, 0];
  // Complete subtrees from right to left, one for each bit of the count.
  for (let width = 1; left > 0; width *= 2, bit += 1) {
    if (Math.floor(count / width) % 2 === 0) continue;
    left -= width;
    const level = Math.floor(bit / 8);
    const first = left / 256 ** level;
    const index = Math.floor(first / 256);
    const tile = { level, index, width: Math.min(256, Math.floor(size / 256 ** level) - 256 * index) };
    const row = await readTile(tilePath(tile));
    const place = first % 256;
    const hash = rootOfRow(hashing, row.subarray(32 * place, 32 * (place + 2 ** (bit % 8))));
    root = root === undefined ? hash : nodeOf(hashing, hash, root);
  }
  return root ?? hashing.sha256(new Uint8Array());
};
