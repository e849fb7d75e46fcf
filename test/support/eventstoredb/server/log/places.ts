import { comparePositions } from './event.js';
import type { LoggedEvent, Position } from './event.js';

/** How many events of `$all` stand before a place. */
export const countBefore = (all: readonly LoggedEvent[], place: Position): number => {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const event = all[middle];
    if (event !== undefined && comparePositions(event.position, place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};
