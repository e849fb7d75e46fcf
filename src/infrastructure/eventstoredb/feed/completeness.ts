import type { Position } from '../../../application/ports/event-store.js';
import { placeOf } from '../place.js';
import type { Glance } from './glance.js';

/** What is known of the distance between a feed and the end of its store. */
export interface Completeness {
  readonly looked: (glance: Glance) => void;
  /** Everything up to this position was handled, and by then nothing followed. */
  readonly complete: (position: Position | undefined, at: number) => void;
  /** Whether an event is known of that the feed did not come to yet. */
  readonly isMissing: (position: Position | undefined) => boolean;
  readonly lagBytes: (position: Position | undefined) => number | null;
  /** When it was last known that nothing was missing. */
  readonly completeAt: () => number | undefined;
}

const commitOf = (position: Position | undefined): bigint =>
  position === undefined ? 0n : placeOf(position).commit;

export const completeness = (): Completeness => {
  let head: Position | undefined;
  let missed: Position | undefined;
  let completeAt: number | undefined;

  const sawHead = (position: Position | undefined): void => {
    if (position !== undefined && position > (head ?? '')) head = position;
  };

  return {
    looked: (glance) => {
      sawHead(glance.head);
      if (glance.missed !== undefined) missed = glance.missed;
    },
    complete: (position, at) => {
      sawHead(position);
      completeAt = Math.max(completeAt ?? at, at);
    },
    isMissing: (position) => missed !== undefined && missed > (position ?? ''),
    lagBytes: (position) => {
      if (head === undefined) return null;
      const bytes = commitOf(head) - commitOf(position);
      return bytes > 0n ? Number(bytes) : 0;
    },
    completeAt: () => completeAt,
  };
};
