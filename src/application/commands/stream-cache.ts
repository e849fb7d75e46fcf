import type { Instant } from '../../domain/kernel/instant.js';
import { recentCache, type RecentCache } from '../recent-cache.js';
import type { AcceptedCommands } from './accepted.js';

/** A stream as it was last seen. Events are never taken away, so what it says stays true; there may be more. */
export interface CachedStream<State> {
  readonly state: State;
  /** Revision of the last event, -1 where there is none. */
  readonly revision: number;
  readonly recordedAt: Instant | undefined;
  readonly accepted: AcceptedCommands;
}

/** The streams used last: about as many as `capacity`. */
export const createStreamCache = <State>(capacity: number): RecentCache<CachedStream<State>> =>
  recentCache(capacity);
