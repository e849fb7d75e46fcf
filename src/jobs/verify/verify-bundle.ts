import {
  mustBeText,
  mustHave,
  mustKnow,
  namesOf,
  unsupported,
} from '../../application/errors/option-faults.js';
import type { Checkpoint, SignedCheckpoint } from '../../application/audit/notes/checkpoint.js';
import { fingerprintOf, type VerifierKey } from '../../application/audit/notes/verifier-key.js';
import { isContainerFault, type BundleSource } from '../../infrastructure/bundle/files.js';
import { givingTurns } from '../../infrastructure/shared/system/giving-turns.js';
import { openBundle } from '../../infrastructure/bundle/open-bundle.js';
import type { BundleScope } from '../bundle/manifest.js';
import { bundleNames, isKeyFile, isReserved } from '../bundle/names.js';
import { checkedFiles, compareNames, type CheckedFiles } from './checked-files.js';
import { checkAnchor, checkFrom } from './earlier.js';
import { bundleFault, isBundleFault, type BundleFault } from './fault.js';
import { checkFolio } from './folio-bundle.js';
import { checkCheckpoint, checkManifest, keysIn, trustedPolicy, type Trust } from './keys.js';
import { checkLog, type CheckedLog } from './log-bundle.js';

/** How a bundle is to be verified. */
export interface VerifyOptions {
  /** What the inspector had from elsewhere, or that there was nothing. */
  readonly trust: Trust;
  /** A head of this log that the inspector had from before. */
  readonly from?: SignedCheckpoint;
}

const optionNames = namesOf<VerifyOptions>({ trust: true, from: true });

const trustKinds: Readonly<Record<Trust['kind'], Parameters<typeof mustHave>[2]>> = {
  policy: { policy: 'object' },
  key: { key: 'object' },
  self: {},
};

/** What is trusted and what came before, as a host without a compiler may give them. Throws `option-invalid`. */
const optionsGiven = (given: VerifyOptions): VerifyOptions => {
  const asked = mustKnow('verifyBundle', given, optionNames);
  mustHave('trust', asked.trust, { kind: 'string' });
  const { kind } = asked.trust;
  if (!Object.hasOwn(trustKinds, kind)) throw unsupported('trust', kind, Object.keys(trustKinds).join(', '));
  mustHave('trust', asked.trust, trustKinds[kind]);
  if (asked.from !== undefined)
    mustHave('from', asked.from, { origin: 'string', root: 'object', note: 'object' });
  return asked;
};

/** A bundle in which every byte is as it was signed, or the first fault found. */
export type Verified =
  | {
      readonly ok: true;
      readonly trust: Trust['kind'];
      /** Entries that were verified. */
      readonly entries: number;
      readonly checkpoint: Checkpoint;
      /** Of the key that signed (`fingerprintOf`). */
      readonly fingerprint: string;
      readonly scope: BundleScope;
    }
  | ({ readonly ok: false } & BundleFault);

/** Files that are checked by their hash alone, in the order of their names. */
const checkPlainFiles = async (files: CheckedFiles): Promise<void> => {
  const turn = givingTurns();
  for (const name of files.names) {
    await turn();
    if (!/^(tile|entries|proofs)\//.test(name)) files.read(name);
  }
};

const ownNames: readonly string[] = Object.values(bundleNames);

/** What a log's file may be called, is one that its readers know. */
const checkReserved = ({ names }: CheckedFiles): void => {
  const stray = names.find(
    (name) =>
      isReserved(name) &&
      !isKeyFile(name) &&
      !ownNames.includes(name) &&
      !/^(tile|entries|proofs)\//.test(name),
  );
  if (stray !== undefined) throw bundleFault('file-unexpected', stray);
};

interface Checked {
  readonly entries: number;
  readonly start: number | undefined;
  readonly log: CheckedLog | undefined;
}

const checkEntries = async (
  files: CheckedFiles,
  checkpoint: SignedCheckpoint,
  anchor: SignedCheckpoint | undefined,
): Promise<Checked> => {
  const { scope } = files.manifest;
  if (scope.kind === 'folio') {
    checkFolio(files, checkpoint, scope);
    return { entries: scope.entries, start: undefined, log: undefined };
  }
  const { start } = scope;
  if (start > 0 && anchor?.size !== start) throw bundleFault('anchor-invalid', bundleNames.anchor);
  const log = await checkLog(files, checkpoint, start);
  return { entries: checkpoint.size - start, start, log };
};

const verified = async (source: BundleSource, { trust, from }: VerifyOptions): Promise<Verified> => {
  const files = checkedFiles(source);
  const keys = checkManifest(files.manifest, keysIn(source, files.manifest));
  const policy = trustedPolicy(trust, keys);
  compareNames(source.names, [...files.names, bundleNames.manifest]);
  checkReserved(files);
  await checkPlainFiles(files);
  const { checkpoint, key } = checkCheckpoint(files.read(bundleNames.checkpoint), keys, policy);
  const trusted: readonly VerifierKey[] = policy.logs.map((log) => log.key);
  const anchor = checkAnchor(files, checkpoint, trusted);
  const { entries, start, log } = await checkEntries(files, checkpoint, anchor);
  await log?.checkProofs();
  if (from !== undefined) {
    const rootAt = log?.rootAt ?? (() => Promise.resolve(checkpoint.root));
    await checkFrom(from, trusted, { checkpoint, anchor, start, rootAt });
  }
  const { origin, size, root } = checkpoint;
  return {
    ok: true,
    trust: trust.kind,
    entries,
    checkpoint: { origin, size, root },
    fingerprint: fingerprintOf(key),
    scope: files.manifest.scope,
  };
};

const faultOf = (error: unknown): BundleFault => {
  if (isBundleFault(error)) return error.bundleFault;
  if (isContainerFault(error)) return { code: error.containerFault, file: error.file, at: error.at };
  throw error;
};

/**
 * Verifies a folder or a ZIP, file by file, without a store: every byte is as it was signed, nothing was added or
 * taken away, and the entries add up to the signed head. Without `options` the key is taken from the bundle itself. Throws
 * `option-invalid`, and what the system says where there is neither folder nor ZIP.
 */
export const verifyBundle = async (
  path: string,
  options: VerifyOptions = { trust: { kind: 'self' } },
): Promise<Verified> => {
  mustBeText('path', path, 'DIR, FILE.zip');
  const asked = optionsGiven(options);
  let source: BundleSource | undefined;
  try {
    source = openBundle(path);
    return await verified(source, asked);
  } catch (error) {
    return { ok: false, ...faultOf(error) };
  } finally {
    source?.close();
  }
};
