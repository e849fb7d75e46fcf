import { createHash } from 'node:crypto';

/** A SHA-256 hash: 32 bytes. */
export type Hash = Uint8Array;

/** Bytes of a hash. */
export const hashLength = 32;

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** The hash of an entry as a leaf of the tree (RFC 6962, 2.1). */
export const leafHash = (entry: Uint8Array): Hash =>
  createHash('sha256').update(leafPrefix).update(entry).digest();

/** The hash of two subtrees side by side (RFC 6962, 2.1). */
export const nodeHash = (left: Hash, right: Hash): Hash =>
  createHash('sha256').update(nodePrefix).update(left).update(right).digest();

/** The root of a tree without entries (RFC 6962, 2.1). */
export const emptyRoot = (): Hash => createHash('sha256').digest();

/** True for equal bytes. */
export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/** The largest power of two that is less than `size`, which is at least 2. */
export const splitOf = (size: number): number => {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
};
