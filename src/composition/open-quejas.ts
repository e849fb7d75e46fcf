import { scopeOf } from '../application/identity/scope.js';
import { createKeyring } from '../application/keys/keyring.js';
import type { Keyring } from '../application/ports/keyring.js';
import { eitherMarks, marksInStream } from '../application/keys/marks-in-stream.js';
import { safeLogger, safeTracer } from '../application/host-observers.js';
import { profileVersions } from '../application/calendars/profile-versions.js';
import {
  publishedVersions,
  versionsOfToday,
  type PublishedVersions,
} from '../application/calendars/published-versions.js';
import { withCurrentEvents } from '../application/schema/current-events.js';
import { ownsPrefix } from '../application/folio/prefix-owner.js';
import type { EventStore } from '../application/ports/event-store.js';
import type { Ids } from '../application/ports/ids.js';
import type { KeyVault } from '../application/ports/key-vault.js';
import { silentLogger, type Logger } from '../application/ports/logger.js';
import type { Projection } from '../application/ports/projection.js';
import type { ProjectedRows } from '../application/ports/projected-rows.js';
import type { Timers } from '../application/ports/timers.js';
import type { Tracer } from '../application/ports/tracer.js';
import type { Moment } from '../domain/kernel/instant.js';
import { checkedClock, checkedIds } from './checked-sources.js';
import type { Quejas } from './quejas.js';
import type { MasterKey } from '../infrastructure/crypto/master-key.js';
import { settleEach } from '../infrastructure/shared/settle-each.js';
import { composeQuejas, type Composed } from './compose-quejas.js';
import type { ProviderProfile } from '../domain/provider/profile.js';
import { systemClock } from '../infrastructure/shared/system/system-clock.js';
import { systemTimers } from '../infrastructure/shared/system/system-timers.js';
import { machineTransitions } from '../infrastructure/shared/system/zone-transitions.js';
import { timeOrderedIds } from '../infrastructure/shared/system/time-ordered-ids.js';
import {
  openStore,
  openVault,
  readModelProjector,
  teachVersions,
  type EmbeddedStore,
  type FeedStore,
} from './open-parts.js';
import { checkOptions, checkedProfile } from './check-options.js';
import { alertingOf, type StaffNotices } from './staff-notices.js';
import { checkPlaces, openNow, sharedFolder } from './open-now.js';
import type { KeysUrl, RowsUrl, StoreUrl } from './part-urls.js';
import { chooseRows } from './open-rows.js';
import { versionsOfEvents, type VersionsOfEvents } from './versions-of-events.js';
import { withMark } from './store-mark.js';
import { writeSideOf } from './write-side-of.js';

export { readModelProjector, type EmbeddedStore, type FeedStore } from './open-parts.js';

