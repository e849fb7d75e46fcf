import { codedError } from '../application/errors/coded-error.js';
import { prefixesOf } from '../application/identity/stream-name.js';
import type { EventFeed } from '../application/ports/event-feed.js';
import type { EventStore } from '../application/ports/event-store.js';
import type { Logger } from '../application/ports/logger.js';
import type { Projection } from '../application/ports/projection.js';
import type { ProjectedRows } from '../application/ports/projected-rows.js';
import type { Projector } from '../application/ports/projector.js';
import type { ReadModelStore } from '../application/ports/read-model-store.js';
import type { Timers } from '../application/ports/timers.js';
import type { Tracer } from '../application/ports/tracer.js';
import { tracedRows } from '../application/tracing.js';
import { pollingFeed } from '../infrastructure/shared/polling-feed.js';
import { unsupported } from '../application/errors/option-faults.js';
import type { RowsUrl } from './part-urls.js';
import { createProjector } from '../projections/runtime/projector.js';
import { openRows, type EmbeddedStore, type FeedStore } from './open-parts.js';
import type { VersionsOfEvents } from './versions-of-events.js';

/** The rows of a store: where they are read, and who keeps them in step with it. */
export interface RowsOfStore {
  readonly rows?: ReadModelStore;
  /** The rows with their checkpoints; absent for those of a host's own store that tells of none. */
  readonly kept?: ProjectedRows;
  readonly projector?: Projector;
  /** Whether they lie apart from their events. */
  readonly areApart: boolean;
  /** What was opened for this and ends with it. */
  readonly opened: readonly ProjectedRows[];
}

export interface RowsUse {
  readonly rows: 'inline' | 'none' | RowsUrl | ProjectedRows | undefined;
  readonly projections: readonly Projection[];
  readonly namespace: string;
  /** What the requests of the store name. */
  readonly named: VersionsOfEvents;
  /** Milliseconds that a query waits for its rows. */
  readonly rowsTimeout: number;
  readonly timers: Timers;
  readonly logger: Logger;
  /** Absent: nothing is traced. */
  readonly tracer: Tracer | undefined;
}

const unsaid = () =>
  codedError(
    'option-invalid',
    {
      es: "Este almacén no guarda renglones: diga con rows dónde van ('sqlite:RUTA', 'memory:'), o 'none' si no se quieren.",
      en: "This store keeps no rows: say with rows where they go ('sqlite:PATH', 'memory:'), or 'none' for none.",
    },
    { option: 'rows' },
  );

/** Whether a store tells of its events itself. */
export const isFeed = (store: EventStore): store is FeedStore => 'subscribe' in store;
const isEmbedded = (store: EventStore): store is EmbeddedStore => 'rows' in store;
const isKept = (store: EmbeddedStore): store is EmbeddedStore & ProjectedRows => 'rowCheckpoints' in store;

const projectorOf = (
  store: EventStore,
  kept: ProjectedRows,
  name: string,
  { namespace, named, timers, logger, tracer }: RowsUse,
): Projector => {
  const feed: EventFeed = isFeed(store) ? store : pollingFeed({ store, timers, logger });
  const rows = tracer === undefined ? kept : tracedRows(kept, tracer);
  return createProjector({
    ...{ name, feed, store: named.reading(store), rows, learn: named.learn },
    ...{ prefixes: prefixesOf(namespace), timers, logger },
  });
};

/** Rows that are written with the events have a projector for those that fell behind, or are new. */
const inlineRows = (store: EmbeddedStore, use: RowsUse): RowsOfStore => ({
  rows: store.rows,
  areApart: false,
  opened: [],
  ...(isKept(store) && { kept: store, projector: projectorOf(store, store, 'inline', use) }),
});

const rowsApart = async (
  store: EventStore,
  rows: RowsUrl | ProjectedRows,
  use: RowsUse,
): Promise<RowsOfStore> => {
  const isOpened = typeof rows === 'string';
  const kept = isOpened ? await openRows(rows, use) : rows;
  return {
    rows: kept.rows,
    kept,
    areApart: true,
    projector: projectorOf(store, kept, isOpened ? rows : 'rows', use),
    opened: isOpened ? [kept] : [],
  };
};

/** The rows of a store, as its host wants them. Throws `option-invalid`. */
export const chooseRows = async (store: EventStore, use: RowsUse): Promise<RowsOfStore> => {
  const { rows = 'inline' } = use;
  if (rows === 'none') return { areApart: false, opened: [] };
  if (rows !== 'inline') return rowsApart(store, rows, use);
  if (isEmbedded(store)) return inlineRows(store, use);
  if (isFeed(store)) throw unsaid();
  throw unsupported('rows', 'inline', 'sqlite:PATH, memory:, none');
};
