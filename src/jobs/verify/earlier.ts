import { hashLength, sameBytes, type Hash } from '../../application/audit/merkle/hash.js';
import { verifyConsistency } from '../../application/audit/merkle/verify.js';
import { parseSignedCheckpoint, type SignedCheckpoint } from '../../application/audit/notes/checkpoint.js';
import { verifyNote } from '../../application/audit/notes/signed-note.js';
import { base64Of, bytesOfBase64, textOfBytes } from '../../application/audit/notes/strict-text.js';
import type { VerifierKey } from '../../application/audit/notes/verifier-key.js';
import { bundleNames } from '../bundle/names.js';
import type { CheckedFiles } from './checked-files.js';
import { bundleFault } from './fault.js';

const hashesIn = (bytes: Uint8Array): readonly Hash[] | undefined => {
  const text = textOfBytes(bytes) ?? '';
  const hashes = text.split('\n').flatMap((line) => bytesOfBase64(line) ?? []);
  const proof = hashes.filter(({ length }) => length === hashLength);
  return proof.map((hash) => `${base64Of(hash)}\n`).join('') === text ? proof : undefined;
};

/**
 * The earlier head that a bundle brings: signed by a trusted key, and continued by the log. `undefined` where it
 * brings none. Throws `file-missing`, `anchor-invalid`.
 */
export const checkAnchor = (
  files: CheckedFiles,
  { origin, size, root }: SignedCheckpoint,
  keys: readonly VerifierKey[],
): SignedCheckpoint | undefined => {
  if (!files.names.some((name) => name.startsWith('anchor/'))) return undefined;
  const anchor = parseSignedCheckpoint(files.read(bundleNames.anchor));
  const proof = hashesIn(files.read(bundleNames.consistency));
  if (anchor?.origin !== origin || !verifyNote(anchor.note, keys).ok)
    throw bundleFault('anchor-invalid', bundleNames.anchor);
  const claim = { older: anchor.size, olderRoot: anchor.root, size, root };
  if (proof === undefined || !verifyConsistency(claim, proof))
    throw bundleFault('anchor-invalid', bundleNames.consistency);
  return anchor;
};

/** Where roots of earlier heads can be had. */
export interface EarlierRoots {
  readonly checkpoint: SignedCheckpoint;
  readonly anchor: SignedCheckpoint | undefined;
  /** Smallest size whose root the bundle's tiles give; `undefined` where it has none. */
  readonly start: number | undefined;
  readonly rootAt: (size: number) => Promise<Hash>;
}

const rootFor = async (
  size: number,
  { checkpoint, anchor, start, rootAt }: EarlierRoots,
): Promise<Hash | undefined> => {
  const known = [checkpoint, anchor].find((each) => each?.size === size);
  if (known !== undefined) return known.root;
  return start !== undefined && size >= start ? rootAt(size) : undefined;
};

/**
 * The log continues a head that the inspector had from before. Throws `from-untrusted`, `from-ahead`,
 * `from-unreachable`, `from-inconsistent`.
 */
export const checkFrom = async (
  from: SignedCheckpoint,
  keys: readonly VerifierKey[],
  roots: EarlierRoots,
): Promise<void> => {
  if (from.origin !== roots.checkpoint.origin || !verifyNote(from.note, keys).ok)
    throw bundleFault('from-untrusted');
  if (from.size > roots.checkpoint.size) throw bundleFault('from-ahead');
  const root = await rootFor(from.size, roots);
  if (root === undefined) throw bundleFault('from-unreachable');
  if (!sameBytes(root, from.root)) throw bundleFault('from-inconsistent');
};