/** What complaint handling runs on; only `store`, `keys` and `provider` have to be said. */
export interface OpenQuejasOptions {
  /**
   * `sqlite:PATH`, `memory:`, `esdb://…`, `kurrentdb://…`; an embedded store that was opened with
   * `readModelProjector`; or a store that tells of new events. A text that the compiler does not know, such as a
   * variable of the environment, becomes one by `parseStoreUrl`; so do `keys` by `parseKeysUrl`, `rows` by `parseRowsUrl`.
   */
  readonly store: StoreUrl | EventStore | EmbeddedStore | FeedStore;
  /**
   * `file:PATH`, `memory:`, or a vault. Never beside the store. The file, and its folder where there is none, are made for
   * their owner alone.
   */
  readonly keys: KeysUrl | KeyVault;
  /**
   * Where the key comes from that wraps the keys of a `file:` vault: `file:PATH`, `env:NAME` (base64 of 32 bytes), the
   * bytes, or a function that gives them (default: a file beside the vault, `PATH.master`; keep the two apart).
   */
  readonly masterKey?: MasterKey;
  /**
   * Go on with the vault that is given, though the values in the store are sealed with another one, or with keys that
   * this copy of it lacks (`keys-foreign`, `keys-behind`). What only the lost keys open stays closed, as `key-missing`;
   * searches by phone and e-mail are `contacts-damaged` until `rebuildContacts()` has noted anew what its keys open.
   */
  readonly newVault?: boolean;
  /** Whose rules, hours, words and folios hold. */
  readonly provider: ProviderProfile;
  /**
   * For `sqlite:`, `memory:` and other embedded stores `inline` (default). For every other store it has to be said, and
   * for these it may be: `sqlite:PATH`, `memory:`, or rows of the host's, apart from the store. `none` for
   * events alone: lists, queues and totals then fail with `rows-absent`. Beside a file of rows lies one of what a server's
   * write side keeps (`rows.companion.db` of `rows.db`); where there is none, folios are found by the events of their
   * blocks, and processes begin anew each time the store is opened, which repeats no command.
   */
  readonly rows?: 'inline' | 'none' | RowsUrl | ProjectedRows;
  /**
   * Read models of the host's own (`defineProjection` of `quejas/projections`), kept with the library's and asked by
   * `quejas.rows`. A store that is given as an object is made with them (`readModelProjector(projections)`).
   */
  readonly projections?: readonly Projection[];
  /**
   * Milliseconds that a query waits for rows that follow the store, before `rows-behind`, and a command for its folio to
   * be looked up, before `folios-behind` (default 5,000; at most 2,147,483,647).
   */
  readonly rowsTimeout?: number;
  /** Where "now" comes from: a `Date` or ISO 8601 with an offset (default: the system's clock). */
  readonly clock?: () => Moment;
  /**
   * Go on by this clock, though it lies more than a day before what was recorded last (`clock-behind`), or more than ten
   * years after it (`clock-ahead`): the other one was wrong. What is recorded has the time of this one.
   */
  readonly clockIsRight?: boolean;
  /** Where UUIDs come from (default: ordered by time). */
  readonly ids?: Ids;
  /** Who waits (default: the system's timers); tests pass their own. */
  readonly timers?: Timers;
  /** Told of every command: `debug` where accepted, `info` where refused; never a personal value. */
  readonly logger?: Logger;
  /**
   * Takes what staff is told about deadlines out of the house, when `runDue` is called (default: nothing is told; it
   * stands in the queues).
   */
  readonly staffNotices?: StaffNotices;
  /** Surrounds each command, append, query and projected batch with a span (default: nothing is traced). */
  readonly tracer?: Tracer;
  /** Put before every stream's name, so that several installations share one store. */
  readonly namespace?: string;
  /** Only for `sqlite:PATH`: refuse to make a store where there is none. */
  readonly mustExist?: boolean;
  /**
   * Only for `sqlite:PATH`: open it for reading alone; `if-needed`, where it cannot be written. Rows that are behind the
   * events then stay so, and `onRowsBehind` is told.
   */
  readonly readOnly?: boolean | 'if-needed';
  /** Only for `sqlite:PATH`: told how many events the rows lack, where they are only read and stay behind. */
  readonly onRowsBehind?: (events: number) => void;
}

const withDefaults = ({
  clock: hostClock,
  clockIsRight = false,
  ids,
  timers = systemTimers,
  namespace = '',
  logger = silentLogger,
  tracer,
  rowsTimeout = 5_000,
}: OpenQuejasOptions) => {
  const clock = hostClock === undefined ? systemClock : checkedClock(hostClock);
  return {
    clock,
    clockIsRight,
    ids: ids === undefined ? timeOrderedIds(clock) : checkedIds(ids),
    timers,
    namespace,
    logger: safeLogger(logger),
    tracer: tracer && safeTracer(tracer),
    rowsTimeout,
  };
};

/** What a store is, as traces name it, where it was given as a URL: one name for all URLs of a server. */
const systemOf = (store: OpenQuejasOptions['store']): string | undefined => {
  if (typeof store !== 'string') return undefined;
  const [scheme = ''] = store.split(':', 1);
  return scheme === 'sqlite' || scheme === 'memory' ? scheme : 'eventstoredb';
};

/** What was published in a store; the read models count by it once it was read. */
const versionsIn = (
  store: EventStore,
  { namespace, provider }: { readonly namespace: string; readonly provider: string },
  named: VersionsOfEvents,
  taught: readonly (readonly Projection[] | undefined)[],
): PublishedVersions => {
  const versions = publishedVersions({ store: withCurrentEvents(store), namespace, provider });
  // The provider's own are asked first: another one may have given the same name to its versions.
  for (const published of [named.known, versions.known])
    for (const projections of taught) teachVersions(projections ?? [], published);
  return versions;
};

/** A server is told less often how far the vault is: there each time is an event. */
const noteAfter = { inStore: 1_000, inStream: 60_000 } as const;

