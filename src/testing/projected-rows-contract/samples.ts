import type { FeedBatch } from '../../application/ports/event-feed.js';
import type { StoredEvent } from '../../application/ports/event-store.js';
import type { ProjectedRows } from '../../application/ports/projected-rows.js';
import { cardFold } from '../../projections/runtime/card-fold.js';
import { sampleEvent } from '../event-store-contract/samples.js';

/** The position of an event by its place in the order of all, from 1. */
export const positionOf = (place: number): string => String(place).padStart(20, '0');

/** So many events over three streams, each at a place of its own. */
export const sampleEvents = (count: number, from = 1): readonly StoredEvent[] =>
  Array.from({ length: count }, (_, index) => {
    const place = from + index;
    return {
      ...sampleEvent(`command-${String(place)}`),
      stream: `complaint-${String(place % 3)}`,
      revision: Math.floor(place / 3),
      position: positionOf(place),
    };
  });

export const batchOf = (events: readonly StoredEvent[], position?: string): FeedBatch => ({
  events,
  position: position ?? events.at(-1)?.position ?? '',
  caughtUp: false,
});

/** Events as a runtime gives them to projections. */
export const given = (events: readonly StoredEvent[]) => cardFold().project(events, () => []);

/** Projects a batch into all that some rows keep, as a runtime does. */
export const projectBatch = (
  rows: ProjectedRows,
  after: string | undefined,
  { events, position }: FeedBatch,
): Promise<void> =>
  rows.project(
    after,
    { events: given(events), position },
    rows.projections.map(({ name, version }) => ({ name, version, slot: 'live' })),
  );

/** How far the first projection of some rows is. */
export const firstCheckpoint = async (rows: ProjectedRows) => {
  const [first] = await rows.rowCheckpoints();
  return { position: first?.position, lastEvent: first?.lastEvent };
};
