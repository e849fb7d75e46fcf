import { compactRange } from '../audit/merkle/compact-range.js';
import type { Hash } from '../audit/merkle/hash.js';
import { tileHeight, tileWidth, type Tile } from '../audit/tiles/tile-path.js';

/** A tree that grows by one leaf after another, of which the hashes of full tiles are kept: one for 256 entries. */
export interface GrowingTree {
  readonly size: () => number;
  readonly append: (leaf: Hash) => void;
  readonly root: () => Hash;
  /** The hashes of a tile above the leaves. */
  readonly tile: (tile: Tile & { readonly level: number }) => Uint8Array;
}

const rootOfHashes = (hashes: readonly Hash[]): Hash => {
  const range = compactRange();
  for (const hash of hashes) range.append(hash);
  return range.root();
};

export const growingTree = (): GrowingTree => {
  /** By level, from 1: every hash that a full tile below gave. */
  const levels: Hash[][] = [];
  let leaves: Hash[] = [];
  let size = 0;

  const addTo = (level: number, hash: Hash): void => {
    const hashes = (levels[level] ??= []);
    hashes.push(hash);
    if (hashes.length % tileWidth === 0) addTo(level + 1, rootOfHashes(hashes.slice(-tileWidth)));
  };

  return {
    size: () => size,
    append: (leaf) => {
      leaves.push(leaf);
      size += 1;
      if (leaves.length < tileWidth) return;
      const full = leaves;
      leaves = [];
      addTo(1, rootOfHashes(full));
    },
    root: () => {
      const range = compactRange();
      for (let level = levels.length - 1; level >= 1; level -= 1) {
        const hashes = levels[level] ?? [];
        const covered = (levels[level + 1]?.length ?? 0) * tileWidth;
        for (const hash of hashes.slice(covered)) range.append(hash, level * tileHeight);
      }
      for (const leaf of leaves) range.append(leaf);
      return range.root();
    },
    tile: ({ level, index, width }) =>
      Buffer.concat((levels[level] ?? []).slice(index * tileWidth, index * tileWidth + width)),
  };
};
