import type { VaultIdentity } from './key-vault.js';

/** Which vault the values in a store are sealed with, and how far that was. */
export type VaultMark = Omit<VaultIdentity, 'endsWithProcess'>;

/** Where a store keeps which vault belongs to it, for each scope (a provider in its namespace). */
export interface VaultMarks {
  /** What is kept; `undefined` where nothing was sealed yet. */
  readonly read: (scope: string) => Promise<VaultMark | undefined>;
  /** Keeps a mark. The generation of the same vault never goes back, unless an earlier one is adopted. */
  readonly keep: (scope: string, mark: VaultMark, isAdopted?: boolean) => Promise<void>;
}
