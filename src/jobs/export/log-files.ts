import { inclusionProver, proveConsistency, type ReadNode } from '../../application/audit/merkle/prove.js';
import type { SignedCheckpoint } from '../../application/audit/notes/checkpoint.js';
import { formatNote } from '../../application/audit/notes/signed-note.js';
import { base64Of } from '../../application/audit/notes/strict-text.js';
import { proofFormat } from '../../application/audit/notes/tlog-proof.js';
import { formatVerifierKey, type VerifierKey } from '../../application/audit/notes/verifier-key.js';
import { hashTilesOf, tilePath } from '../../application/audit/tiles/tile-path.js';
import type { ReadTile, TileNodes } from '../../application/audit/tiles/tile-source.js';
import { bundleNames, entryName, entryProofName, furtherKeyName, proofName } from '../bundle/names.js';
import { indexesOfStream, type SurveyedFolio } from './survey.js';

/** A file of a bundle: its bytes are made when they are asked for. */
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

/** Tiles of hashes; those wholly before `start` are left out, as from a pruned log. Proofs find them at hand. */
export const hashTileFiles = (
  { checkpoint, readTile }: ExportedLog,
  { take }: TileNodes,
  start: number,
): readonly BundleFile[] =>
  [...hashTilesOf(checkpoint.size, start)].map((tile) => ({
    name: tilePath(tile),
    bytes: async () => {
      const bytes = await readTile(tile);
      take(tile, bytes);
      return bytes;
    },
  }));

/** Makes the files of proofs. */
const proofFileMaker = ({ checkpoint, readNode }: ExportedLog) => {
  const prove = inclusionProver(readNode, checkpoint.size);
  const format = proofFormat(checkpoint);
  return (name: string, index: number): BundleFile =>
    textFile(name, async () => format(index, await prove(index)));
};

/** A proof for each of these folios. */
export const proofFiles = (log: ExportedLog, folios: Iterable<SurveyedFolio>): readonly BundleFile[] => {
  const proofFile = proofFileMaker(log);
  return [...folios].map(({ folio, last }) => proofFile(proofName(folio), last));
};

/** The entries of one folio, each with its proof. */
export const folioFiles = async (
  log: ExportedLog,
  { folio, stream }: SurveyedFolio,
): Promise<{ readonly entries: number; readonly files: readonly BundleFile[] }> => {
  const proofFile = proofFileMaker(log);
  const found = await indexesOfStream(log.readTile, log.checkpoint.size, stream);
  const files = found.flatMap(([index, entry], revision) => [
    { name: entryName(revision), bytes: () => entry },
    proofFile(entryProofName(folio, revision, found.length), index),
  ]);
  return { entries: found.length, files };
};
