import { codedError } from './application/errors.js';
import type { Clock } from './application/ports/clock.js';
import type { EventStore } from './application/ports/event-store.js';
import type { Ids } from './application/ports/ids.js';
import type { InlineProjector } from './application/ports/inline-projector.js';
import type { KeyVault } from './application/ports/key-vault.js';
import { silentLogger, type Logger } from './application/ports/logger.js';
import type { ReadModelStore } from './application/ports/read-model-store.js';
import type { Tracer } from './application/ports/tracer.js';
import type { Quejas } from './application/quejas.js';
import { composeQuejas } from './compose-quejas.js';
import type { ProviderProfile } from './domain/provider/profile.js';
import { systemClock } from './infrastructure/ids/system-clock.js';
import { timeOrderedIds } from './infrastructure/ids/time-ordered-ids.js';
import { readModels } from './projections/read-models.js';
import { inlineProjector } from './projections/runtime/inline.js';

/** An event store that keeps rows too, in the transactions of the events. */
export type EmbeddedStore = EventStore & { readonly rows: ReadModelStore };

export interface OpenQuejasOptions {
  /** `sqlite:PATH`, `memory:`, or an embedded store that was opened with `readModelProjector`. */
  readonly store: string | EmbeddedStore;
  /** `file:PATH`, `memory:`, or a vault. Never beside the store. */
  readonly keys: string | KeyVault;
  readonly provider: ProviderProfile;
  /** `inline` (default), or `none`: events alone. Then lists, queues and totals fail with `rows-absent`. */
  readonly rows?: 'inline' | 'none';
  readonly clock?: Clock;
  readonly ids?: Ids;
  /** Told of every command: `debug` where accepted, `info` where refused; never a personal value. */
  readonly logger?: Logger;
  readonly tracer?: Tracer;
  /** Put before every stream's name, so that several installations share one store. */
  readonly namespace?: string;
  /** Only for `sqlite:PATH`: refuse to make a store where there is none. */
  readonly mustExist?: boolean;
  /**
   * Only for `sqlite:PATH`: open it for reading alone; `if-needed`, where it cannot be written. Rows that are behind the
   * events then stay so: the logger is told (`warn`, `rows-behind`) how many events they lack.
   */
  readonly readOnly?: boolean | 'if-needed';
}

const pathAfter = (scheme: string, url: string): string | undefined => {
  const path = url.startsWith(scheme) ? url.slice(scheme.length) : '';
  return path === '' ? undefined : path;
};

const unsupported = (option: string, value: string, known: string) =>
  codedError(
    'option-invalid',
    {
      es: `«${value}» no es un valor de ${option}; se admite ${known}.`,
      en: `"${value}" is no value of ${option}; these are: ${known}.`,
    },
    { option, value },
  );

/** The read models of this version, to be kept in the transactions of the events. */
export const readModelProjector = (): InlineProjector => inlineProjector(readModels);

const openStore = async (options: OpenQuejasOptions): Promise<EmbeddedStore> => {
  const { store: url, rows = 'inline', mustExist, readOnly, logger = silentLogger } = options;
  if (typeof url !== 'string') return url;
  const inline = rows === 'inline' ? readModelProjector() : undefined;
  if (url === 'memory:') {
    const { memoryEventStore } = await import('./infrastructure/memory/index.js');
    return memoryEventStore({ inline });
  }
  const path = pathAfter('sqlite:', url);
  if (path === undefined) throw unsupported('store', url, 'sqlite:PATH, memory:');
  const { sqliteEventStore } = await import('./infrastructure/sqlite/index.js');
  const onRowsBehind = (events: number): void => logger.warn('rows-behind', { events });
  return sqliteEventStore({ path, inline, mustExist, readOnly, onRowsBehind });
};

const openVault = async (keys: string | KeyVault): Promise<KeyVault> => {
  if (typeof keys !== 'string') return keys;
  if (keys === 'memory:') {
    const { memoryKeyVault } = await import('./infrastructure/crypto/memory-key-vault.js');
    return memoryKeyVault();
  }
  const path = pathAfter('file:', keys);
  if (path === undefined) throw unsupported('keys', keys, 'file:PATH, memory:');
  const { fileKeyVault } = await import('./infrastructure/crypto/file-key-vault.js');
  return fileKeyVault(path);
};

const untraced: Tracer = { run: (_name, _attributes, work) => work() };

/**
 * Opens complaint handling for one provider. What is given as a URL is opened here and closed by `close()`; what is
 * given as an object stays the caller's. Throws what the parts throw (`store-…`, `keys-unavailable`, `option-invalid`).
 */
export const openQuejas = async (options: OpenQuejasOptions): Promise<Quejas> => {
  const { provider, clock = systemClock, namespace = '', logger = silentLogger, tracer = untraced } = options;
  const { ids = timeOrderedIds(clock) } = options;
  const store = await openStore(options);
  const vault = await openVault(options.keys);
  return composeQuejas({
    store,
    ...(options.rows !== 'none' && { rows: store.rows }),
    vault,
    profile: provider,
    clock,
    ids,
    namespace,
    logger,
    tracer,
    opened: [
      ...(typeof options.store === 'string' ? [store] : []),
      ...(typeof options.keys === 'string' ? [vault] : []),
    ],
  });
};
