import type { Position, StreamName } from './event-store.js';

/**
 * What a folio register knows of a folio. `found`: the stream of its complaint. `none`: the register has read every
 * event of the store, and no complaint has this folio. `behind`: none of the events up to `upTo` assigned it, or none
 * was read where `upTo` is absent.
 */
export type FolioAnswer =
  | { readonly kind: 'found'; readonly stream: StreamName }
  | { readonly kind: 'none' }
  | { readonly kind: 'behind'; readonly upTo: Position | undefined };

/**
 * From a folio to its complaint: the only index that a command uses (design: Folio). An embedded store writes it in the
 * transaction of the filing; beside a server it follows `FolioAssigned` with a checkpoint of its own.
 */
export interface FolioRegister {
  /** `scope` names the provider within its namespace (`scopeOf`). Throws the codes of the store that it lies in. */
  readonly find: (scope: string, folio: string) => Promise<FolioAnswer>;
}
