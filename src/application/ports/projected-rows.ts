import type { FeedBatch } from './event-feed.js';
import type { Position, StoredEvent } from './event-store.js';
import type { ReadModelStore } from './read-model-store.js';

/** How far rows that lie apart from their events have followed them. */
export interface RowsPlace {
  /** Everything up to here is in the rows; absent where nothing is. */
  readonly position: Position | undefined;
  /** The last event in the rows: a store that has another one there is not the store that they follow. */
  readonly lastEvent: Pick<StoredEvent, 'id' | 'stream' | 'revision' | 'position'> | undefined;
}

/**
 * Rows apart from their events: rows and place are written in one transaction (design: promise 8). Several processes
 * may write the same rows; each batch is then followed once.
 */
export interface ProjectedRows {
  /** The rows, to be read; they may be behind their events. */
  readonly rows: ReadModelStore;
  /** How far the rows are, as last written. */
  readonly place: () => Promise<RowsPlace>;
  /**
   * Follows a batch that begins after `after`. Events that the rows have already are left out. Throws `rows-moved`
   * where the rows are not as far as `after` any more (another process made them anew), and `projection-failed`.
   */
  readonly follow: (after: Position | undefined, batch: FeedBatch) => Promise<void>;
  /** Ends when the batch under way is written. */
  readonly close: () => Promise<void>;
}
