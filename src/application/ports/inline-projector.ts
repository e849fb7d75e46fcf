import type { StoredEvent } from './event-store.js';
import type { Row } from './read-model-store.js';
import type { TableDefinition } from './table-definition.js';

/** Writes rows within the transaction that is under way. */
export interface RowWriter {
  readonly get: (table: string, key: Readonly<Record<string, string | number>>) => Row | undefined;
  readonly put: (table: string, row: Row) => void;
  readonly remove: (table: string, key: Readonly<Record<string, string | number>>) => void;
}

/** Writes read models in the same transaction as the events they follow. */
export interface InlineProjector {
  readonly tables: readonly TableDefinition[];
  /** Raised whenever the same events would give other rows: a store that finds another number makes the rows anew. */
  readonly version?: number;
  /** Called once for each transaction, with all events that it stores, in order. */
  readonly project: (events: readonly StoredEvent[], rows: RowWriter) => void;
}
