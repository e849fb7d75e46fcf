import type { FeedBatch } from '../../application/ports/event-feed.js';
import type { Position, StoredEvent } from '../../application/ports/event-store.js';
import { storeError } from '../../application/errors/store-error.js';

const isBefore = (one: Position | undefined, other: Position | undefined): boolean =>
  other !== undefined && (one === undefined || one < other);

/** Whether rows that are as far as `position` have everything of a batch: another process has projected it already. */
export const isHad = (batch: FeedBatch, position: Position | undefined): boolean =>
  !isBefore(position, batch.position);

/**
 * The events of a batch after `after` that rows lack which are as far as `position`. Throws `rows-moved` where the rows
 * are before `after`: to go on from there would leave a gap.
 */
export const newIn = (
  batch: FeedBatch,
  after: Position | undefined,
  position: Position | undefined,
): readonly StoredEvent[] => {
  if (isBefore(position, after)) throw storeError('rows-moved');
  return batch.events.filter((event) => isBefore(position, event.position));
};
