import type { VaultMark, VaultMarks } from '../../application/ports/vault-marks.js';

/** Which vault belongs to a store in memory. */
export const memoryVaultMarks = (): VaultMarks => {
  const marks = new Map<string, VaultMark>();
  return {
    read: (scope) => Promise.resolve(marks.get(scope)),
    keep: (scope, mark, isAdopted = false) => {
      const known = marks.get(scope);
      const isOlder = known?.id === mark.id && known.generation > mark.generation;
      if (!isOlder || isAdopted) marks.set(scope, mark);
      return Promise.resolve();
    },
  };
};
