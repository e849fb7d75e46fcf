import type { Position } from '../../application/ports/event-store.js';
import type { ParkedEvent, ProjectionFault } from '../../application/ports/projected-rows.js';

/** How the rows of one version of a projection do, as the place of the rows has it; `null` for what is not known. */
export interface ProjectionStatus {
  /** Name of the projection. */
  readonly name: string;
  /** Version of the projection. */
  readonly version: number;
  /**
   * `live`: at the end of the store. `behind`: it has events to project. `rebuilding`: made anew beside the rows that are
   * read. `paused`: it stands still, and `lastError` says why. `unused`: this program has no such version.
   */
  readonly state: 'live' | 'behind' | 'rebuilding' | 'paused' | 'unused';
  /** Everything up to here is in its rows. */
  readonly position: Position | null;
  /** Events of the store after it, of whatever stream; 0 where none of them is for it. */
  readonly lagEvents: number | null;
  /** Bytes of the store's log after it; 0 where no event there is for it. */
  readonly lagBytes: number | null;
  /** Seconds since the first event that it lacks was recorded; 0 where it lacks none. */
  readonly lagSeconds: number | null;
  /** How many events it has left out, for they could not be projected. */
  readonly parked: number;
  /** Why it is paused, and at which event. */
  readonly lastError: ProjectionFault | null;
}

/** Which version of a projection is meant. */
export interface OfVersion {
  /** Default: every version that this program has, or the newest one where only one can be meant. */
  readonly version?: number;
}

/** How far rows are that are made from the events. */
export interface RowsProgress {
  /** How much is in the rows. */
  readonly done: number;
  /** How much the store holds. */
  readonly total: number;
  /** What is counted: what the store can count. */
  readonly unit: 'events' | 'bytes';
}

/** How long work over rows is watched, and ended before its time. */
export interface RowsWork extends OfVersion {
  /** Aborted: the work is cancelled. */
  readonly signal?: AbortSignal;
  /** Told now and then how far it is, where the store can count that. */
  readonly onProgress?: (progress: RowsProgress) => void;
}

/** Which parked events are asked for. */
export interface ParkedEventsAsked extends OfVersion {
  /** At most this many (1 to 10,000; default 100). */
  readonly limit?: number;
  /** Only those after this position. */
  readonly after?: Position;
}

/** What came of comparing rows with those that the events give. */
export interface VerifiedProjection {
  /** Name of the projection. */
  readonly name: string;
  /** Version of the projection. */
  readonly version: number;
  /** How many rows there are that are read. */
  readonly rows: number;
  /** Whether they are, row for row and value for value, those that the events give. */
  readonly equal: boolean;
}

/** For which rows, and for how long, a caller waits. */
export interface WaitForOptions {
  /** Names of projections (default: all that this program keeps). */
  readonly projections?: readonly string[];
  /** Milliseconds (default: as long as a query waits). */
  readonly timeout?: number;
}

/**
 * Read models at work. A name, or a version, that is none of a projection is thrown as `projection-unknown`; where no rows
 * are kept `rows-absent`; what was given in another shape `query-invalid`. What the place of the rows throws comes beside
 * that (`store-…`, `rows-…`).
 */
export interface ProjectionsAtWork {
  /**
   * How the rows of every projection do, also of versions that this program has not but that lie there still. Changes
   * nothing, and brings nothing up to date.
   */
  readonly projections: () => Promise<readonly ProjectionStatus[]>;
  /**
   * Stops the rows of a projection where they are until `resumeProjection`, also over a start; its queries say
   * `rows-paused`. No command and no other projection is stopped.
   */
  readonly pauseProjection: (name: string, options?: OfVersion) => Promise<void>;
  /** Lets a projection that was paused go on from where it was. */
  readonly resumeProjection: (name: string, options?: OfVersion) => Promise<void>;
  /**
   * Empties the rows of a projection and makes them from the events in the same place, from the first one on; ends when
   * they are at the end. Queries wait meanwhile, or say `rows-behind`. For rows of other columns, or that are damaged, and where there is no room
   * for a second copy; `rebuildProjection` keeps the rows readable. Aborted: the caller ends with `rows-behind`, and the
   * rows go on with the next query. Throws `rows-paused` where an event cannot be projected.
   */
  readonly replayProjection: (name: string, options?: RowsWork) => Promise<void>;
  /**
   * Makes the rows of a projection anew beside those that are read; ends when they have taken their place. One that is
   * under way or was left behind is begun again; one that is paused goes on with the new rows. Throws `rebuild-cancelled` where it was aborted, `rows-paused` where an
   * event cannot be projected, `rows-behind` where it was stopped, and why the store cannot be read.
   */
  readonly rebuildProjection: (name: string, options?: RowsWork) => Promise<void>;
  /** Drops what a rebuild has made so far, also one that a process left behind; the rows that are read stay as they are. */
  readonly cancelRebuild: (name: string, options?: OfVersion) => Promise<void>;
  /**
   * Of several versions that lie side by side, lets this one be kept, and no other: it is brought to the end of the store
   * first, and only then the other versions of this program are paused as they are, to be switched back to. Throws
   * `rows-paused` where it meets an event that cannot be projected: then nothing has changed for the others.
   */
  readonly switchProjection: (name: string, version: number) => Promise<void>;
  /**
   * Takes the rows of a version away. One that is in use (this program has it and it is not paused by hand, or it is
   * written with the events) only where `live` says so, else `projection-in-use`: it is then made anew when the store is
   * opened the next time.
   */
  readonly dropProjection: (
    name: string,
    version: number,
    options?: { readonly live?: boolean },
  ) => Promise<void>;
  /**
   * Makes the rows of a projection from the events in a temporary file, without those that are parked, and compares every
   * row. Changes nothing; commands and other rows go on meanwhile.
   */
  readonly verifyProjection: (name: string, options?: RowsWork) => Promise<VerifiedProjection>;
  /** The events that a projection left out, in the store's order. */
  readonly parkedEvents: (name: string, options?: ParkedEventsAsked) => Promise<readonly ParkedEvent[]>;
  /**
   * Ends when the rows have everything up to a position, such as that of a command's result. Throws `rows-behind` where
   * they have it not in time, `rows-paused` where they cannot.
   */
  readonly waitFor: (position: Position, options?: WaitForOptions) => Promise<void>;
}
