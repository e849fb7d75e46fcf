import type { Position, StoredEvent } from './event-store.js';

/** Some events of a feed, in the store's order, and how far the feed has come with them. */
export interface FeedBatch {
  /** In the store's order; may be empty where only the position moved on. */
  readonly events: readonly StoredEvent[];
  /** Everything up to here was either in a batch or is none of the feed's: where to go on after this batch. */
  readonly position: Position;
  /** Whether the feed had met the end of the store when it gave this batch. */
  readonly caughtUp: boolean;
}

/** What a feed reads, and who takes it. */
export interface FeedOptions {
  /** Events after this position; from the beginning where absent. */
  readonly after?: Position;
  /** Only streams whose names begin with one of these. */
  readonly prefixes: readonly string[];
  /**
   * Takes a batch. The next one is not given before it is done, and a position is not passed over before it is. Where
   * it fails, the feed ends with that fault, and waiting callers are told.
   */
  readonly handle: (batch: FeedBatch) => Promise<void>;
}

/**
 * `connecting`: no answer yet. `catching-up`: behind the end that the store had. `live`: met the end. `waiting`: until
 * it tries again. `failed`: the handler failed, or the store has an event that cannot be read. `closed`: ended by its
 * owner.
 */
export type FeedState = 'connecting' | 'catching-up' | 'live' | 'waiting' | 'failed' | 'closed';

/** How a feed is doing, for those who watch it. */
export interface FeedHealth {
  /** What the feed does at this moment. */
  readonly state: FeedState;
  /** What was handled last; absent before the first. */
  readonly position: Position | undefined;
  /** Bytes between what was handled and the end of the store, as last probed; null while that is unknown, as while the store is away. */
  readonly lagBytes: number | null;
  /** Seconds since the feed last knew that it had everything; null before that, 0 while it does. */
  readonly lagSeconds: number | null;
  /** How often it had to begin again. */
  readonly restarts: number;
  /** Faults in a row by now; 0 once it has gone well for a while. */
  readonly faultsInRow: number;
  /** Three faults in a row or more, or as many as the store was told to bear (`feedTuning.degradedAfter`). */
  readonly degraded: boolean;
  /**
   * The last fault it met, also where it got over it; absent where there was none. `message` is why it came about: in
   * kebab-case where the reason is ours (`no-answer`), else in the words of the server or its client.
   */
  readonly lastError: { readonly code: string; readonly message: string } | undefined;
}

/** A feed under way: history and what comes after it by one path. */
export interface Feed {
  /** As it is now; asks the store nothing. */
  readonly health: () => FeedHealth;
  /**
   * Ends when everything of the feed's is handled that was stored before this call, by whichever program. May ask the
   * store where its end is.
   */
  readonly caughtUp: () => Promise<void>;
  /**
   * Ends when the feed has met the end of the store at least once since it began: what was stored before then is
   * handled. Never waits for an answer of a server that is asked for this alone.
   */
  readonly ready: () => Promise<void>;
  /** Ends when everything up to this position is handled. Fails where the feed failed or was closed before. */
  readonly reached: (position: Position) => Promise<void>;
  /** Ends when the batch under way is handled and no call to the store is open. */
  readonly close: () => Promise<void>;
}

/** A store that tells of new events. */
export interface EventFeed {
  /** Begins at once. It goes on through faults of the store until it is closed or its handler fails. */
  readonly subscribe: (options: FeedOptions) => Feed;
}
