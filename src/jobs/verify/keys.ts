import { parseSignedCheckpoint, type SignedCheckpoint } from '../../application/audit/notes/checkpoint.js';
import { policyOfKey, type TrustPolicy } from '../../application/audit/notes/policy.js';
import { verifyNote } from '../../application/audit/notes/signed-note.js';
import { textOfBytes } from '../../application/audit/notes/strict-text.js';
import { evaluatePolicy } from '../../application/audit/notes/trust.js';
import {
  formatVerifierKey,
  parseVerifierKey,
  type VerifierKey,
} from '../../application/audit/notes/verifier-key.js';
import { byName, type BundleSource } from '../../infrastructure/bundle/files.js';
import { manifestText, type SignedManifest } from '../bundle/manifest.js';
import { bundleNames, furtherKeyName, isKeyFile } from '../bundle/names.js';
import { bundleFault } from './fault.js';

/** What an inspector trusts: a policy or a key that came another way, or, for want of either, the bundle itself. */
export type Trust =
  | { readonly kind: 'policy'; readonly policy: TrustPolicy }
  | { readonly kind: 'key'; readonly key: VerifierKey }
  | { readonly kind: 'self' };

const keyIn = (source: BundleSource, name: string): VerifierKey => {
  const text = textOfBytes(source.read(name)) ?? '';
  const key = text.endsWith('\n') ? parseVerifierKey(text.slice(0, -1)) : undefined;
  if (key?.type !== 1 || (name !== bundleNames.key && name !== furtherKeyName(key.id)))
    throw bundleFault('key-malformed', name);
  return key;
};

/** A key of the log that the manifest names; `key` is `undefined` where its file is not there. */
export interface NamedKey {
  readonly name: string;
  readonly key: VerifierKey | undefined;
}

/** Keys of the log that the manifest names, the current one first; that one has to be there. Throws `key-malformed`. */
export const keysIn = (source: BundleSource, { files }: SignedManifest): readonly NamedKey[] => {
  const present = new Set(source.names);
  const current = keyIn(source, bundleNames.key);
  const further = Object.keys(files).filter((name) => isKeyFile(name) && name !== bundleNames.key);
  const older = further.sort(byName).map((name) => {
    const key = present.has(name) ? keyIn(source, name) : undefined;
    if (key !== undefined && (key.name !== current.name || key.id === current.id))
      throw bundleFault('key-malformed', name);
    return { name, key };
  });
  return [{ name: bundleNames.key, key: current }, ...older];
};

/**
 * Every key that the manifest names has signed it, in their order. Throws `manifest-signature-invalid`, and
 * `file-missing` where the manifest is right and a key is not there.
 */
export const checkManifest = (
  manifest: SignedManifest,
  named: readonly NamedKey[],
): readonly [VerifierKey, ...VerifierKey[]] => {
  const { signatures } = manifest;
  const text = manifestText(manifest);
  const isSigned = named.every(({ key }, place) => {
    const line = signatures[place];
    return line !== undefined && (key === undefined || verifyNote({ text, signatures: [line] }, [key]).ok);
  });
  if (!isSigned || signatures.length !== named.length)
    throw bundleFault('manifest-signature-invalid', bundleNames.manifest);
  const [current, ...further] = named.map(({ name, key }) => {
    if (key === undefined) throw bundleFault('file-missing', name);
    return key;
  });
  if (current === undefined) throw bundleFault('file-missing', bundleNames.key);
  return [current, ...further];
};

/** What is trusted of a bundle with these keys. Throws `key-untrusted` where none of them is. */
export const trustedPolicy = (trust: Trust, keys: readonly [VerifierKey, ...VerifierKey[]]): TrustPolicy => {
  if (trust.kind === 'self') return policyOfKey(keys[0]);
  const policy = trust.kind === 'key' ? policyOfKey(trust.key) : trust.policy;
  const ours = new Set(keys.map(formatVerifierKey));
  const logs = policy.logs.filter(({ key }) => ours.has(formatVerifierKey(key)));
  if (logs.length === 0) throw bundleFault('key-untrusted', bundleNames.key);
  return { ...policy, logs };
};

/**
 * The head of the log, and the trusted key that signed it. Throws `checkpoint-malformed`,
 * `checkpoint-signature-invalid`, `key-untrusted`, `quorum-unmet`.
 */
export const checkCheckpoint = (
  bytes: Uint8Array,
  keys: readonly [VerifierKey, ...VerifierKey[]],
  policy: TrustPolicy,
): { readonly checkpoint: SignedCheckpoint; readonly key: VerifierKey } => {
  const file = bundleNames.checkpoint;
  const checkpoint = parseSignedCheckpoint(bytes);
  if (checkpoint === undefined || checkpoint.origin !== keys[0].name)
    throw bundleFault('checkpoint-malformed', file);
  if (!verifyNote(checkpoint.note, keys).ok) throw bundleFault('checkpoint-signature-invalid', file);
  const trusted = evaluatePolicy(policy, checkpoint);
  if (trusted.ok) return { checkpoint, key: trusted.log };
  if (trusted.code === 'signature-invalid') throw bundleFault('checkpoint-signature-invalid', file);
  throw trusted.code === 'quorum-unmet'
    ? bundleFault('quorum-unmet', file)
    : bundleFault('key-untrusted', file);
};
