import { compareLog, type ComparedLog } from '../../application/audit-log/compare-log.js';
import { proveConsistency } from '../../application/audit/merkle/prove.js';
import type { Checkpoint, SignedCheckpoint } from '../../application/audit/notes/checkpoint.js';
import { verifyNote } from '../../application/audit/notes/signed-note.js';
import { nodesFromTiles } from '../../application/audit/tiles/tile-source.js';
import type { SignerState } from '../../application/ports/audit-signer.js';
import { auditFault, type AuditFault } from './audit-fault.js';
import type { AuditParts } from './audit-parts.js';

/** The last head that a signer signed; `undefined` where it signed none, or does not remember. */
export const lastSigned = (state: SignerState | undefined): SignedCheckpoint | undefined =>
  state?.memory.kind === 'last' ? state.memory.checkpoint : undefined;

/** What a signer and a kept log know of the past. */
export interface KnownPast {
  readonly state: SignerState | undefined;
  /** The last head that is known: the signer's own, else the one that was kept with the log. */
  readonly signed: SignedCheckpoint | undefined;
  /** That the signer lacks its key, or the memory of what it signed. */
  readonly fault: AuditFault | undefined;
}

const leastSigned = (state: SignerState | undefined): SignedCheckpoint | undefined =>
  state?.memory.kind === 'unknown' ? state.memory.atLeast : undefined;

const faultWithoutHead = (
  state: SignerState | undefined,
  signedBefore: () => boolean,
): AuditFault | undefined => {
  if (state === undefined) return signedBefore() ? auditFault('signer-key-missing') : undefined;
  return state.memory.kind === 'unknown' ? auditFault('signer-memory-missing') : undefined;
};

/** What a signer lacks that remembers no head, though `head` was signed once. */
const faultOfSigner = (
  { signedBefore }: AuditParts,
  state: SignerState | undefined,
  head: SignedCheckpoint | undefined,
): AuditFault | undefined => {
  if (head === undefined) return faultWithoutHead(state, signedBefore);
  const isOwn = state !== undefined && verifyNote(head.note, state.keys).ok;
  return auditFault(isOwn ? 'signer-memory-missing' : 'signer-key-missing', head.size);
};

/** A signer that forgot is no signer that never signed: the heads that were kept with the log tell the one from the other. */
export const knownPast = async (parts: AuditParts): Promise<KnownPast> => {
  const state = await parts.signer.state();
  const own = lastSigned(state);
  if (own !== undefined) return { state, signed: own, fault: undefined };
  const heads = [leastSigned(state), (await parts.kept.heads()).at(-1)];
  const [head] = heads.flatMap((each) => each ?? []).sort((one, other) => other.size - one.size);
  return { state, signed: head, fault: faultOfSigner(parts, state, head) };
};

export type Followed =
  | { readonly ok: true; readonly log: ComparedLog; readonly signed: SignedCheckpoint | undefined }
  | AuditFault;

/**
 * Holds the store against the log and what was signed, and logs what is new. What is wrong with the store is told before
 * what the signer lacks.
 */
export const followLog = async (parts: AuditParts): Promise<Followed> => {
  const { store, kept, provider, namespace } = parts;
  const { signed, fault } = await knownPast(parts);
  const compared = await compareLog({ store, kept, scope: { provider: provider.id, namespace } }, signed);
  if (compared.ok) return fault ?? { ok: true, log: compared.log, signed };
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
 * time the log's key is made. `last` is the last signed head, for a signer whose key came without its memory; `lookFirst`
 * finds what else is in the way, before a key is made or anything is signed.
 */
export const signLog = async (
  parts: AuditParts,
  {
    last,
    lookFirst,
  }: {
    readonly last?: SignedCheckpoint | undefined;
    readonly lookFirst?: () => Promise<AuditFault | undefined>;
  } = {},
): Promise<SignedLog | AuditFault> => {
  const { signer, kept } = parts;
  const found = await signer.state();
  if (last !== undefined) {
    if (found === undefined) return auditFault('signer-key-missing', last.size);
    if (!(await signer.adopt(last))) return auditFault('signer-last-refused');
  }
  const followed = await followLog(parts);
  if (!followed.ok) return followed;
  const hindrance = await lookFirst?.();
  if (hindrance !== undefined) return hindrance;
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
  parts.noteSigned(next.origin);
  return { ok: true, log, head: outcome.checkpoint, before: signed, keys, isNewKey: found === undefined };
};
