import { byBytes, hexOf, textOf, type Hashing } from './bytes.js';
import { canonical, isCount, isJson, parseCanonical, type Json } from './canonical.js';
import { faultAt } from './fault.js';
import { parseKey, parseLine, signersOf, type Key, type SignatureLine } from './note.js';
import type { Source } from './source.js';

/** What a bundle holds of its log. */
export type Scope =
  | { readonly kind: 'log'; readonly start: number }
  | { readonly kind: 'folio'; readonly folio: string; readonly stream: string; readonly entries: number };

export interface Manifest {
  /** SHA-256 of every other file. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Names in the order of their bytes. */
  readonly names: readonly string[];
  readonly profile: string;
  readonly scope: Scope;
  readonly lines: readonly SignatureLine[];
  /** What is signed. */
  readonly text: string;
}

const nameOf = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

const isFiles = (value: unknown): value is Readonly<Record<string, string>> =>
  isJson(value) &&
  Object.entries(value).every(
    ([name, hash]) => nameOf.test(name) && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash),
  );

const hasKeys = (value: Json, ...keys: readonly string[]): boolean =>
  Object.keys(value).sort().join() === [...keys].sort().join();

const folioScope = (value: Json): Scope | undefined => {
  const { folio, stream, entries } = value;
  const isNamed = typeof folio === 'string' && nameOf.test(folio) && !folio.includes('/');
  if (!isNamed || typeof stream !== 'string' || !isCount(entries)) return undefined;
  return hasKeys(value, 'kind', 'folio', 'stream', 'entries')
    ? { kind: 'folio', folio, stream, entries }
    : undefined;
};

const logScope = (value: Json): Scope | undefined => {
  const { start } = value;
  return isCount(start) && hasKeys(value, 'kind', 'start') ? { kind: 'log', start } : undefined;
};

const scopeOf = (value: unknown): Scope | undefined => {
  if (!isJson(value)) return undefined;
  if (value['kind'] === 'log') return logScope(value);
  return value['kind'] === 'folio' ? folioScope(value) : undefined;
};

/** Reads a manifest, signatures unverified; `undefined` where it is none, or not in its one spelling. */
export const parseManifest = (bytes: Uint8Array): Manifest | undefined => {
  const value = parseCanonical(bytes, '\n');
  if (value === undefined || !hasKeys(value, 'files', 'format', 'profile', 'scope', 'signatures'))
    return undefined;
  const { files, format, profile, signatures } = value;
  const scope = scopeOf(value['scope']);
  if (format !== 'quejas-bundle/1' || !isFiles(files) || typeof profile !== 'string') return undefined;
  if (scope === undefined || !Array.isArray(signatures)) return undefined;
  const lines = signatures.flatMap((line) => (typeof line === 'string' ? (parseLine(line) ?? []) : []));
  if (lines.length !== signatures.length) return undefined;
  const hashes = new Map(Object.entries(files));
  const text = `${canonical({ files, format, profile, scope })}\n`;
  return { hashes, names: [...hashes.keys()].sort(byBytes), profile, scope, lines, text };
};

/** The files of a bundle, each held against the manifest as it is read. */
export interface Files {
  readonly manifest: Manifest;
  /** Throws `file-missing`, `file-changed`. */
  readonly read: (name: string) => Promise<Uint8Array>;
}

export const checkedFiles = ({ digest }: Hashing, source: Source, manifest: Manifest): Files => ({
  manifest,
  read: async (name) => {
    const hash = manifest.hashes.get(name);
    if (hash === undefined) throw faultAt('file-missing', name);
    const bytes = await source.read(name);
    if (hexOf(await digest(bytes)) !== hash) throw faultAt('file-changed', name);
    return bytes;
  },
});

/** Throws at the first name, in their order, that one list has and the other has not. */
export const compareNames = (found: readonly string[], expected: readonly string[]): void => {
  const [has, wants] = [new Set(found), new Set(expected)];
  const odd = [
    ...found.filter((name) => !wants.has(name)),
    ...expected.filter((name) => !has.has(name)),
  ].sort(byBytes);
  const [first] = odd;
  if (first !== undefined) throw faultAt(has.has(first) ? 'file-unexpected' : 'file-missing', first);
};

export const keyFile = 'keys/log.vkey';

/** Keys of the log that the manifest names, the current one first. */
interface NamedKey {
  readonly name: string;
  readonly key: Key | undefined;
}

const keyIn = async (hashing: Hashing, source: Source, name: string): Promise<Key> => {
  const text = textOf(await source.read(name)) ?? '';
  const key = text.endsWith('\n') ? parseKey(hashing, text.slice(0, -1)) : undefined;
  if (key?.type !== 1 || (name !== keyFile && name !== `keys/log-${key.id}.vkey`))
    throw faultAt('key-malformed', name);
  return key;
};

/** Throws `key-malformed`. */
export const namedKeys = async (
  hashing: Hashing,
  source: Source,
  manifest: Manifest,
): Promise<readonly NamedKey[]> => {
  const present = new Set(source.names);
  const current = await keyIn(hashing, source, keyFile);
  const named: NamedKey[] = [{ name: keyFile, key: current }];
  for (const name of manifest.names.filter((each) => /^keys\/log-[0-9a-f]{8}\.vkey$/.test(each))) {
    const key = present.has(name) ? await keyIn(hashing, source, name) : undefined;
    if (key !== undefined && (key.name !== current.name || key.id === current.id))
      throw faultAt('key-malformed', name);
    named.push({ name, key });
  }
  return named;
};

/** Every key that the manifest names has signed it. Throws `manifest-signature-invalid`, `file-missing`. */
export const checkSignatures = (
  hashing: Hashing,
  manifest: Manifest,
  named: readonly NamedKey[],
): readonly Key[] => {
  const { text, lines } = manifest;
  const isSigned = named.every(({ key }, place) => {
    const line = lines[place];
    if (line === undefined) return false;
    return key === undefined || signersOf(hashing, { text, lines: [line] }, [key]).length === 1;
  });
  if (!isSigned || lines.length !== named.length)
    throw faultAt('manifest-signature-invalid', 'manifest.json');
  return named.map(({ name, key }) => {
    if (key === undefined) throw faultAt('file-missing', name);
    return key;
  });
};
