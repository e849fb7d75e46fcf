import { createHash } from 'node:crypto';
import type { SignedCheckpoint } from '../../application/audit/notes/checkpoint.js';
import type { SignatureLine } from '../../application/audit/notes/signed-note.js';
import type { VerifierKey } from '../../application/audit/notes/verifier-key.js';
import { nodesFromTiles, type ReadTile } from '../../application/audit/tiles/tile-source.js';
import { byName, type BundleSink } from '../../infrastructure/bundle/files.js';
import { formatManifest, manifestText, type BundleScope, type Manifest } from '../bundle/manifest.js';
import { bundleNames, isFileName, isReserved } from '../bundle/names.js';
import {
  anchorFiles,
  checkpointFile,
  folioFiles,
  keyFiles,
  proofFiles,
  tileFiles,
  type BundleFile,
  type ExportedLog,
} from './log-files.js';
import { surveyFolios } from './survey.js';

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
  /** Calendars, policies, schemas, reports: whatever else is in the bundle. */
  readonly files: readonly BundleFile[];
}

export type WrittenBundle =
  | { readonly ok: true; readonly entries: number; readonly files: number }
  | { readonly ok: false; readonly code: 'folio-unknown' };

const startOf = ({ what, anchor }: BundleContent): number =>
  what === 'since-anchor' ? (anchor?.size ?? 0) : 0;

interface Planned {
  readonly scope: BundleScope;
  readonly entries: number;
  readonly files: readonly BundleFile[];
}

const planOf = async (content: BundleContent, log: ExportedLog): Promise<Planned | undefined> => {
  const { what } = content;
  if (typeof what === 'string') {
    const start = startOf(content);
    const files = [...tileFiles(log, start), ...(await proofFiles(log, start))];
    return { scope: { kind: 'log', start }, entries: log.checkpoint.size - start, files };
  }
  const folio = (await surveyFolios(log.readTile, log.checkpoint.size, 0)).get(what.folio);
  if (folio === undefined) return undefined;
  const { entries, files } = await folioFiles(log, folio);
  return { scope: { kind: 'folio', folio: folio.folio, stream: folio.stream, entries }, entries, files };
};

const checkName = ({ name }: BundleFile): void => {
  if (!isFileName(name) || isReserved(name))
    throw new RangeError(`no file of a bundle may be called "${name}"`);
};

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const manifestOf = async (
  files: readonly BundleFile[],
  { profile, scope }: Pick<Manifest, 'profile' | 'scope'>,
): Promise<Manifest> => {
  const hashes = new Map<string, string>();
  for (const { name, bytes } of files) hashes.set(name, sha256(await bytes()));
  if (hashes.size < files.length) throw new RangeError('two files of a bundle have the same name');
  return { files: Object.fromEntries(hashes), profile, scope };
};

/** The current key's line first, then those of the others by their ids: the order of the files of keys. */
const inOrderOf = (
  [current]: readonly VerifierKey[],
  lines: readonly SignatureLine[],
): readonly SignatureLine[] => {
  const key = (line: SignatureLine): string => (line.id === current?.id ? '' : line.id);
  return [...lines].sort((one, other) => byName(key(one), key(other)));
};

/**
 * Writes a bundle, file by file in the order of their names: the same log, key and files give the same bytes. Files
 * are made twice, once for their hashes and once to be written; one at a time is in memory.
 */
export const writeBundle = async (content: BundleContent, sink: BundleSink): Promise<WrittenBundle> => {
  const { checkpoint, readTile, keys, anchor } = content;
  content.files.forEach(checkName);
  const log = { checkpoint, readTile, readNode: nodesFromTiles(readTile, checkpoint.size) };
  const planned = await planOf(content, log);
  if (planned === undefined) return { ok: false, code: 'folio-unknown' };
  const files = [
    checkpointFile(checkpoint),
    ...keyFiles(keys),
    ...(anchor === undefined ? [] : anchorFiles(log, anchor)),
    ...planned.files,
    ...content.files,
  ].sort((one, other) => byName(one.name, other.name));
  const manifest = await manifestOf(files, { profile: content.profile, scope: planned.scope });
  const signatures = inOrderOf(keys, await content.signManifest(manifestText(manifest)));
  const signed = Buffer.from(formatManifest({ ...manifest, signatures }));
  const all = [...files, { name: bundleNames.manifest, bytes: () => signed }];
  for (const { name, bytes } of all.sort((one, other) => byName(one.name, other.name)))
    sink.write(name, await bytes());
  sink.finish();
  return { ok: true, entries: planned.entries, files: all.length };
};
