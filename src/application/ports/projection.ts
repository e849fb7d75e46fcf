import type { CaseCard } from '../../domain/complaint/card.js';
import type { ClockEvent } from '../../domain/sla/clocks/facts.js';
import type { StoredEvent } from './event-store.js';
import type { Row, RowKey } from './read-model-store.js';
import type { TableDefinition } from './table-definition.js';

/** The events of a complaint up to one of them, the last first: what one shares with the next is kept once. */
export interface CaseHistory {
  /** The last of them. */
  readonly event: ClockEvent;
  /** Those before it; absent where it is the first. */
  readonly earlier: CaseHistory | undefined;
}

/** An event with the card of its complaint before and after it, folded once for all projections. */
export interface ProjectedEvent {
  /** An event of a complaint as stored, in the version of its type that this library writes. */
  readonly event: StoredEvent;
  /** The card before the event. */
  readonly before: CaseCard;
  /** The card after the event. */
  readonly card: CaseCard;
  /** The complaint's events up to this one: for what follows from more than its card, such as its clocks. */
  readonly history: CaseHistory;
}

/**
 * What an event changes in the rows, as data: an adapter collects the changes of a batch, reads the rows that they
 * need at once, folds them in memory, and writes each row once.
 */
export type RowChange =
  /** The whole row; what is not given is null. */
  | { readonly kind: 'set'; readonly row: Row }
  /** Some columns of a row; nothing where there is no such row. */
  | { readonly kind: 'patch'; readonly key: RowKey; readonly values: Row }
  /** Counts up or down; a row that is not there begins at 0. */
  | { readonly kind: 'add'; readonly key: RowKey; readonly deltas: Readonly<Record<string, number>> }
  | { readonly kind: 'remove'; readonly key: RowKey }
  /** The row after from the row before; `undefined` where there is none, or is to be none. */
  | {
      readonly kind: 'change';
      readonly key: RowKey;
      readonly to: (before: Row | undefined) => Row | undefined;
    };

/** What becomes of an event that a read model cannot project. */
export type FailurePolicy = 'pause' | 'skip';

/** A read model as its runtime and its adapters see it: a table, and a pure function from an event to changes of it. */
export interface Projection {
  /** Kebab-case; unique within a store. */
  readonly name: string;
  /** Another shape or meaning is another version, with a table and a checkpoint of its own beside this one's. */
  readonly version: number;
  /** Its columns, key and indexes. */
  readonly table: TableDefinition;
  /**
   * What becomes of an event that cannot be projected. `pause` (default): the rows stop before it, and say so. `skip`: it
   * is left out whole, and recorded as parked; for rows that may lack something rather than stop.
   */
  readonly failurePolicy?: FailurePolicy;
  /** Pure. Where it throws, `failurePolicy` says what becomes of these rows; nothing else is touched. */
  readonly changes: (projected: ProjectedEvent) => readonly RowChange[];
}
