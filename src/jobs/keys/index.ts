import type { MasterKey } from '../../infrastructure/crypto/master-key.js';
import type { VaultAt, VaultSummary } from '../../infrastructure/crypto/vault-copies.js';

export type { VaultAt, VaultSummary } from '../../infrastructure/crypto/vault-copies.js';

/** How a copy of a vault takes its place. */
export interface CopyKeysOptions {
  /** Replace what is there (default false: `store-exists`; of a vault in its place, `keys-foreign`). */
  readonly replace?: boolean;
}

const copies = () => import('../../infrastructure/crypto/vault-copies.js');

/** Opens every key of a vault, and counts them. Throws `keys-unavailable`, `keys-behind`. */
export const checkKeys = async (vault: VaultAt): Promise<VaultSummary> => {
  const { identity: _identity, ...summary } = await (await copies()).checkVault(vault);
  return summary;
};

/**
 * Copies a vault while it is in use. Where its master key lies in a file, that is copied beside the copy (`FILE.master`):
 * keep the two apart, and both away from the back-ups of the store. Throws `copy-is-vault`, `store-exists`,
 * `keys-unavailable`.
 */
export const backUpKeys = async (
  vault: VaultAt,
  to: string,
  options: CopyKeysOptions = {},
): Promise<VaultSummary & { readonly master: string | null }> =>
  (await copies()).backUpVault(vault, to, options);

/**
 * Puts a copy back, or takes its keys into the vault that is there as far as they are missing; what was destroyed since
 * stays destroyed. Throws `keys-foreign` where another vault is there, `copy-is-vault`, `keys-unavailable`.
 */
export const restoreKeys = async (
  from: string,
  vault: VaultAt,
  options: CopyKeysOptions = {},
): Promise<VaultSummary> => (await copies()).restoreVault(from, vault, options);

/**
 * Wraps every key by a new master key: one that is made where the old one lies in a file, else `next`. Processes that use
 * the vault go on. Throws `keys-unavailable`.
 */
export const rotateKeys = async (vault: VaultAt, next?: MasterKey): Promise<VaultSummary> =>
  (await copies()).rotateVault(vault, next);
