import { keysBehind, keysForeign } from '../errors/key-faults.js';
import type { CodedError } from '../errors/coded-error.js';
import type { VaultIdentity } from '../ports/key-vault.js';
import type { VaultMark } from '../ports/vault-marks.js';

/** Why a vault may not seal for a store that knows its own; `undefined` where it may. */
export const vaultFault = (
  mark: VaultMark | undefined,
  given: VaultIdentity | undefined,
): CodedError | undefined => {
  if (mark === undefined) return undefined;
  // Keys in memory are none that the store's values were sealed with.
  if (given === undefined || given.endsWithProcess === true)
    return keysForeign({ expected: mark.id, found: null });
  if (given.id !== mark.id || given.check !== mark.check)
    return keysForeign({ expected: mark.id, found: given.id });
  if (given.generation >= mark.generation) return undefined;
  const { id: vault, generation: found } = given;
  return keysBehind({ vault, expected: mark.generation, found });
};
