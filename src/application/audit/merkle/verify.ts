import { hashLength, nodeHash, sameBytes, type Hash } from './hash.js';

/** What an inclusion proof is about. */
export interface Inclusion {
  /** Place of the entry, from 0. */
  readonly index: number;
  /** Entries in the tree. */
  readonly size: number;
  /** Hash of the entry as a leaf. */
  readonly leaf: Hash;
  readonly root: Hash;
}

/** What a consistency proof is about: the tree of `size` entries begins with the one of `older`. */
export interface Consistency {
  readonly older: number;
  readonly olderRoot: Hash;
  readonly size: number;
  readonly root: Hash;
}

const isSize = (value: number): boolean => Number.isSafeInteger(value) && value > 0;

const areHashes = (hashes: readonly Hash[]): boolean => hashes.every(({ length }) => length === hashLength);

const isOdd = (value: number): boolean => value % 2 === 1;
const half = (value: number): number => Math.floor(value / 2);

/** RFC 9162, 2.1.3.2. */
const rootFrom = (index: number, size: number, leaf: Hash, proof: readonly Hash[]): Hash | undefined => {
  let place = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return undefined;
    if (isOdd(place) || place === last) {
      hash = nodeHash(sibling, hash);
      while (!isOdd(place) && place !== 0) [place, last] = [half(place), half(last)];
    } else hash = nodeHash(hash, sibling);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 ? hash : undefined;
};

/** True where the proof shows that the entry lies at its place in the tree of that root. */
export const verifyInclusion = ({ index, size, leaf, root }: Inclusion, proof: readonly Hash[]): boolean => {
  if (!isSize(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  if (!areHashes([leaf, root, ...proof])) return false;
  const found = rootFrom(index, size, leaf, proof);
  return found !== undefined && sameBytes(found, root);
};

interface Roots {
  readonly older: Hash;
  readonly newer: Hash;
}

/** RFC 9162, 2.1.4.2, from step 3 on: both roots from the proof. */
const rootsFrom = (older: number, size: number, path: readonly Hash[]): Roots | undefined => {
  let place = older - 1;
  let last = size - 1;
  while (isOdd(place)) [place, last] = [half(place), half(last)];
  const [first, ...rest] = path;
  if (first === undefined) return undefined;
  let roots: Roots = { older: first, newer: first };
  for (const hash of rest) {
    if (last === 0) return undefined;
    if (isOdd(place) || place === last) {
      roots = { older: nodeHash(hash, roots.older), newer: nodeHash(hash, roots.newer) };
      while (!isOdd(place) && place !== 0) [place, last] = [half(place), half(last)];
    } else roots = { ...roots, newer: nodeHash(roots.newer, hash) };
    [place, last] = [half(place), half(last)];
  }
  return last === 0 ? roots : undefined;
};

const isConsistent = ({ older, olderRoot, size, root }: Consistency, proof: readonly Hash[]): boolean => {
  if (older === size) return proof.length === 0 && sameBytes(olderRoot, root);
  if (proof.length === 0 || !areHashes([olderRoot, root, ...proof])) return false;
  const roots = rootsFrom(older, size, Number.isInteger(Math.log2(older)) ? [olderRoot, ...proof] : proof);
  return roots !== undefined && sameBytes(roots.older, olderRoot) && sameBytes(roots.newer, root);
};

/**
 * True where the proof shows that the newer tree begins with the older one. A tree without entries proves nothing:
 * a proof from size 0 is refused, as other implementations do.
 */
export const verifyConsistency = (claim: Consistency, proof: readonly Hash[]): boolean =>
  isSize(claim.older) && isSize(claim.size) && claim.older <= claim.size && isConsistent(claim, proof);
