import type { FeedHealth, FeedState } from './event-feed.js';
import type { Position } from './event-store.js';
import type { ProjectionFault } from './projected-rows.js';

/** How the rows of one projection do. */
export interface ProjectionHealth {
  /** Name of the projection. */
  readonly name: string;
  /** Version of the projection. */
  readonly version: number;
  /**
   * `live`: at the end of the store, as far as is known. `behind`: it has events to project. `rebuilding`: made anew
   * beside the rows that are read. `paused`: it could not project an event, and waits to be resumed.
   */
  readonly state: 'live' | 'behind' | 'rebuilding' | 'paused';
  /** Everything up to here is in its rows. */
  readonly position: Position | undefined;
  /** Why it is paused, and at which event. */
  readonly fault: ProjectionFault | undefined;
  /** How many events it has left out, for they could not be projected. */
  readonly parked: number;
}

/** How far rows that follow a feed are, and how they do. */
export interface ProjectorHealth extends Omit<FeedHealth, 'state'> {
  /** Which projector it is, for logs and monitors. */
  readonly name: string;
  /**
   * `stopped`: nothing runs between queries; each brings the rows that it asks up to the end. `waiting`: until it tries again. `failed`: an event could not be read, or the rows could
   * not take it, and wait for an operator.
   */
  readonly state: FeedState | 'stopped';
  /** Each projection by itself: one that is paused stops no other. */
  readonly projections: readonly ProjectionHealth[];
}

/** Keeps rows in step with a feed, while it is started or when it is asked. */
export interface Projector {
  /**
   * Follows from now on, and resumes what is paused. Ends when it has begun, which is long before it has met the end,
   * or when it has met a fault that is retried (a server that is down, a locked or full file): it then goes on trying, later each
   * time, and its health says so. Throws `rows-foreign` where the rows follow another store, and whatever else does not
   * end by itself.
   */
  readonly start: () => Promise<void>;
  /** Ends when the batch under way is in the rows and no call is open. Callers that wait to catch up wait in vain. */
  readonly stop: () => Promise<void>;
  /** The same for good: a caller that waits, or comes afterwards, hears `rows-behind`. */
  readonly close: () => Promise<void>;
  /**
   * Ends when everything is in the rows of these projections (default: all) that was stored before, by whichever
   * program; where nothing runs, it runs for as long as that takes. A paused one is not waited for, nor is a rebuild.
   */
  readonly catchUp: (names?: readonly string[]) => Promise<void>;
  /**
   * Ends when the rows of these projections have met the end of the store since they are fed. Where that costs no call
   * to a server, and where nothing runs, the same as `catchUp`.
   */
  readonly ready: (names?: readonly string[]) => Promise<void>;
  /** Ends when everything up to this position is in the rows. */
  readonly reached: (position: Position, names?: readonly string[]) => Promise<void>;
  /** Stops the rows of a projection where they are, until they are resumed by hand: `start` leaves them so. */
  readonly pause: (name: string, version?: number) => Promise<void>;
  /** Lets a paused projection go on; all its versions where none is named, here and below. */
  readonly resume: (name: string, version?: number) => Promise<void>;
  /** Empties the rows of a projection; ends when they are made from the events again. Throws as `rebuild` does. */
  readonly replay: (name: string, version?: number) => Promise<void>;
  /** Takes the rows of one version away. */
  readonly drop: (name: string, version: number) => Promise<void>;
  /**
   * Makes the rows of a projection anew beside those that are read; ends when they have taken their place. A rebuild
   * that is under way or was left behind is begun again. Throws `rows-paused` where an event cannot be projected.
   */
  readonly rebuild: (name: string, version?: number) => Promise<void>;
  /** Drops what a rebuild has made so far, also one that was left behind. Who waits for it hears `rows-behind`. */
  readonly cancelRebuild: (name: string, version?: number) => Promise<void>;
  readonly isStarted: () => boolean;
  /** Told how far this process has stored: rows that lack it are behind, also where nothing runs. */
  readonly heard: (position: Position) => void;
  /** Whether a rebuild is under way. */
  readonly isRebuilding: () => boolean;
  readonly health: () => ProjectorHealth;
}
