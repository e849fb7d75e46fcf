import type { Position, StoredEvent } from '../../../application/ports/event-store.js';

/** What was in the line: the events, how far the log holds nothing else, and whether its end was met by then. */
export interface Taken {
  readonly events: readonly StoredEvent[];
  /** Absent where nothing is known yet of a log that is followed from its beginning. */
  readonly position: Position | undefined;
  readonly metEnd: boolean;
}

/** What came and waits to be handled, in the order of the log. */
export interface Line {
  /** An event of ours, or none where only the place was passed. What is not after all that came before is a repeat. */
  readonly add: (position: Position, event?: StoredEvent) => void;
  /** Everything before this came, and the log ended there. */
  readonly addEnd: () => void;
  /** The end that was met is none any more. */
  readonly forgetEnd: () => void;
  readonly take: () => Taken;
  /** How many events wait. */
  readonly length: () => number;
  readonly isEmpty: () => boolean;
  readonly hasEnd: () => boolean;
  /** How far everything came. */
  readonly last: () => Position | undefined;
}

/** A line after a position: nothing up to there gets into it. */
export const lineAfter = (after: Position | undefined): Line => {
  let events: StoredEvent[] = [];
  let last = after;
  let taken = after;
  let metEnd = false;

  return {
    add: (position, event) => {
      if (last !== undefined && position <= last) return;
      last = position;
      if (event !== undefined) events.push(event);
    },
    addEnd: () => {
      metEnd = true;
    },
    forgetEnd: () => {
      metEnd = false;
    },
    take: () => {
      const all: Taken = { events, position: last, metEnd };
      events = [];
      taken = last;
      metEnd = false;
      return all;
    },
    length: () => events.length,
    isEmpty: () => last === taken && !metEnd,
    hasEnd: () => metEnd,
    last: () => last,
  };
};
