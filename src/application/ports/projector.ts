import type { FeedHealth, FeedState } from './event-feed.js';
import type { Position } from './event-store.js';

/** How far rows that follow a feed are, and how they do. */
export interface ProjectorHealth extends Omit<FeedHealth, 'state'> {
  /** Which projector it is, for logs and monitors. */
  readonly name: string;
  /**
   * `stopped`: nothing runs. `waiting`: until it tries again. `failed`: an event could not be read, or the rows could
   * not take it, and wait for an operator to look at it.
   */
  readonly state: FeedState | 'stopped';
}

/** Keeps rows in step with a feed, while it is started or when it is asked. */
export interface Projector {
  /**
   * Follows from now on. Ends when it has begun, which is long before it has met the end, or when it has met what
   * passes (a server that is down, a locked or full file): it then goes on trying, later each time, and its health says
   * so. Throws `rows-foreign` where the rows follow another store, and whatever else does not end by itself.
   */
  readonly start: () => Promise<void>;
  /** Ends when the batch under way is in the rows and no call is open. Waits for it to catch up are rejected. */
  readonly stop: () => Promise<void>;
  /** Ends when everything is in the rows that was stored before; where nothing runs, it runs for as long as that takes. */
  readonly catchUp: () => Promise<void>;
  /** Ends when everything up to this position is in the rows. */
  readonly reached: (position: Position) => Promise<void>;
  readonly isStarted: () => boolean;
  readonly health: () => ProjectorHealth;
}
