import { prefixesOf } from '../application/identity/stream-name.js';
import type { EventFeed } from '../application/ports/event-feed.js';
import type { EventStore } from '../application/ports/event-store.js';
import type { Checkpoints } from '../application/ports/checkpoints.js';
import type { FolioRegister } from '../application/ports/folio-register.js';
import type { Projection } from '../application/ports/projection.js';
import type { KeyVault } from '../application/ports/key-vault.js';
import type { Logger } from '../application/ports/logger.js';
import type { ProjectedRows } from '../application/ports/projected-rows.js';
import type { ReadModelStore } from '../application/ports/read-model-store.js';
import type { Timers } from '../application/ports/timers.js';
import { isConnectionString } from '../infrastructure/eventstoredb/connection-string.js';
import { readModels } from '../projections/read-models.js';
import { known } from './check-options.js';
import { pathIn } from './option-faults.js';

/** An event store that keeps rows and a folio register too, in the transactions of the events. */
export type EmbeddedStore = EventStore & {
  readonly rows: ReadModelStore;
  /** Where a host's own store has none, folios are found by reading events. */
  readonly folios?: FolioRegister;
  /** Where it has none, processes see every event again when they are run for the first time. */
  readonly checkpoints?: Checkpoints;
};

/** An event store that tells of new events: its rows lie elsewhere, and follow it. */
export type FeedStore = EventStore & EventFeed;

/** The read models of this version, and a host's own, to be kept in the transactions of the events, or to follow them. */
export const readModelProjector = (own: readonly Projection[] = []): readonly Projection[] => [
  ...readModels,
  ...own,
];

export interface StoreUse {
  readonly inline?: readonly Projection[];
  readonly namespace: string;
  readonly mustExist?: boolean;
  readonly readOnly?: boolean | 'if-needed';
  /** Told how many events the rows lack, where they are only read. */
  readonly onRowsBehind?: ((events: number) => void) | undefined;
  readonly logger: Logger;
  /** Who waits for a server (default: the system's timers). */
  readonly timers?: Timers;
}

/** The store behind a URL, which its first use opens. Throws `option-invalid`, `client-missing`, `client-conflict`. */
export const openStore = async (
  url: string,
  { inline, namespace, mustExist, readOnly, onRowsBehind, logger, timers }: StoreUse,
): Promise<EventStore | EmbeddedStore | FeedStore> => {
  if (url === 'memory:') {
    const { memoryEventStore } = await import('../infrastructure/memory/index.js');
    return memoryEventStore({ inline });
  }
  if (isConnectionString(url)) {
    const { eventStoreDbFrom } = await import('../infrastructure/eventstoredb/index.js');
    return eventStoreDbFrom(url, { prefixes: prefixesOf(namespace), logger, timers });
  }
  const path = pathIn('store', 'sqlite', url, known.store);
  const { sqliteEventStore } = await import('../infrastructure/sqlite/index.js');
  return sqliteEventStore({ path, inline, mustExist, readOnly, onRowsBehind });
};

/** The place of rows that lie apart from their store, behind a URL. Throws `option-invalid`. */
export const openRows = async (
  url: string,
  namespace: string,
  projections: readonly Projection[],
): Promise<ProjectedRows> => {
  if (url === 'memory:') {
    const { memoryProjectedRows } = await import('../infrastructure/memory/index.js');
    return memoryProjectedRows({ projections });
  }
  const path = pathIn('rows', 'sqlite', url, known.rows);
  const { sqliteProjectedRows } = await import('../infrastructure/sqlite/index.js');
  return sqliteProjectedRows({ path, projections, namespace });
};

/** The vault behind a URL, which its first use opens. Throws `option-invalid`. */
export const openVault = async (url: string): Promise<KeyVault> => {
  if (url === 'memory:') {
    const { memoryKeyVault } = await import('../infrastructure/crypto/memory-key-vault.js');
    return memoryKeyVault();
  }
  const path = pathIn('keys', 'file', url, known.keys);
  const { fileKeyVault } = await import('../infrastructure/crypto/file-key-vault.js');
  return fileKeyVault(path);
};
