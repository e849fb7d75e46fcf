import { emptyRoot, nodeHash, type Hash } from './hash.js';

/** Root of a complete subtree of 2^level entries. */
interface Subtree {
  readonly level: number;
  readonly hash: Hash;
}

/**
 * What a tree needs to grow: the roots of its complete subtrees, from left to right, one for each bit of its size.
 * Appending takes O(log n), whatever the size.
 */
export interface CompactRange {
  readonly size: () => number;
  /** Adds the next leaf, or a complete subtree of 2^level entries where the size is a multiple of that. */
  readonly append: (hash: Hash, level?: number) => void;
  /** Root over all entries so far (RFC 6962, 2.1). */
  readonly root: () => Hash;
}

/** A range that begins empty, or with the roots of complete subtrees from left to right. */
export const compactRange = (): CompactRange => {
  const subtrees: Subtree[] = [];
  let size = 0;

  const merged = (added: Subtree): Subtree => {
    let tree = added;
    for (let last = subtrees.at(-1); last?.level === tree.level; last = subtrees.at(-1)) {
      subtrees.pop();
      tree = { level: tree.level + 1, hash: nodeHash(last.hash, tree.hash) };
    }
    return tree;
  };

  return {
    size: () => size,
    append: (hash, level = 0) => {
      if (size % 2 ** level !== 0) throw new RangeError(`no subtree of level ${level} begins at ${size}`);
      subtrees.push(merged({ level, hash }));
      size += 2 ** level;
    },
    root: () => {
      const [last, ...others] = [...subtrees].reverse();
      return last === undefined
        ? emptyRoot()
        : others.reduce((right, { hash }) => nodeHash(hash, right), last.hash);
    },
  };
};
