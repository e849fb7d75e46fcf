import { canonicalize } from 'json-canonicalize';
import {
  formatSignatureLine,
  parseSignatureLine,
  type SignatureLine,
} from '../../application/audit/notes/signed-note.js';
import { textOfBytes } from '../../application/audit/notes/strict-text.js';
import { isFileName } from './names.js';

/**
 * What a bundle holds of its log: the entries from `start` on (0: all of them), or every entry of one folio's stream,
 * of which the log's key says by the manifest that there are so many.
 */
export type BundleScope =
  | { readonly kind: 'log'; readonly start: number }
  | { readonly kind: 'folio'; readonly folio: string; readonly stream: string; readonly entries: number };

export interface Manifest {
  /** SHA-256 of every other file, in hex, by its name. */
  readonly files: Readonly<Record<string, string>>;
  readonly profile: string;
  readonly scope: BundleScope;
}

export interface SignedManifest extends Manifest {
  readonly signatures: readonly SignatureLine[];
}

const format = 'quejas-bundle/1';

/**
 * The text that is signed: a note of one line. A checkpoint has three, so that no signature of the one can be passed
 * off as one of the other.
 */
export const manifestText = ({ files, profile, scope }: Manifest): string =>
  `${canonicalize({ files, format, profile, scope })}\n`;

/** The one text that a manifest has: canonical JSON (RFC 8785), and a newline. */
export const formatManifest = ({ files, profile, scope, signatures }: SignedManifest): string =>
  `${canonicalize({ files, format, profile, scope, signatures: signatures.map(formatSignatureLine) })}\n`;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

const isFiles = (value: unknown): value is Readonly<Record<string, string>> =>
  isRecord(value) && Object.entries(value).every(([name, hash]) => isFileName(name) && isHash(hash));

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const isFolio = (value: unknown): value is string =>
  typeof value === 'string' && isFileName(value) && !value.includes('/');

const scopeOf = (value: unknown): BundleScope | undefined => {
  if (!isRecord(value)) return undefined;
  const { kind, start, folio, stream, entries } = value;
  if (kind === 'log' && isCount(start)) return { kind, start };
  if (kind !== 'folio' || !isFolio(folio) || typeof stream !== 'string' || !isCount(entries))
    return undefined;
  return { kind, folio, stream, entries };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const signaturesOf = (value: unknown): readonly SignatureLine[] =>
  Array.isArray(value)
    ? value.flatMap((line) => (typeof line === 'string' ? (parseSignatureLine(line) ?? []) : []))
    : [];

/** Reads a manifest, signatures unverified; `undefined` where it is none, or not in its one spelling. */
export const parseManifest = (bytes: Uint8Array): SignedManifest | undefined => {
  const text = textOfBytes(bytes);
  const value = text === undefined ? undefined : parseJson(text);
  if (!isRecord(value)) return undefined;
  const { files, profile } = value;
  const scope = scopeOf(value['scope']);
  if (!isFiles(files) || typeof profile !== 'string' || scope === undefined) return undefined;
  const manifest = { files, profile, scope, signatures: signaturesOf(value['signatures']) };
  return formatManifest(manifest) === text ? manifest : undefined;
};
