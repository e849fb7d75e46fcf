import type { Checkpoint, SignedCheckpoint } from '../../application/audit/notes/checkpoint.js';
import { formatNote } from '../../application/audit/notes/signed-note.js';
import { faultyOption, unsupported } from '../../application/errors/option-faults.js';
import type { SignerState } from '../../application/ports/audit-signer.js';
import type { AuditFault } from './audit-fault.js';
import { openAuditParts, type AuditOptions, type AuditParts } from './audit-parts.js';
import { exportBundle, type ExportedBundle, type ExportOptions } from './export-bundle.js';
import { followLog, knownPast, lastSigned, signLog } from './log-at-work.js';
import { keysOf, plainCheckpoint, type LogKey } from './told.js';

/** How the log stands. */
export interface AuditStatus {
  /** Never false: a fault is another type. */
  readonly ok: true;
  /** Events in the log. */
  readonly entries: number;
  /** The last signed head; `null` where none was signed. */
  readonly checkpoint: Checkpoint | null;
  /** How many of the entries that head covers. */
  readonly signedThrough: number;
  /** What the signer knows of the past: nothing was signed, or the last head; `none`: no key yet. */
  readonly signer: 'none' | 'new' | 'last';
  /** Keys of the log, the current one first. */
  readonly keys: readonly LogKey[];
}

/** A head that was signed. */
export interface SignedHead extends AuditStatus {
  /** What was signed: name, size and root of the log. */
  readonly checkpoint: Checkpoint;
  /** The signed note: what is handed out, in a file called `checkpoint`. */
  readonly note: string;
  /** True where the log's key was made for this. */
  readonly newKey: boolean;
}

/** The log of a provider's events. */
export interface Audit {
  /**
   * Holds the store against the log, both ways, and against what was signed; logs what is new. The first event is named that
   * was changed, removed, put in or moved behind the log's back, or with which an end begins that was cut off.
   */
  readonly check: () => Promise<AuditStatus | AuditFault>;
  /**
   * How the log stands, by what is kept: the store is not read. A signer without its key, or without the memory of what it
   * signed, is a fault (`signer-key-missing`, `signer-memory-missing`), whose `at` is the size of the last head that is known.
   */
  readonly status: () => Promise<AuditStatus | AuditFault>;
  /**
   * The same as `check`, and signs the head. A signer whose key came without its memory signs nothing until it is given
   * the last signed head.
   */
  readonly checkpoint: (last?: SignedCheckpoint) => Promise<SignedHead | AuditFault>;
  /**
   * The same as `checkpoint`, and writes a bundle for the regulator: into a folder that is empty or not there yet, or a ZIP
   * that is not, where the name ends in `.zip`; whole, or not at all.
   */
  readonly export: (path: string, options?: ExportOptions) => Promise<ExportedBundle | AuditFault>;
  /** Makes a new current key of the same name; older ones sign beside it until they are retired. */
  readonly rotate: () => Promise<readonly LogKey[]>;
  /** Takes an older key out of use, by its id. Throws `option-invalid` where no older key has it. */
  readonly retire: (id: string) => Promise<readonly LogKey[]>;
  /** Closes what was opened here; what was given as an object stays open. */
  readonly close: () => Promise<void>;
}

const statusOf = (entries: number, state: SignerState | undefined): AuditStatus => {
  const signed = lastSigned(state);
  return {
    ok: true,
    entries,
    checkpoint: signed === undefined ? null : plainCheckpoint(signed),
    signedThrough: signed?.size ?? 0,
    signer: state === undefined ? 'none' : signed === undefined ? 'new' : 'last',
    keys: keysOf(state?.keys),
  };
};

/** What is told as done was done: the current key, and what is the id of none, are not taken out of use. */
const mustBeOlderKey = (state: SignerState | undefined, id: string): void => {
  const older = state?.keys.slice(1).map((key) => key.id) ?? [];
  if (older.length === 0)
    throw faultyOption('id', {
      es: 'no hay ninguna llave anterior que retirar; la llave en uso se queda.',
      en: 'there is no older key to take out of use; the current one stays.',
    });
  if (!older.includes(id)) throw unsupported('id', id, older.join(', '));
};

/** The log over parts that are open. */
export const auditOver = (parts: AuditParts): Audit => {
  const { signer, kept } = parts;
  return {
    check: async () => {
      const followed = await followLog(parts);
      return followed.ok ? statusOf(followed.log.size, await signer.state()) : followed;
    },
    status: async () => {
      const { state, fault } = await knownPast(parts);
      return fault ?? statusOf(await kept.size(), state);
    },
    checkpoint: async (last) => {
      const signed = await signLog(parts, { last });
      if (!signed.ok) return signed;
      const { head, isNewKey } = signed;
      const status = statusOf(signed.log.size, await signer.state());
      return { ...status, checkpoint: plainCheckpoint(head), note: formatNote(head.note), newKey: isNewKey };
    },
    export: (path, options) => exportBundle(parts, path, options),
    rotate: async () => keysOf((await signer.rotate()).keys),
    retire: async (id) => {
      mustBeOlderKey(await signer.state(), id);
      return keysOf((await signer.retire(id)).keys);
    },
    close: parts.close,
  };
};

/**
 * Opens the audit log of a provider's events: an RFC 6962 tree over them in the store's order, with a key and the memory
 * of what it signed on the side of the keys. What is given as a URL is opened here and closed by `close()`.
 */
export const openAudit = async (options: AuditOptions): Promise<Audit> =>
  auditOver(await openAuditParts(options));
