import { proveConsistency, proveInclusion, type ReadNode } from '../../application/audit/merkle/prove.js';
import type { SignedCheckpoint } from '../../application/audit/notes/checkpoint.js';
import { formatNote } from '../../application/audit/notes/signed-note.js';
import { base64Of } from '../../application/audit/notes/strict-text.js';
import { formatTlogProof } from '../../application/audit/notes/tlog-proof.js';
import { formatVerifierKey, type VerifierKey } from '../../application/audit/notes/verifier-key.js';
import { hashTilesOf, tilePath, tilesOfLevel } from '../../application/audit/tiles/tile-path.js';
import type { ReadTile } from '../../application/audit/tiles/tile-source.js';
import { bundleNames, entryName, entryProofName, furtherKeyName, proofName } from '../bundle/names.js';
import { indexesOfStream, surveyFolios, type SurveyedFolio } from './survey.js';

/** A file of a bundle: its bytes are made when they are asked for, each time the same. */
export interface BundleFile {
  readonly name: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
}

/** A log as it stands at a signed checkpoint. */
export interface ExportedLog {
  readonly checkpoint: SignedCheckpoint;
  readonly readTile: ReadTile;
  readonly readNode: ReadNode;
}

const textFile = (name: string, text: () => string | Promise<string>): BundleFile => ({
  name,
  bytes: async () => Buffer.from(await text()),
});

/** Keys of the log, the current one first. */
export const keyFiles = (keys: readonly VerifierKey[]): readonly BundleFile[] =>
  keys.map((key, place) =>
    textFile(place === 0 ? bundleNames.key : furtherKeyName(key.id), () => `${formatVerifierKey(key)}\n`),
  );

export const checkpointFile = (checkpoint: SignedCheckpoint): BundleFile =>
  textFile(bundleNames.checkpoint, () => formatNote(checkpoint.note));

/** An earlier checkpoint as it was signed, and the proof that the log continues it. */
export const anchorFiles = (
  { checkpoint, readNode }: ExportedLog,
  anchor: SignedCheckpoint,
): readonly BundleFile[] => [
  textFile(bundleNames.anchor, () => formatNote(anchor.note)),
  textFile(bundleNames.consistency, async () => {
    const proof = await proveConsistency(readNode, anchor.size, checkpoint.size);
    return proof.map((hash) => `${base64Of(hash)}\n`).join('');
  }),
];

/** Tiles of hashes and of entries; those wholly before `start` are left out, as from a pruned log. */
export const tileFiles = ({ checkpoint, readTile }: ExportedLog, start: number): readonly BundleFile[] =>
  [...hashTilesOf(checkpoint.size, start), ...tilesOfLevel('entries', checkpoint.size, start)].map(
    (tile) => ({
      name: tilePath(tile),
      bytes: () => readTile(tile),
    }),
  );

const proofFile = ({ checkpoint, readNode }: ExportedLog, name: string, index: number): BundleFile =>
  textFile(name, async () =>
    formatTlogProof({
      index,
      hashes: await proveInclusion(readNode, index, checkpoint.size),
      checkpoint,
    }),
  );

/** A proof for each folio that was given in the entries from `start` on. */
export const proofFiles = async (log: ExportedLog, start: number): Promise<readonly BundleFile[]> => {
  const folios = await surveyFolios(log.readTile, log.checkpoint.size, start);
  return [...folios.values()].map(({ folio, last }) => proofFile(log, proofName(folio), last));
};

/** The entries of one folio, each with its proof. */
export const folioFiles = async (
  log: ExportedLog,
  { folio, stream }: SurveyedFolio,
): Promise<{ readonly entries: number; readonly files: readonly BundleFile[] }> => {
  const found = await indexesOfStream(log.readTile, log.checkpoint.size, stream);
  const files = found.flatMap(([index, entry], revision) => [
    { name: entryName(revision), bytes: () => entry },
    proofFile(log, entryProofName(folio, revision, found.length), index),
  ]);
  return { entries: found.length, files };
};
