import type { Position } from '../../application/ports/event-store.js';
import type { Timers } from '../../application/ports/timers.js';

/**
 * How far the log had come a moment ago, told by this process's own appends: what was stored before one was sent lies
 * before the place that it got.
 */
export interface Horizon {
  /** Up to here things were stored before; undefined where nothing was appended lately. */
  readonly position: () => Position | undefined;
  /** Takes in an append that was sent then and got this place. */
  readonly note: (position: Position, sentAt: number) => void;
}

export const horizon = (timers: Timers, freshFor: number): Horizon => {
  let furthest: Position | undefined;
  let asOf = -Infinity;
  return {
    position: () => (timers.now() - asOf <= freshFor ? furthest : undefined),
    note: (position, sentAt) => {
      if (furthest !== undefined && position <= furthest) return;
      furthest = position;
      asOf = Math.max(asOf, sentAt);
    },
  };
};
