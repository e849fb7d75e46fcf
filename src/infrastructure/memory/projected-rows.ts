import type { InlineProjector } from '../../application/ports/inline-projector.js';
import type { ProjectedRows, RowsPlace } from '../../application/ports/projected-rows.js';
import { isHad, newIn } from '../shared/batch.js';
import { untilClosed } from '../shared/store-lifecycle.js';
import { memoryRows } from './memory-rows.js';

/** Rows apart from their events, in memory: made anew by every process, from the first event on. */
export const memoryProjectedRows = ({
  projector,
}: {
  readonly projector: InlineProjector;
}): ProjectedRows => {
  const { store, follow } = memoryRows(projector);
  const { using, close } = untilClosed({});
  let place: RowsPlace = { position: undefined, lastEvent: undefined };

  return {
    rows: {
      get: (table, key) => using(() => store.get(table, key)),
      list: (query) => using(() => store.list(query)),
      count: (query) => using(() => store.count(query)),
      sum: (query, column) => using(() => store.sum(query, column)),
      groups: (query) => using(() => store.groups(query)),
    },
    place: () => using(() => place),
    follow: (after, batch) =>
      using(() => {
        if (isHad(batch, place.position)) return;
        const events = newIn(batch, after, place.position);
        follow(events);
        const last = events.at(-1);
        const lastEvent =
          last === undefined
            ? place.lastEvent
            : { id: last.id, stream: last.stream, revision: last.revision, position: last.position };
        place = { position: batch.position, lastEvent };
      }),
    close,
  };
};
