import {
  parseCheckpoint,
  formatCheckpoint,
  type SignedCheckpoint,
} from '../../application/audit/notes/checkpoint.js';
import { signNote, type SigningKey } from '../../application/audit/notes/signing-key.js';
import { verifyNote } from '../../application/audit/notes/signed-note.js';
import { decideSigning, type SignerMemory } from '../../application/audit/signing.js';
import type { AuditSigner, SignerState, SigningOutcome } from '../../application/ports/audit-signer.js';

/** What a signer keeps: its keys, the current one first, and its memory. */
export interface KeptSigner {
  readonly keys: readonly [SigningKey, ...SigningKey[]];
  readonly memory: SignerMemory;
}

/** Where a signer is kept. */
export interface SignerPlace {
  /**
   * Reads what is kept, lets `change` decide, and keeps what it gives, with no other writer in between; `undefined` keeps
   * what is there. What `change` throws is thrown, and nothing is kept.
   */
  readonly update: <Result>(
    change: (kept: KeptSigner | undefined) => { readonly keep?: KeptSigner; readonly result: Result },
  ) => Promise<Result>;
  /** A new key with this name. */
  readonly makeKey: (name: string) => SigningKey;
  readonly close: () => Promise<void>;
}

const stateOf = ({ keys: [current, ...older], memory }: KeptSigner): SignerState => ({
  keys: [current.verifier, ...older.map(({ verifier }) => verifier)],
  memory,
});

const noKey = (): Error => new RangeError('no key of the log was made yet');

const needed = (kept: KeptSigner | undefined): KeptSigner => {
  if (kept === undefined) throw noKey();
  return kept;
};

/** A signer takes no other head for its own, and none that is older than one it knows of. */
const mayAdopt = (memory: SignerMemory, { size }: SignedCheckpoint): boolean =>
  memory.kind === 'new' || (memory.kind === 'unknown' && size >= (memory.atLeast?.size ?? 0));

/** The rules of every signer, over a place that can compare and set. */
export const signerAt = ({ update, makeKey, close }: SignerPlace): AuditSigner => {
  const changed = (change: (kept: KeptSigner) => KeptSigner): Promise<SignerState> =>
    update((kept) => {
      const keep = change(needed(kept));
      return { keep, result: stateOf(keep) };
    });

  const made = (keep: KeptSigner) => ({ keep, result: stateOf(keep) });

  return {
    state: () => update((kept) => ({ result: kept === undefined ? undefined : stateOf(kept) })),
    create: (origin) =>
      update((kept) =>
        kept === undefined
          ? made({ keys: [makeKey(origin)], memory: { kind: 'new' } })
          : { result: stateOf(kept) },
      ),
    signCheckpoint: (request) =>
      update<SigningOutcome>((found) => {
        const kept = needed(found);
        const decision = decideSigning(kept.keys[0].verifier.name, kept.memory, request);
        if (decision.kind === 'refuse') return { result: { kind: 'refused', code: decision.code } };
        const note = signNote(formatCheckpoint(request.next), kept.keys);
        const checkpoint: SignedCheckpoint = { ...request.next, note };
        return {
          keep: { ...kept, memory: { kind: 'last', checkpoint } },
          result: { kind: 'signed', checkpoint },
        };
      }),
    signManifest: (text) =>
      update((kept) => {
        if (parseCheckpoint(text) !== undefined)
          throw new RangeError('a checkpoint is signed by signCheckpoint');
        return { result: needed(kept).keys.map((key) => key.signText(text)) };
      }),
    adopt: (last) =>
      update((found) => {
        const kept = needed(found);
        const own = kept.keys.map(({ verifier }) => verifier);
        const isOurs = last.origin === kept.keys[0].verifier.name && verifyNote(last.note, own).ok;
        if (!isOurs || !mayAdopt(kept.memory, last)) return { result: false };
        return { keep: { ...kept, memory: { kind: 'last', checkpoint: last } }, result: true };
      }),
    rotate: () =>
      changed(({ keys, memory }) => ({ keys: [makeKey(keys[0].verifier.name), ...keys], memory })),
    retire: (id) =>
      changed(({ keys: [current, ...older], memory }) => ({
        keys: [current, ...older.filter(({ verifier }) => verifier.id !== id)],
        memory,
      })),
    close,
  };
};
