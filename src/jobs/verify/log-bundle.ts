import { sameBytes, type Hash } from '../../application/audit/merkle/hash.js';
import { inclusionProver, rootOf, type ReadNode } from '../../application/audit/merkle/prove.js';
import { verifyInclusion } from '../../application/audit/merkle/verify.js';
import type { SignedCheckpoint } from '../../application/audit/notes/checkpoint.js';
import { formatNote } from '../../application/audit/notes/signed-note.js';
import { parseProofPath, proofFormat, type ProofPath } from '../../application/audit/notes/tlog-proof.js';
import { tilePath, tilesOfLevel, tileWidth } from '../../application/audit/tiles/tile-path.js';
import { tileNodes } from '../../application/audit/tiles/tile-source.js';
import { givingTurns } from '../../infrastructure/shared/system/giving-turns.js';
import { bundleNames, proofName } from '../bundle/names.js';
import { compareNames, type CheckedFiles } from './checked-files.js';
import { bundleFault } from './fault.js';
import { checkTiles, type TakeEntry } from './tree.js';

/** A proof of this checkpoint, for the leaf at this place. Throws `proof-malformed`, `proof-mismatch`. */
export const checkProof = (
  name: string,
  bytes: Uint8Array,
  checkpoint: SignedCheckpoint,
  isRight: (proof: ProofPath) => boolean,
  leaf: Hash,
): number => {
  const proof = parseProofPath(bytes);
  if (proof === undefined || proof.extra !== undefined) throw bundleFault('proof-malformed', name);
  const { index, hashes } = proof;
  const { size, root } = checkpoint;
  const isOfHead = proof.note === formatNote(checkpoint.note);
  if (!isOfHead || !isRight(proof) || !verifyInclusion({ index, size, leaf, root }, hashes))
    throw bundleFault('proof-mismatch', name);
  return index;
};

/** Revisions without a gap, and the last entry of each folio that was given from `start` on. */
const streamOrder = (start: number): { take: TakeEntry; folios: ReadonlyMap<string, number> } => {
  const next = new Map<string, number>();
  const folioOf = new Map<string, string>();
  const folios = new Map<string, number>();
  return {
    folios,
    take: (index, { stream, revision, folio }, file) => {
      const expected = next.get(stream) ?? (start === 0 ? 0 : revision);
      if (revision !== expected) throw bundleFault('entry-gap', file, index);
      next.set(stream, revision + 1);
      if (index < start) return;
      if (folio !== undefined) folioOf.set(stream, folio);
      const known = folioOf.get(stream);
      if (known !== undefined) folios.set(known, index);
    },
  };
};

/** A proof for each folio: the one text that the tree, which was verified, gives for its last entry. */
const checkProofs = async (
  files: CheckedFiles,
  checkpoint: SignedCheckpoint,
  folios: ReadonlyMap<string, number>,
  readNode: ReadNode,
): Promise<void> => {
  const prove = inclusionProver(readNode, checkpoint.size);
  const format = proofFormat(checkpoint);
  const places = new Map([...folios].map(([folio, index]) => [proofName(folio), index]));
  const names = files.names.filter((name) => name.startsWith('proofs/'));
  compareNames(names, [...places.keys()]);
  const turn = givingTurns();
  for (const name of names) {
    await turn();
    const place = places.get(name) ?? 0;
    const bytes = files.read(name);
    if (sameBytes(bytes, Buffer.from(format(place, await prove(place))))) continue;
    checkProof(name, bytes, checkpoint, ({ index }) => index === place, await readNode(0, place));
  }
};

/** A log's bundle that was verified: roots of earlier sizes can be asked for. */
export interface CheckedLog {
  /** Root over the first entries; from `start` on. */
  readonly rootAt: (size: number) => Promise<Hash>;
  /** To be called last: a proof for each folio. */
  readonly checkProofs: () => Promise<void>;
}

const atMost = function* <Item>(items: Iterable<Item>, most: number): Generator<Item> {
  let left = most;
  for (const item of items) {
    if (left === 0) return;
    left -= 1;
    yield item;
  }
};

/**
 * Names of the tiles that a log of this size has from `start` on; of each level no more than there are files in the bundle,
 * since a head may claim a size whose tiles no memory holds.
 */
const tileNames = (size: number, start: number, most: number): readonly string[] => {
  const names = [...atMost(tilesOfLevel('entries', size, start), most)].map(tilePath);
  for (let level = 0; tileWidth ** level <= size; level += 1)
    for (const tile of atMost(tilesOfLevel(level, size, start), most)) names.push(tilePath(tile));
  return names;
};

/** Verifies all entries from `start` on against the signed head. */
export const checkLog = async (
  files: CheckedFiles,
  checkpoint: SignedCheckpoint,
  start: number,
): Promise<CheckedLog> => {
  const { size, root } = checkpoint;
  compareNames(
    files.names.filter((name) => /^(tile|entries)\//.test(name)),
    tileNames(size, start, files.names.length),
  );
  const { take, folios } = streamOrder(start);
  const nodes = tileNodes((tile) => files.readAgain(tilePath(tile)), size);
  await checkTiles(files, nodes, { size, start, take });
  const { readNode } = nodes;
  if (!sameBytes(await rootOf(readNode, size), root))
    throw bundleFault('root-mismatch', bundleNames.checkpoint);
  return {
    rootAt: (earlier) => rootOf(readNode, earlier),
    checkProofs: () => checkProofs(files, checkpoint, folios, readNode),
  };
};
