import type { SignedCheckpoint } from './checkpoint.js';
import { meetsQuorum, type TrustPolicy } from './policy.js';
import { verifyNote } from './signed-note.js';
import type { VerifierKey } from './verifier-key.js';

/** Why a checkpoint is trusted, or why not. */
export type Trusted =
  | { readonly ok: true; readonly log: VerifierKey; readonly witnesses: readonly VerifierKey[] }
  | { readonly ok: false; readonly code: 'checkpoint-untrusted' | 'signature-invalid' | 'quorum-unmet' };

/**
 * Evaluates a policy (C2SP tlog-policy): the checkpoint is signed by a listed log whose name is its origin, no line of
 * a known key fails, and the quorum has cosigned.
 */
export const evaluatePolicy = (policy: TrustPolicy, { origin, note }: SignedCheckpoint): Trusted => {
  const logs = policy.logs.map(({ key }) => key).filter(({ name }) => name === origin);
  const signed = verifyNote(note, [...logs, ...policy.witnesses.map(({ key }) => key)]);
  if (!signed.ok && signed.code === 'signature-invalid') return { ok: false, code: signed.code };
  const signedBy = signed.ok ? signed.signedBy : [];
  const log = signedBy.find((key) => logs.includes(key));
  if (log === undefined) return { ok: false, code: 'checkpoint-untrusted' };
  const witnesses = signedBy.filter((key) => !logs.includes(key));
  return meetsQuorum(policy, new Set(witnesses))
    ? { ok: true, log, witnesses }
    : { ok: false, code: 'quorum-unmet' };
};
