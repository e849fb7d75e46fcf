import type { InlineProjector } from '../../application/ports/inline-projector.js';
import { storeError } from '../../application/errors/store-error.js';
import { placeOf, positionOf } from '../shared/position.js';
import type { Table } from '../shared/table.js';
import type { Database } from '../shared/sqlite-driver.js';
import type { EventReader } from './event-reader.js';
import type { InlineRows } from './inline-rows.js';
import { describedBy, tableNamesIn, type InlineState } from './inline-state.js';
import { createTables, dropTables } from './row-tables.js';

/** Keeps the rows in step where others store events without them. Every method belongs into a transaction. */
export interface InlineCatchUp {
  /** Makes the tables where there are none, or others than these: the rows are then behind from the first event on. */
  readonly ensureTables: () => void;
  /** Projects some of the events that the rows lack; true once they lack none. Throws `projection-failed`. */
  readonly step: () => boolean;
  readonly all: () => void;
  /** Whether the rows lack events, or lie in tables of another version. */
  readonly isBehind: () => boolean;
}

const eventsPerStep = 1_000;

export const inlineCatchUp = (
  database: Database,
  projector: InlineProjector,
  tables: ReadonlyMap<string, Table>,
  {
    state,
    reader,
    rows,
  }: { readonly state: InlineState; readonly reader: EventReader; readonly rows: InlineRows },
): InlineCatchUp => {
  const wanted = describedBy(projector);

  const step = (): boolean => {
    const found = state.read();
    if (found?.tables !== wanted)
      throw storeError('projection-failed', {
        reason: 'rows-remade',
      });
    if (found.behindFrom === undefined) return true;
    const after = found.behindFrom === 0 ? undefined : positionOf(found.behindFrom);
    const page = reader.readAll({ limit: eventsPerStep, ...(after === undefined ? undefined : { after }) });
    if (page.events.length > 0) rows.follow(page.events);
    state.setBehind(page.caughtUp ? undefined : placeOf(page.next));
    return page.caughtUp;
  };

  return {
    ensureTables: () => {
      const found = state.read();
      if (found?.tables === wanted) return;
      if (found !== undefined) dropTables(database, tableNamesIn(found.tables));
      createTables(database, tables.values());
      state.describe(wanted);
    },
    step,
    all: () => {
      let done = false;
      while (!done) done = step();
    },
    isBehind: () => {
      const found = state.read();
      return found?.tables !== wanted || found.behindFrom !== undefined;
    },
  };
};
