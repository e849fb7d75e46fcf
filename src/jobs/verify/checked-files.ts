import { hash } from 'node:crypto';
import { byName, type BundleSource } from '../../infrastructure/bundle/files.js';
import { parseManifest, type SignedManifest } from '../bundle/manifest.js';
import { bundleNames } from '../bundle/names.js';
import { bundleFault } from './fault.js';

/** The files of a bundle, each held against the manifest as it is read. */
export interface CheckedFiles {
  readonly manifest: SignedManifest;
  /** Names in the manifest, in the order of their bytes. */
  readonly names: readonly string[];
  /** Throws `file-missing`, `file-changed`. */
  readonly read: (name: string) => Uint8Array;
  /** The same, without looking at the hash: for what was read before. */
  readonly readAgain: (name: string) => Uint8Array;
}

/** Throws at the first name, in their order, that one list has and the other has not. */
export const compareNames = (found: readonly string[], expected: readonly string[]): void => {
  const [has, wants] = [new Set(found), new Set(expected)];
  const [first] = [
    ...found.filter((name) => !wants.has(name)),
    ...expected.filter((name) => !has.has(name)),
  ].sort(byName);
  if (first !== undefined) throw bundleFault(has.has(first) ? 'file-unexpected' : 'file-missing', first);
};

/** Files that every bundle has, in the order in which the readers ask for them. */
const needed = [bundleNames.manifest, bundleNames.key, bundleNames.checkpoint];

/** Reads the manifest. Throws `file-missing`, `manifest-malformed`. */
export const checkedFiles = (source: BundleSource): CheckedFiles => {
  const missing = needed.find((name) => !source.names.includes(name));
  if (missing !== undefined) throw bundleFault('file-missing', missing);
  const manifest = parseManifest(source.read(bundleNames.manifest));
  if (manifest === undefined) throw bundleFault('manifest-malformed', bundleNames.manifest);
  const hashes = new Map(Object.entries(manifest.files));
  return {
    manifest,
    names: [...hashes.keys()].sort(byName),
    read: (name) => {
      if (!hashes.has(name)) throw bundleFault('file-missing', name);
      const bytes = source.read(name);
      if (hash('sha256', bytes, 'hex') !== hashes.get(name)) throw bundleFault('file-changed', name);
      return bytes;
    },
    readAgain: source.read,
  };
};
