import { emptyRoot, nodeHash, splitOf, type Hash } from './hash.js';

/** Reads the root of the complete subtree that holds entries [index * 2^level, (index + 1) * 2^level). */
export type ReadNode = (level: number, index: number) => Hash | Promise<Hash>;

/** Entries [from, to) of a tree. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Hash of the subtree over entries [from, to), where `from` is a place at which such a subtree can begin. */
const spanHash = async (readNode: ReadNode, { from, to }: Span): Promise<Hash> => {
  const width = to - from;
  const level = Math.log2(width);
  if (Number.isInteger(level)) return readNode(level, from / width);
  const middle = from + splitOf(width);
  return nodeHash(
    await spanHash(readNode, { from, to: middle }),
    await spanHash(readNode, { from: middle, to }),
  );
};

/** Siblings on the way from an entry up to the root, from the leaf's on. */
const siblingsOf = (index: number, { from, to }: Span): readonly Span[] => {
  if (to - from === 1) return [];
  const middle = from + splitOf(to - from);
  return index < middle
    ? [...siblingsOf(index, { from, to: middle }), { from: middle, to }]
    : [...siblingsOf(index, { from: middle, to }), { from, to: middle }];
};

/** RFC 6962, 2.1.2: SUBPROOF(m, D[from:to], whole). */
const subproofOf = (size: number, { from, to }: Span, whole: boolean): readonly Span[] => {
  if (size === to) return whole ? [] : [{ from, to }];
  const middle = from + splitOf(to - from);
  return size <= middle
    ? [...subproofOf(size, { from, to: middle }, whole), { from: middle, to }]
    : [...subproofOf(size, { from: middle, to }, false), { from, to: middle }];
};

const hashesOf = async (readNode: ReadNode, spans: readonly Span[]): Promise<readonly Hash[]> => {
  const hashes: Hash[] = [];
  for (const span of spans) hashes.push(await spanHash(readNode, span));
  return hashes;
};

/** Root over the first `size` entries. */
export const rootOf = (readNode: ReadNode, size: number): Promise<Hash> =>
  size === 0 ? Promise.resolve(emptyRoot()) : spanHash(readNode, { from: 0, to: size });

/**
 * Proves entries of one tree. Its right edge is hashed once: the few subtrees that end with the tree are siblings in most
 * proofs, and no tile has those that are not complete.
 */
export const inclusionProver = (
  readNode: ReadNode,
  size: number,
): ((index: number) => Promise<readonly Hash[]>) => {
  const edge = new Map<number, Hash>();
  const hashOf = async (span: Span): Promise<Hash> => {
    if (span.to !== size) return spanHash(readNode, span);
    const hash = edge.get(span.from) ?? (await spanHash(readNode, span));
    edge.set(span.from, hash);
    return hash;
  };
  return async (index) => {
    if (index < 0 || index >= size) throw new RangeError(`no entry ${index} in a tree of ${size}`);
    const hashes: Hash[] = [];
    for (const span of siblingsOf(index, { from: 0, to: size })) hashes.push(await hashOf(span));
    return hashes;
  };
};

/** Proof that the entry at `index` lies in the tree of the first `size` entries (RFC 6962, 2.1.1). */
export const proveInclusion = async (
  readNode: ReadNode,
  index: number,
  size: number,
): Promise<readonly Hash[]> => inclusionProver(readNode, size)(index);

/** Proof that the tree of the first `size` entries begins with that of the first `older` (RFC 6962, 2.1.2). */
export const proveConsistency = async (
  readNode: ReadNode,
  older: number,
  size: number,
): Promise<readonly Hash[]> => {
  if (older < 1 || older > size) throw new RangeError(`no proof from ${older} to ${size}`);
  return hashesOf(readNode, subproofOf(older, { from: 0, to: size }, true));
};
