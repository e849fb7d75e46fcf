import { hash } from 'node:crypto';
import type { SignedCheckpoint } from '../../application/audit/notes/checkpoint.js';
import type { SignatureLine } from '../../application/audit/notes/signed-note.js';
import type { VerifierKey } from '../../application/audit/notes/verifier-key.js';
import { decodeEntryBundle } from '../../application/audit/tiles/entry-bundle.js';
import { tilePath, tilesOfLevel, tileWidth, type Tile } from '../../application/audit/tiles/tile-path.js';
import { tileNodes, type ReadTile } from '../../application/audit/tiles/tile-source.js';
import { byName, type BundleSink } from '../../infrastructure/bundle/files.js';
import { entryOf, valueOf } from '../bundle/entry.js';
import { formatManifest, manifestText, type BundleScope } from '../bundle/manifest.js';
import { bundleNames, isFileName, isReserved } from '../bundle/names.js';
import { contentSurvey, type LogContent } from './content.js';
import {
  anchorFiles,
  checkpointFile,
  folioFiles,
  hashTileFiles,
  keyFiles,
  proofFiles,
  type BundleFile,
  type ExportedLog,
} from './log-files.js';
import { folioSurvey, type SurveyedFolio } from './survey.js';

/** What goes into a bundle. */
export interface BundleContent {
  /** The head of the log, signed by every key in `keys`. */
  readonly checkpoint: SignedCheckpoint;
  /** The log's tiles at that size, of hashes and of entries. */
  readonly readTile: ReadTile;
  /** Keys of the log, the current one first. */
  readonly keys: readonly VerifierKey[];
  /** Signs the manifest with every key, in their order (`AuditSigner.signManifest`). */
  readonly signManifest: (text: string) => Promise<readonly SignatureLine[]>;
  readonly profile: 'redacted' | 'full';
  /** An earlier checkpoint, as it was signed: the bundle shows that the log continues it. */
  readonly anchor?: SignedCheckpoint;
  /** `all`: every entry; `since-anchor`: those after it; or those of one folio. */
  readonly what: 'all' | 'since-anchor' | { readonly folio: string };
  /**
   * Calendars, policies, schemas, reports: whatever else is in the bundle, by what its entries tell. They are made in their
   * order, each once, so that a later one may tell of those before it.
   */
  readonly filesBeside: (content: LogContent) => Iterable<BundleFile> | AsyncIterable<BundleFile>;
}

export type WrittenBundle =
  | { readonly ok: true; readonly entries: number; readonly files: number }
  | { readonly ok: false; readonly code: 'folio-unknown' };

const startOf = ({ what, anchor }: BundleContent): number =>
  what === 'since-anchor' ? (anchor?.size ?? 0) : 0;

/** Takes a file of entries as it passes. */
type TakeTile = (tile: Tile, bytes: Uint8Array) => void;

/**
 * Reads all entries once: finds their folios from `start` on and what goes beside them, and hands on the tiles from the one
 * on in which `start` lies.
 */
const surveyLog = async (
  { checkpoint: { size }, readTile }: ExportedLog,
  start: number,
  takeTile: TakeTile,
): Promise<{ readonly folios: ReadonlyMap<string, SurveyedFolio>; readonly content: LogContent }> => {
  const [beside, ofFolios] = [contentSurvey(), folioSurvey()];
  for (const tile of tilesOfLevel('entries', size)) {
    const bytes = await readTile(tile);
    const first = tile.index * tileWidth;
    for (const [place, entryBytes] of (decodeEntryBundle(bytes) ?? []).entries()) {
      const value = valueOf(entryBytes);
      const isInside = first + place >= start;
      beside.take(value, isInside);
      const entry = isInside ? entryOf(value) : undefined;
      if (entry !== undefined) ofFolios.take(first + place, entry);
    }
    if (first + tileWidth > start) takeTile(tile, bytes);
  }
  return { folios: ofFolios.folios, content: beside.content() };
};

