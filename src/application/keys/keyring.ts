import { hash } from 'node:crypto';
import { isCodedError, type CodedError } from '../errors/coded-error.js';
import { isKeyFaultCode } from '../errors/key-faults.js';
import type { Keyring, KeysHealth } from '../ports/keyring.js';
import type { KeyVault, VaultIdentity } from '../ports/key-vault.js';
import type { Timers } from '../ports/timers.js';
import type { VaultMarks } from '../ports/vault-marks.js';
import { vaultFault } from './compare-vaults.js';

/** The store that a vault belongs to. */
export interface StoreOfVault {
  /** Where it keeps which vault that is. */
  readonly marks: VaultMarks;
  readonly scope: string;
  /** Go on with the vault that is given, whatever the store's values were sealed with. */
  readonly adopt?: boolean | undefined;
  readonly timers: Timers;
  /** Milliseconds after a key was made, after which the store is told how far the vault is. */
  readonly noteAfter: number;
}

const tagLength = 4;

const tagOf = (identity: VaultIdentity | undefined): Buffer =>
  identity === undefined
    ? Buffer.alloc(tagLength)
    : hash('sha256', identity.id, 'buffer').subarray(0, tagLength);

/** The keys of a provider's persons. Without a store nothing is held against it: for what seals nothing, and for tests. */
export const createKeyring = (vault: KeyVault, provider: string, store?: StoreOfVault): Keyring => {
  let isBound = false;
  let binding: Promise<void> | undefined;
  let tag: Buffer | undefined;
  let noted = -1;
  let cancel: (() => void) | undefined;
  let health: KeysHealth = { state: 'unasked' };
  let id: string | undefined;

  const identityNow = async (): Promise<VaultIdentity | undefined> => {
    const identity = await vault.identity?.();
    id = identity?.id;
    return identity;
  };

  const stateNow = (state: KeysHealth['state']): KeysHealth => ({
    state,
    ...(id !== undefined && { vault: id }),
  });

  /** Notes how the vault did. That a key is looked up in it does not show that it is the store's. */
  const watched = async <Result>(work: () => Promise<Result>, showsUse: boolean): Promise<Result> => {
    try {
      const result = await work();
      if (showsUse) health = stateNow('usable');
      else if (health.code === 'keys-unavailable') health = stateNow(isBound ? 'usable' : 'unasked');
      return result;
    } catch (error) {
      if (isCodedError(error) && isKeyFaultCode(error.code))
        health = { ...stateNow('refused'), code: error.code, message: error.text };
      throw error;
    }
  };

  const faultNow = async (): Promise<CodedError | undefined> =>
    store === undefined || vault.identity === undefined
      ? undefined
      : vaultFault(await store.marks.read(store.scope), await identityNow());

  const check = async (): Promise<void> => {
    const fault = isBound || store?.adopt === true ? undefined : await faultNow();
    if (fault !== undefined) throw fault;
  };

  const note = async (isAdopted = false): Promise<void> => {
    const identity = await identityNow();
    if (store === undefined || identity === undefined || identity.endsWithProcess === true) return;
    if (identity.generation <= noted) return;
    await store.marks.keep(store.scope, identity, isAdopted);
    noted = identity.generation;
  };

  /** Opens the vault that is given; where it is adopted all the same, what it lacks is given up, and told by searches. */
  const openGiven = async (fault: CodedError | undefined): Promise<void> => {
    await vault.open?.();
    if (store?.adopt === true) await vault.acceptLoss?.();
    if (fault !== undefined) await vault.contacts?.distrust?.(provider);
  };

  const bind = async (): Promise<void> => {
    const fault = await faultNow();
    if (fault !== undefined && store?.adopt !== true) throw fault;
    await openGiven(fault);
    tag = tagOf(await identityNow());
    await note(store?.adopt);
    isBound = true;
  };

  /** The vault is the store's, and the store knows it: once that is so, it stays so. */
  const bound = (): Promise<void> => (binding ??= bind().finally(() => (binding = undefined)));

  /** A store that cannot be written to now is told with the next key, or when it is closed. */
  const noteSoon = (): void => {
    if (store === undefined || vault.identity === undefined) return;
    cancel ??= store.timers.after(store.noteAfter, () => {
      cancel = undefined;
      note().catch(() => undefined);
    });
  };

  return {
    keyFor: (person) =>
      watched(async () => {
        if (!isBound) await bound();
        const key = await vault.keyFor(person, provider);
        noteSoon();
        return key;
      }, true),
    keyAtHand: (person) => (isBound ? vault.cachedKey(person, provider) : undefined),
    lookUp: (person) =>
      watched(async () => {
        const key = await vault.existingKey(person, provider);
        if (key !== undefined) return { kind: 'held', key };
        const isDestroyed = (await vault.isDestroyed?.(person, provider)) === true;
        return { kind: isDestroyed ? 'destroyed' : 'missing' };
      }, false),
    vaultTag: () => tag ?? identityNow().then(tagOf, () => tagOf(undefined)),
    check: () => watched(check, true),
    bind: () => watched(bound, true),
    health: () => health,
    close: async () => {
      cancel?.();
      cancel = undefined;
      if (isBound) await note();
    },
  };
};
