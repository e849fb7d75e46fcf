import type { StoredEvent } from '../../application/ports/event-store.js';
import type { InlineProjector, RowWriter } from '../../application/ports/inline-projector.js';
import type { Projection } from './define-projection.js';

const follow = (projection: Projection, event: StoredEvent, rows: RowWriter): void => {
  const key = projection.key(event);
  if (key === undefined) return;
  const { name } = projection.table;
  const before = projection.fresh === true ? undefined : rows.get(name, key);
  const after = projection.row(before, event);
  if (after !== undefined) rows.put(name, after);
  else if (before !== undefined) rows.remove(name, key);
};

/**
 * Runs projections in the transaction of the events themselves: rows and events are there together, or not at all. So
 * they need no checkpoint; a store that was written without them says from where they have to catch up.
 */
export const inlineProjector = (projections: readonly Projection[]): InlineProjector => ({
  tables: projections.map(({ table }) => table),
  project: (events, rows) => {
    for (const projection of projections) for (const event of events) follow(projection, event, rows);
  },
});
