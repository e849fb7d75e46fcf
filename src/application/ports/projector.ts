import type { FeedHealth, FeedState } from './event-feed.js';
import type { Position } from './event-store.js';

/** How far rows that follow a feed are, and how they do. */
export interface ProjectorHealth extends Omit<FeedHealth, 'state'> {
  /** Which projector it is, for logs and monitors. */
  readonly name: string;
  /** `stopped`: nothing runs. `failed`: the rows could not take an event, and wait for somebody to look at it. */
  readonly state: FeedState | 'stopped';
}

/** Keeps rows in step with a feed, while it is started or when it is asked. */
export interface Projector {
  /**
   * Follows from now on. Ends when it has begun, which is long before it has met the end. Throws `rows-foreign` where
   * the rows follow another store.
   */
  readonly start: () => Promise<void>;
  /** Ends when the batch under way is in the rows and no call is open. Whoever waits to catch up waits in vain. */
  readonly stop: () => Promise<void>;
  /** Ends when everything is in the rows that was stored before; where nothing runs, it runs for as long as that takes. */
  readonly catchUp: () => Promise<void>;
  /** Ends when everything up to this position is in the rows. */
  readonly reached: (position: Position) => Promise<void>;
  readonly isStarted: () => boolean;
  readonly health: () => ProjectorHealth;
}
