import type { EventStore } from '../application/ports/event-store.js';
import type { Checkpoints } from '../application/ports/checkpoints.js';
import type { EventFeed } from '../application/ports/event-feed.js';
import type { FolioRegister, FolioRegisterApart } from '../application/ports/folio-register.js';
import type { Clock } from '../application/ports/clock.js';
import type { Ids } from '../application/ports/ids.js';
import type { Keyring } from '../application/ports/keyring.js';
import type { KeyVault } from '../application/ports/key-vault.js';
import type { Logger } from '../application/ports/logger.js';
import type { ProjectedRows } from '../application/ports/projected-rows.js';
import type { Projector } from '../application/ports/projector.js';
import type { ReadModelStore } from '../application/ports/read-model-store.js';
import type { Timers } from '../application/ports/timers.js';
import type { Tracer } from '../application/ports/tracer.js';
import type { PublishedVersions } from '../application/calendars/published-versions.js';
import type { Alerting } from '../application/processes/deadlines/alert-staff.js';
import { withCurrentFeed } from '../application/schema/current-events.js';
import { tracedStore } from '../application/tracing.js';
import type { ProviderProfile } from '../domain/provider/profile.js';
import { pollingFeed } from '../infrastructure/shared/polling-feed.js';
import { alwaysFresh, freshRows, type FreshRows } from '../queries/fresh-rows.js';
import { isFeed } from './open-rows.js';
import type { StoreWithMark } from './store-mark.js';
import type { VersionsOfEvents } from './versions-of-events.js';

/** What an open Quejas is put together from. */
export interface QuejasParts {
  readonly store: EventStore;
  /** How it stands to what is known of it beside the keys. */
  readonly mark: Pick<StoreWithMark<EventStore>, 'standing' | 'acceptLoss'>;
  /** From folios to complaints; absent for a store that keeps no register. */
  readonly folios?: FolioRegister;
  /** A register beside such a store. */
  readonly foliosApart?: FolioRegisterApart;
  readonly checkpoints: Checkpoints;
  /** Absent where events alone are kept. */
  readonly rows?: ReadModelStore;
  /** The rows with their checkpoints, and who keeps them in step with the store. */
  readonly kept?: ProjectedRows;
  readonly projector?: Projector;
  readonly areApart: boolean;
  readonly timers: Timers;
  /** Milliseconds that a query waits for rows that lie apart. */
  readonly rowsTimeout: number;
  readonly vault: KeyVault;
  /** Its keys for this provider's persons, and for this store. */
  readonly keyring: Keyring;
  readonly profile: ProviderProfile;
  /** The policies and calendars that requests count by, as they were published in the store. */
  readonly versions: PublishedVersions;
  /** Those that the requests of the store name, of every provider, for its rows. */
  readonly named: VersionsOfEvents;
  readonly clock: Clock;
  /** Whether it is believed whatever was recorded before. */
  readonly clockIsRight: boolean;
  readonly ids: Ids;
  readonly namespace: string;
  readonly logger: Logger;
  /** Absent where the host takes no notices for staff. */
  readonly alerting: Alerting | undefined;
  /** Absent: nothing is traced. */
  readonly tracer: Tracer | undefined;
  /** What the store is, as traces name it. */
  readonly system: string | undefined;
  /** What was opened for this and ends with it. */
  readonly opened: readonly { readonly close: () => Promise<void> }[];
}

/** The feed of the store: its own, or one that polls it. */
export const linkedFeed = ({ store, timers, logger }: QuejasParts): EventFeed =>
  withCurrentFeed(isFeed(store) ? store : pollingFeed({ store, timers, logger }));

/** How queries know that rows hold what was stored. */
export const freshnessOf = ({ projector, kept, timers, rowsTimeout: timeout }: QuejasParts): FreshRows =>
  projector === undefined || kept === undefined
    ? alwaysFresh
    : freshRows({ projector, rows: kept, timers, timeout });

/** The store with a span for each append, where there is a tracer. */
export const tracedAppends = (store: EventStore, { tracer, namespace, system }: QuejasParts): EventStore =>
  tracer === undefined ? store : tracedStore(store, { tracer, namespace, system });
