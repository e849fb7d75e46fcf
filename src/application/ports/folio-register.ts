import type { Position, StoredEvent, StreamName } from './event-store.js';

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
  /** `scope` names the provider within its namespace. Throws the codes of the store that it lies in. */
  readonly find: (scope: string, folio: string) => Promise<FolioAnswer>;
}

/** How far a register that lies apart from its store has read it. */
export interface RegisterPlace {
  /** Everything up to here was read. */
  readonly position: Position;
  /** The last event that it took in: a store that has another one there is not the store it was made from. */
  readonly last: Pick<StoredEvent, 'id' | 'stream' | 'revision'> | undefined;
}

/** A register beside a server: it follows `FolioAssigned` and knows how far it is. */
export interface FolioRegisterApart extends FolioRegister {
  /** `undefined` before the first event. */
  readonly place: () => Promise<RegisterPlace | undefined>;
  /** Takes in events and the place that they reach to, in one transaction. */
  readonly add: (events: readonly StoredEvent[], position: Position) => Promise<void>;
  /** Forgets everything: it was made from another store. */
  readonly beginAnew: () => Promise<void>;
}