/** The vault's keys for this provider, held against what the store knows of its vault. */
const keyringOf = (
  { newVault: adopt }: Pick<OpenQuejasOptions, 'newVault'>,
  { namespace, clock, timers }: ReturnType<typeof withDefaults>,
  store: EventStore,
  vault: KeyVault,
  { id: provider, zone }: ProviderProfile,
): Keyring => {
  const inStore = store.vaultMarks;
  return createKeyring(vault, provider, {
    ...{ scope: scopeOf(namespace, provider), adopt, timers },
    marks: eitherMarks(inStore, marksInStream({ store, namespace, provider, zone, clock })),
    noteAfter: inStore === undefined ? noteAfter.inStream : noteAfter.inStore,
  });
};

type ToClose = <Part extends { readonly close: () => Promise<void> }>(part: Part) => Part;

/** A vault that is opened here is closed here; the host's own stays open. */
const vaultOf = async (
  { keys, masterKey }: Pick<OpenQuejasOptions, 'keys' | 'masterKey'>,
  toClose: ToClose,
): Promise<KeyVault> => (typeof keys === 'string' ? toClose(await openVault(keys, masterKey)) : keys);

/** The same as `openQuejas`, and the commands without the check of their input, for benchmarks: no entry exports it. */
export const openWithChecked = async (given: OpenQuejasOptions): Promise<Composed> => {
  const options = checkOptions(given);
  const { rows, mustExist, readOnly, onRowsBehind } = options;
  const profile = await checkedProfile(options.provider);
  checkPlaces(options);
  const parts = withDefaults(options);
  const folder = sharedFolder(options);
  if (folder !== undefined) parts.logger.warn('keys beside the store', { folder });
  const alerting = alertingOf(options.staffNotices, parts.clock());
  const projections = readModelProjector(options.projections);
  teachVersions(projections, profileVersions(profile, parts.clock(), machineTransitions));
  const inline = rows === undefined || rows === 'inline' ? projections : [];
  const opened: { readonly close: () => Promise<void> }[] = [];
  const toClose: ToClose = (part) => {
    opened.unshift(part);
    return part;
  };
  try {
    const store =
      typeof options.store === 'string'
        ? toClose(await openStore(options.store, { ...parts, inline, mustExist, readOnly, onRowsBehind }))
        : options.store;
    const named = versionsOfEvents(store, parts.namespace);
    const kept = await chooseRows(store, { ...parts, rows, projections, named });
    kept.opened.forEach(toClose);
    const scope = { namespace: parts.namespace, provider: profile.id };
    const versions = versionsIn(store, scope, named, [projections, kept.kept?.projections]);
    const vault = await vaultOf(options, toClose);
    const keyring = keyringOf(options, parts, store, vault, profile);
    const writeSide = await writeSideOf(store, { rows, namespace: parts.namespace });
    writeSide.opened.forEach(toClose);
    if (options.newVault === true) await keyring.bind();
    await openNow(options, { store, vault, keyring, beside: [...kept.opened, ...writeSide.opened] });
    if ('rows' in store)
      await ownsPrefix({ ...parts, store, provider: profile.id, prefix: profile.folio.prefix });
    if ('rows' in store) await versions.load(versionsOfToday(profile));
    const mark = toClose(await withMark(store, { ...parts, keys: options.keys, vault, readOnly, profile }));
    const system = systemOf(options.store);
    return composeQuejas({
      ...parts,
      ...kept,
      ...writeSide,
      store: mark.store,
      mark,
      system,
      alerting,
      vault,
      keyring,
      profile,
      versions,
      named,
      opened,
    });
  } catch (error) {
    // What came first is what the host has to mend.
    await settleEach(opened.map((part) => () => part.close())).catch(() => undefined);
    throw error;
  }
};

/**
 * Opens complaint handling for one provider. What is given as a URL is opened here and closed by `close()`; what is
 * given as an object stays the caller's. What is wrong is told now, with a code and what to do: `option-invalid` (also
 * for what is no provider's profile, and for keys in the file of the store), `store-…`, `keys-unavailable`, `keys-foreign`,
 * `keys-behind` (of a file, where it may be written; else before the first value is sealed),
 * `node-unsupported`, `folio-prefix-taken` (an embedded store's; else at `start()` or the first filing), `client-missing`,
 * `client-conflict`. A server that is away is no such fault: `start()` and every call say so.
 */
export const openQuejas = async (options: OpenQuejasOptions): Promise<Quejas> =>
  (await openWithChecked(options)).quejas;
