/** The last event that was known to be stored. */
export interface MarkedEvent {
  /** Its own id. */
  readonly id: string;
  /** The stream it lies in. */
  readonly stream: string;
  /** Its place there. */
  readonly revision: number;
  /** Its place in the store. */
  readonly position: string;
}

/** How far the folio numbers of one stream of them had been lent. */
export interface MarkedNumbers {
  /** The stream that lends them. */
  readonly stream: string;
  /** The first number never lent. */
  readonly next: number;
  /** The provider whose numbers they are. */
  readonly provider: string;
  /** The provider's zone. */
  readonly zone: string;
}

/** What is known of a store, kept where the store is not: what is lost there does not take this along. */
export interface StoreMark {
  /** The store's own id. */
  readonly store: string;
  /** Where it lies. */
  readonly place: string;
  /** The last event that was stored. */
  readonly last: MarkedEvent;
  /** How far the folio numbers are lent. */
  readonly numbers: readonly MarkedNumbers[];
}

/**
 * Marks of stores beside the keys. No command waits for them: they are written at least once a second while anything is
 * stored, and when the store is closed. Faults are thrown as `mark-damaged`; that a mark is
 * gone which was kept, as `marks-missing`.
 */
export interface StoreMarks {
  /** The mark of a store by its id. */
  readonly read: (store: string) => Promise<StoreMark | undefined>;
  /** The mark of whatever store was last known to lie in a place. */
  readonly at: (place: string) => Promise<StoreMark | undefined>;
  /** Keeps a mark. One that is known to be further stays, and so does each number that is. */
  readonly keep: (mark: StoreMark) => Promise<void>;
  /** Keeps a mark in the place of whatever is known of the store, or of the place: a loss was accepted. */
  readonly replace: (mark: Omit<StoreMark, 'last'> & Partial<Pick<StoreMark, 'last'>>) => Promise<void>;
  /** Ends the use of the place. */
  readonly close: () => Promise<void>;
}
