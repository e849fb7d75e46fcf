import type { Position, StoredEvent } from './event-store.js';
import type { ProjectedEvent, Projection } from './projection.js';
import type { ReadModelStore } from './read-model-store.js';

/** Why a projection was paused, and at which event. */
export interface ProjectionFault {
  /** What the projection met, as a stable code. */
  readonly code: string;
  /** The same in words, for an operator: those of whatever threw, in its language. */
  readonly message: string;
  /** The same in Spanish and English, where it is a fault of the library; absent where a read model threw what it liked. */
  readonly text?: { readonly es: string; readonly en: string };
  /** Position and type of the event that could not be projected; absent where it was no single one. */
  readonly position?: Position;
  /** Type of that event. */
  readonly type?: string;
}

/** An event that a read model left out, for it could not be projected (`failurePolicy: 'skip'`). */
export interface ParkedEvent {
  /** What the projection met, as a stable code. */
  readonly code: string;
  /** The same in words, for an operator. */
  readonly message: string;
  /** Where the event is. */
  readonly position: Position;
  /** Its type. */
  readonly type: string;
}

/** Rows of a projection: those that are read, or those that are made anew beside them. */
export type Slot = 'live' | 'rebuild';

/** Which rows are meant. */
export interface ProjectionRef {
  /** Name of the projection. */
  readonly name: string;
  /** Version of the projection. */
  readonly version: number;
  /** Those that are read, or those that are made anew. */
  readonly slot: Slot;
}

/** The last event in some rows: a store that has another one there is not the store that they follow. */
export type LastEvent = Pick<StoredEvent, 'id' | 'stream' | 'revision' | 'position'>;

/** How far the rows of one projection are; written in the transaction of the rows. */
export interface Checkpoint extends ProjectionRef {
  /** Everything up to here is in the rows; absent where nothing is. */
  readonly position: Position | undefined;
  /** Written in the transaction of the events from here on: it has no feed and needs none. */
  readonly isInline: boolean;
  /** The last event in the rows; absent where there is none. */
  readonly lastEvent: LastEvent | undefined;
  /** Why it is paused; absent where it is not. */
  readonly fault: ProjectionFault | undefined;
  /** How many events it has left out. */
  readonly parked: number;
}

/** Events with their cards, and how far they bring the rows. */
export interface ProjectedBatch {
  /** In the store's order. */
  readonly events: readonly ProjectedEvent[];
  /** Everything up to here is in this batch or before it. */
  readonly position: Position;
}

/**
 * Where the rows of some projections are kept, each with its checkpoint in one transaction (design: promise 8).
 * Several processes may keep the same rows, with other sets of projections: each event is projected once.
 */
export interface ProjectedRows {
  /** The rows, to be read; they may be behind their events. */
  readonly rows: ReadModelStore;
  /** What it keeps. */
  readonly projections: readonly Projection[];
  /** How far each projection is, as last written. One that has no rows yet is missing where the rows are only read. */
  readonly rowCheckpoints: () => Promise<readonly Checkpoint[]>;
  /** The same, as this process knows it: asks nothing. */
  readonly known: () => readonly Checkpoint[];
  /**
   * Projects a batch that begins after `after` into the rows of these projections; each leaves out what it has
   * already. One that fails is paused where it was, and the others go on. Rows that have met the end of a store that
   * writes rows with its events are written with them from here on; a rebuild that has met the live rows takes their
   * place. Throws `rows-moved` where rows are not as far as `after` any more, and the faults of the store.
   */
  readonly project: (
    after: Position | undefined,
    batch: ProjectedBatch,
    refs: readonly ProjectionRef[],
  ) => Promise<void>;
  /** The checkpoints of all rows that lie there, also of versions that `projections` lacks. */
  readonly stored: () => Promise<readonly Checkpoint[]>;
  /** Stops the rows of a projection where they are, until `resume`; one that is paused stays so for its own reason. */
  readonly pause: (name: string, version?: number) => Promise<void>;
  /** Lets a paused projection go on from where it was; all its versions where none is named, here and below. */
  readonly resume: (name: string, version?: number) => Promise<void>;
  /** Empties the rows of a projection: they are to be fed from the first event on. */
  readonly replay: (name: string, version?: number) => Promise<void>;
  /** Begins to make the rows of a projection anew, beside those that are read. */
  readonly rebuild: (name: string, version?: number) => Promise<void>;
  /** Drops what a rebuild has made so far. */
  readonly cancelRebuild: (name: string, version?: number) => Promise<void>;
  /**
   * Takes the rows of one version away, with its checkpoint. One of `projections` is made anew when the rows are opened
   * the next time; nothing happens where it has none.
   */
  readonly drop: (name: string, version: number) => Promise<void>;
  /** The events that the rows of one version left out, in the store's order, at most so many. */
  readonly parkedEvents: (
    name: string,
    version: number,
    page: { readonly limit: number; readonly after?: Position },
  ) => Promise<readonly ParkedEvent[]>;
  /** Ends when the batch under way is written. */
  readonly close: () => Promise<void>;
}
