import type { FeedHealth, FeedState } from '../../../application/ports/event-feed.js';
import type { Timers } from '../../../application/ports/timers.js';
import type { Completeness } from './completeness.js';
import type { Progress } from './progress.js';
import type { Recovery } from './recovery.js';

interface HealthParts {
  readonly state: FeedState;
  /** Whether nothing is missing, as far as anybody knows. */
  readonly isComplete: boolean;
  readonly restarts: number;
  readonly lastError: FeedHealth['lastError'];
  readonly progress: Progress;
  readonly recovering: Recovery;
  readonly distance: Completeness;
  readonly timers: Timers;
}

const secondsSince = (then: number | undefined, now: number): number | null =>
  then === undefined ? null : (now - then) / 1000;

export const feedHealth = (parts: HealthParts): FeedHealth => {
  const { state, isComplete, restarts, lastError, progress, recovering, distance, timers } = parts;
  const position = progress.position();
  return {
    state,
    position,
    lagBytes: distance.lagBytes(position),
    lagSeconds: isComplete ? 0 : secondsSince(distance.completeAt(), timers.now()),
    restarts,
    faultsInRow: recovering.faultsInRow(),
    degraded: recovering.isDegraded(),
    lastError,
  };
};
