import { leafHash } from '../../application/audit/merkle/hash.js';
import type { SignedCheckpoint } from '../../application/audit/notes/checkpoint.js';
import { parseEntry } from '../bundle/entry.js';
import type { BundleScope } from '../bundle/manifest.js';
import { entryName, entryProofName } from '../bundle/names.js';
import { compareNames, type CheckedFiles } from './checked-files.js';
import { bundleFault } from './fault.js';
import { checkProof } from './log-bundle.js';

type FolioScope = Extract<BundleScope, { kind: 'folio' }>;

/**
 * Verifies the entries of one folio: each lies in the log, one after another, and their revisions have no gap up to
 * the number that the signed manifest commits to. All entries are read before their proofs, as all three readers do, so
 * that they name the same first fault of several.
 */
export const checkFolio = (
  files: CheckedFiles,
  checkpoint: SignedCheckpoint,
  { folio, stream, entries }: FolioScope,
): void => {
  const revisions = Array.from(
    { length: Math.min(entries, files.names.length) },
    (_none, revision) => revision,
  );
  compareNames(
    files.names.filter((name) => /^(tile|entries|proofs)\//.test(name)),
    revisions.flatMap((revision) => [entryName(revision), entryProofName(folio, revision, entries)]),
  );
  const read = revisions.map((revision) => {
    const name = entryName(revision);
    const bytes = files.read(name);
    const entry = parseEntry(bytes);
    if (entry === undefined) throw bundleFault('entry-malformed', name, revision);
    if (entry.stream !== stream || entry.revision !== revision)
      throw bundleFault('entry-gap', name, revision);
    return { folio: entry.folio, leaf: leafHash(bytes) };
  });
  if (!read.some((entry) => entry.folio === folio)) throw bundleFault('entry-gap', entryName(0), 0);
  let last = -1;
  for (const [revision, { leaf }] of read.entries()) {
    const before = last;
    const proof = entryProofName(folio, revision, entries);
    last = checkProof(proof, files.read(proof), checkpoint, ({ index }) => index > before, leaf);
  }
};
