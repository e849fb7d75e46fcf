import type { StoredEvent } from '../../application/ports/event-store.js';
import type { Row } from '../../application/ports/read-model-store.js';
import type { TableDefinition } from '../../application/ports/table-definition.js';

/**
 * A read model: a pure function from the row before and an event to the row after. The same definition runs in the
 * transaction of the events or behind a subscription; another shape or meaning is another version, with a table of
 * its own.
 */
export interface Projection {
  readonly name: string;
  readonly version: number;
  readonly table: TableDefinition;
  /** Names the row that an event is about; `undefined` for an event that is none of this projection's. */
  readonly key: (event: StoredEvent) => Readonly<Record<string, string | number>> | undefined;
  /** The row after the event. `before` is absent where there is none yet, and always where `fresh`. */
  readonly row: (before: Row | undefined, event: StoredEvent) => Row | undefined;
  /** Every event makes a row of its own, so that none has to be read before. */
  readonly fresh?: true;
}

export const defineProjection = ({
  table,
  ...rest
}: Omit<Projection, 'table'> & { readonly table: Omit<TableDefinition, 'name'> }): Projection => ({
  ...rest,
  table: { ...table, name: `${rest.name.replaceAll('-', '_')}_v${String(rest.version)}` },
});
