import {
  lookedAt,
  mustBeText,
  mustKnow,
  namesOf,
  unsupported,
} from '../../application/errors/option-faults.js';
import { isMasterKey, masterKeyForm } from '../../composition/check-options.js';
import type { MasterKey } from '../../infrastructure/crypto/master-key.js';
import type {
  CopiedVault,
  RestoredVault,
  VaultAt,
  VaultSummary,
} from '../../infrastructure/crypto/vault-copies.js';

export type {
  CopiedVault,
  RestoredVault,
  VaultAt,
  VaultSummary,
} from '../../infrastructure/crypto/vault-copies.js';

/** How a copy of a vault takes its place. */
export interface CopyKeysOptions {
  /** Replace what is there (default false: `store-exists`; of a vault in its place, `keys-foreign`). */
  readonly replace?: boolean;
}

const mustBeMasterKey = (option: string, given: unknown): void => {
  if (given !== undefined && !lookedAt(option, () => isMasterKey(given)))
    throw unsupported(option, given, masterKeyForm);
};

const placeNames = namesOf<VaultAt>({ path: true, masterKey: true });

/** Where a vault is, as a host without a compiler may give it. Throws `option-invalid`. */
const vaultGiven = (of: string, given: VaultAt): VaultAt => {
  const vault = mustKnow(of, given, placeNames);
  mustBeText('path', vault.path, 'PATH');
  mustBeMasterKey('masterKey', vault.masterKey);
  return vault;
};

const copyNames = namesOf<CopyKeysOptions>({ replace: true });

const copies = () => import('../../infrastructure/crypto/vault-copies.js');

/** Opens every key of a vault, and counts them. Throws `option-invalid`, `keys-unavailable`, `keys-behind`. */
export const checkKeys = async (vault: VaultAt): Promise<VaultSummary> => {
  const { identity: _identity, ...summary } = await (
    await copies()
  ).checkVault(vaultGiven('checkKeys', vault));
  return summary;
};

/**
 * Copies a vault while it is in use, with the marks of stores and the keys of audit logs that lie beside it. Where its
 * master key lies in a file, that is copied beside the copy (`FILE.master`): keep the two apart, and both away from the
 * back-ups of the store. Throws `option-invalid`, `copy-is-vault`,
 * `store-exists`, `keys-unavailable`.
 */
export const backUpKeys = async (
  vault: VaultAt,
  to: string,
  options: CopyKeysOptions = {},
): Promise<CopiedVault> => {
  mustBeText('to', to, 'PATH');
  const [given, asked] = [vaultGiven('backUpKeys', vault), mustKnow('backUpKeys', options, copyNames)];
  return (await copies()).backUpVault(given, to, asked);
};

/**
 * Puts a copy back, or takes its keys into the vault that is there as far as they are missing; what was destroyed since
 * stays destroyed. The key of an audit log comes back without the memory of what it signed. Throws `keys-foreign` where another vault is there, `copy-is-vault`, `keys-unavailable`, `option-invalid`.
 */
export const restoreKeys = async (
  from: string,
  vault: VaultAt,
  options: CopyKeysOptions = {},
): Promise<RestoredVault> => {
  mustBeText('from', from, 'PATH');
  const [given, asked] = [vaultGiven('restoreKeys', vault), mustKnow('restoreKeys', options, copyNames)];
  return (await copies()).restoreVault(from, given, asked);
};

/**
 * Wraps every key by a new master key: one that is made where the old one lies in a file, else `next`. Processes that use
 * the vault go on. Throws `option-invalid`, `keys-unavailable`.
 */
export const rotateKeys = async (vault: VaultAt, next?: MasterKey): Promise<VaultSummary> => {
  mustBeMasterKey('next', next);
  return (await copies()).rotateVault(vaultGiven('rotateKeys', vault), next);
};
