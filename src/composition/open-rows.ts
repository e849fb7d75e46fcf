import { codedError } from '../application/errors/coded-error.js';
import { prefixesOf } from '../application/identity/stream-name.js';
import type { EventStore } from '../application/ports/event-store.js';
import type { Logger } from '../application/ports/logger.js';
import type { ProjectedRows } from '../application/ports/projected-rows.js';
import type { Projector } from '../application/ports/projector.js';
import type { ReadModelStore } from '../application/ports/read-model-store.js';
import type { Timers } from '../application/ports/timers.js';
import { withCurrentRows } from '../application/schema/current-events.js';
import { openRows, type EmbeddedStore, type FeedStore } from './open-parts.js';
import { unsupported } from './option-faults.js';
import { createProjector } from '../projections/runtime/projector.js';

/** The rows of a store: where they are read, and who keeps them in step where they lie apart. */
export interface RowsOfStore {
  readonly rows?: ReadModelStore;
  readonly projector?: Projector;
  /** What was opened for this and ends with it. */
  readonly opened: readonly ProjectedRows[];
}

export interface RowsUse {
  readonly rows: string | ProjectedRows | undefined;
  readonly namespace: string;
  readonly timers: Timers;
  readonly logger: Logger;
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

const nameOf = (rows: string | ProjectedRows): string => (typeof rows === 'string' ? rows : 'ProjectedRows');

const rowsApart = async (
  store: FeedStore,
  rows: string | ProjectedRows,
  { namespace, timers, logger }: RowsUse,
): Promise<RowsOfStore> => {
  const kept = typeof rows === 'string' ? await openRows(rows, namespace) : rows;
  const projector = createProjector({
    name: typeof rows === 'string' ? rows : 'rows',
    feed: store,
    store,
    rows: withCurrentRows(kept),
    prefixes: prefixesOf(namespace),
    timers,
    logger,
  });
  return { rows: kept.rows, projector, opened: typeof rows === 'string' ? [kept] : [] };
};

/** The rows of a store, as its host wants them. Throws `option-invalid`. */
export const rowsOf = async (store: EventStore, use: RowsUse): Promise<RowsOfStore> => {
  const { rows = 'inline' } = use;
  if (rows === 'none') return { opened: [] };
  if (rows === 'inline' && isEmbedded(store)) return { rows: store.rows, opened: [] };
  if (!isFeed(store)) throw unsupported('rows', nameOf(rows), isEmbedded(store) ? 'inline, none' : 'none');
  if (rows === 'inline') throw unsaid();
  return rowsApart(store, rows, use);
};
