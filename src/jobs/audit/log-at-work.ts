import { compareLog, type ComparedLog } from '../../application/audit-log/compare-log.js';
import { proveConsistency } from '../../application/audit/merkle/prove.js';
import type { Checkpoint, SignedCheckpoint } from '../../application/audit/notes/checkpoint.js';
import { nodesFromTiles } from '../../application/audit/tiles/tile-source.js';
import type { SignerState } from '../../application/ports/audit-signer.js';
import { auditFault, type AuditFault } from './audit-fault.js';
import type { AuditParts } from './audit-parts.js';

/** The last head that a signer signed; `undefined` where it signed none, or does not remember. */
export const lastSigned = (state: SignerState | undefined): SignedCheckpoint | undefined =>
  state?.memory.kind === 'last' ? state.memory.checkpoint : undefined;

export type Followed =
  | { readonly ok: true; readonly log: ComparedLog; readonly signed: SignedCheckpoint | undefined }
  | AuditFault;

/** Holds the store against the log and what was signed, and logs what is new. */
export const followLog = async (parts: AuditParts): Promise<Followed> => {
  const { store, kept, provider, namespace } = parts;
  const state = await parts.signer.state();
  if (state === undefined && (await kept.heads()).length > 0) return auditFault('signer-key-missing');
  const signed = lastSigned(state);
  const compared = await compareLog({ store, kept, scope: { provider: provider.id, namespace } }, signed);
  if (compared.ok) return { ok: true, log: compared.log, signed };
  const { code, at, event } = compared.fault;
  return auditFault(code, at, event ?? null);
};

/** A head that was signed now, and the log as it is there. */
export interface SignedLog {
  readonly ok: true;
  readonly log: ComparedLog;
  readonly head: SignedCheckpoint;
  /** What had been signed before. */
  readonly before: SignedCheckpoint | undefined;
  /** Keys of the log, the current one first. */
  readonly keys: SignerState['keys'];
  /** True where the log's key was made for this. */
  readonly isNewKey: boolean;
}

const consistency = (log: ComparedLog, after: Checkpoint | undefined) =>
  after === undefined || after.size === 0 || after.size === log.size
    ? Promise.resolve([])
    : proveConsistency(nodesFromTiles(log.readTile, log.size), after.size, log.size);

/**
 * Signs the head of the log, once it is shown to agree with its store and to continue what was signed before. The first
 * time the log's key is made. `last` is the last signed head, for a signer whose key came without its memory.
 */
export const signLog = async (
  parts: AuditParts,
  last?: SignedCheckpoint,
): Promise<SignedLog | AuditFault> => {
  const { signer, kept } = parts;
  if (last !== undefined && !(await signer.adopt(last))) return auditFault('signer-last-refused');
  const found = await signer.state();
  if (found?.memory.kind === 'unknown') return auditFault('signer-memory-missing');
  const followed = await followLog(parts);
  if (!followed.ok) return followed;
  const { log, signed } = followed;
  const { keys } = await signer.create(parts.origin);
  const next = { origin: keys[0].name, size: log.size, root: log.root };
  const outcome = await signer.signCheckpoint({
    next,
    after: signed,
    proof: await consistency(log, signed),
  });
  if (outcome.kind === 'refused') return auditFault(outcome.code, log.size);
  await kept.keepHead(outcome.checkpoint);
  return { ok: true, log, head: outcome.checkpoint, before: signed, keys, isNewKey: found === undefined };
};
