import { prefixesOf } from '../application/identity/stream-name.js';
import { profileVersions } from '../application/calendars/profile-versions.js';
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
import type { Published } from '../domain/sla/clocks/read-clocks.js';
import { instantOf } from '../domain/kernel/instant.js';
import { conectared } from '../domain/provider/conectared.js';
import { emenet } from '../domain/provider/emenet.js';
import type { MasterKey } from '../infrastructure/crypto/master-key.js';
import { machineTransitions } from '../infrastructure/shared/system/zone-transitions.js';
import { countsClocks } from '../projections/case-clocks/case-clocks.js';
import { readModels } from '../projections/read-models.js';
import { checkProjections } from './check-options.js';
import type { FileScheme } from './place-url.js';
import { parseKeysUrl, parseRowsUrl, parseStoreUrl } from './part-urls.js';

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

/**
 * The read models of this version, and a host's own, to be kept in the transactions of the events, or to follow them.
 * Throws `option-invalid` for what is no list of read models, for a name of the library's, and for one read model twice.
 */
export const readModelProjector = (own: readonly Projection[] = []): readonly Projection[] => {
  const ours = readModels();
  const projections = [...ours, ...checkProjections(own, ours)];
  // Their calendars have a last date of their own, so the instant is not asked. Rows apart hold those of every provider in their store: the shipped ones are known, whichever is opened.
  for (const profile of [conectared, emenet])
    teachVersions(projections, profileVersions(profile, instantOf(0), machineTransitions));
  return projections;
};

/** Tells read models that count deadlines which policies and calendars a provider has. */
export const teachVersions = (projections: readonly Projection[], published: Published): void => {
  for (const each of projections) if (countsClocks(each)) each.learn(published);
};

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

const fileIn = (scheme: FileScheme, url: string): string | undefined =>
  url.startsWith(`${scheme}:`) ? url.slice(scheme.length + 1) : undefined;

/** The store behind a URL, which its first use opens. Throws `option-invalid`, `client-missing`, `client-conflict`. */
export const openStore = async (
  text: string,
  { inline, namespace, mustExist, readOnly, onRowsBehind, logger, timers }: StoreUse,
): Promise<EventStore | EmbeddedStore | FeedStore> => {
  const url = parseStoreUrl(text);
  if (url === 'memory:') {
    const { memoryEventStore } = await import('../infrastructure/memory/index.js');
    return memoryEventStore({ inline });
  }
  const path = fileIn('sqlite', url);
  if (path === undefined) {
    const { eventStoreDbFrom } = await import('../infrastructure/eventstoredb/index.js');
    return eventStoreDbFrom(url, { prefixes: prefixesOf(namespace), logger, timers });
  }
  const { sqliteEventStore } = await import('../infrastructure/sqlite/index.js');
  return sqliteEventStore({ path, inline, mustExist, readOnly, onRowsBehind });
};

/** What rows that lie apart from their store are for. */
export interface RowsPlace {
  readonly namespace: string;
  readonly projections: readonly Projection[];
  /** Milliseconds that a query waits for them. */
  readonly rowsTimeout: number;
}

/** The place of rows that lie apart from their store, behind a URL. Throws `option-invalid`. */
export const openRows = async (
  text: string,
  { namespace, projections, rowsTimeout }: RowsPlace,
): Promise<ProjectedRows> => {
  const path = fileIn('sqlite', parseRowsUrl(text));
  if (path === undefined) {
    const { memoryProjectedRows } = await import('../infrastructure/memory/index.js');
    return memoryProjectedRows({ projections });
  }
  const { sqliteProjectedRows } = await import('../infrastructure/sqlite/index.js');
  // A query that waits for its rows hears of a lock before its own time is over.
  const lockTimeout = Math.min(5_000, Math.floor(rowsTimeout / 2));
  return sqliteProjectedRows({ path, projections, namespace, lockTimeout });
};

/** The vault behind a URL, which its first use opens. Throws `option-invalid`. */
export const openVault = async (text: string, masterKey?: MasterKey): Promise<KeyVault> => {
  const path = fileIn('file', parseKeysUrl(text));
  if (path === undefined) {
    const { memoryKeyVault } = await import('../infrastructure/crypto/memory-key-vault.js');
    return memoryKeyVault();
  }
  const { fileKeyVault } = await import('../infrastructure/crypto/file-key-vault.js');
  return fileKeyVault(path, masterKey === undefined ? {} : { masterKey });
};