const checkName = ({ name }: BundleFile): void => {
  if (!isFileName(name) || isReserved(name))
    throw new RangeError(`no file of a bundle may be called "${name}"`);
};

/** The current key's line first, then those of the others by their ids: the order of the files of keys. */
const inOrderOf = (
  [current]: readonly VerifierKey[],
  lines: readonly SignatureLine[],
): readonly SignatureLine[] => {
  const key = (line: SignatureLine): string => (line.id === current?.id ? '' : line.id);
  return [...lines].sort((one, other) => byName(key(one), key(other)));
};

/** Files as they are written, each once, with their hashes. */
const hashedFiles = (sink: BundleSink) => {
  const hashes = new Map<string, string>();
  const put = (name: string, bytes: Uint8Array): void => {
    if (hashes.has(name)) throw new RangeError(`two files of a bundle are called "${name}"`);
    hashes.set(name, hash('sha256', bytes, 'hex'));
    sink.write(name, bytes);
  };
  return {
    hashes,
    put,
    putAll: async (files: Iterable<BundleFile> | AsyncIterable<BundleFile>): Promise<void> => {
      for await (const { name, bytes } of files) put(name, await bytes());
    },
  };
};

interface Written {
  readonly scope: BundleScope;
  readonly entries: number;
  readonly content: LogContent;
}

/** Writes the entries that a bundle is of, with their proofs; `undefined` where the log does not have the folio. */
const writeEntries = async (
  bundle: BundleContent,
  { put, putAll }: ReturnType<typeof hashedFiles>,
): Promise<Written | undefined> => {
  const { checkpoint, readTile, what, keys, anchor } = bundle;
  const { size } = checkpoint;
  const nodes = tileNodes(readTile, size);
  const log = { checkpoint, readTile, readNode: nodes.readNode };
  const start = startOf(bundle);
  const { folios, content } = await surveyLog(log, start, (tile, bytes) => {
    if (typeof what === 'string') put(tilePath(tile), bytes);
  });
  const folio = typeof what === 'string' ? undefined : folios.get(what.folio);
  if (typeof what !== 'string' && folio === undefined) return undefined;
  await putAll([checkpointFile(checkpoint), ...keyFiles(keys)]);
  if (anchor !== undefined) await putAll(anchorFiles(log, anchor));
  if (folio !== undefined) {
    const { entries, files } = await folioFiles(log, folio);
    await putAll(files);
    return { scope: { kind: 'folio', folio: folio.folio, stream: folio.stream, entries }, entries, content };
  }
  await putAll(hashTileFiles(log, nodes, start));
  await putAll(proofFiles(log, folios.values()));
  return { scope: { kind: 'log', start }, entries: size - start, content };
};

/** The same files, names checked: none says what the log is. */
const checkedNames = async function* (
  files: Iterable<BundleFile> | AsyncIterable<BundleFile>,
): AsyncGenerator<BundleFile> {
  for await (const file of files) {
    checkName(file);
    yield file;
  }
};

/**
 * Writes a bundle: the same log, key and files give the same bytes. Each file is made, hashed and written once, and one at
 * a time is in memory; the manifest, which names them all, comes last.
 */
export const writeBundle = async (bundle: BundleContent, sink: BundleSink): Promise<WrittenBundle> => {
  const files = hashedFiles(sink);
  const written = await writeEntries(bundle, files);
  if (written === undefined) return { ok: false, code: 'folio-unknown' };
  const { scope, entries, content } = written;
  await files.putAll(checkedNames(bundle.filesBeside(content)));
  const manifest = { files: Object.fromEntries(files.hashes), profile: bundle.profile, scope };
  const signatures = inOrderOf(bundle.keys, await bundle.signManifest(manifestText(manifest)));
  sink.write(bundleNames.manifest, Buffer.from(formatManifest({ ...manifest, signatures })));
  sink.finish();
  return { ok: true, entries, files: files.hashes.size + 1 };
};
