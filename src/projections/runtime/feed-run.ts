import type { EventFeed, Feed, FeedBatch } from '../../application/ports/event-feed.js';
import type { Position } from '../../application/ports/event-store.js';
import type { ProjectedRows } from '../../application/ports/projected-rows.js';

export interface FeedRunParts {
  readonly feed: EventFeed;
  readonly rows: ProjectedRows;
  readonly prefixes: readonly string[];
}

/** Brings a feed into the rows, from a place on, until the rows cannot take a batch. */
export const runFeed = (
  { feed, rows, prefixes }: FeedRunParts,
  from: Position | undefined,
  hear: { readonly followed: () => void; readonly broken: (fault: unknown) => void },
): Feed => {
  let at = from;
  const follow = async (batch: FeedBatch): Promise<void> => {
    await rows.follow(at, batch);
    at = batch.position;
  };
  return feed.subscribe({
    prefixes,
    ...(from === undefined ? {} : { after: from }),
    handle: async (batch) => {
      try {
        await follow(batch);
      } catch (fault) {
        hear.broken(fault);
        throw fault;
      }
      hear.followed();
    },
  });
};
