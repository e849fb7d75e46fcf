import { accountForNumbers, type AccountedNumbers } from '../../application/folio/accounted-numbers.js';
import { storeError } from '../../application/errors/store-error.js';
import type { EventStore } from '../../application/ports/event-store.js';
import { withCurrentEvents } from '../../application/schema/current-events.js';
import type { Quejas } from '../../composition/quejas.js';
import type { IntegrityOptions } from '../../infrastructure/sqlite/check-whole.js';
import type { Integrity } from '../../infrastructure/sqlite/integrity.js';

/** What a check is told, and tells. */
export interface CheckOptions {
  /** How many events were looked at so far, of how many; what it throws ends the check. */
  readonly onProgress?: (events: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/** A store in which nothing was found wrong. */
export interface CheckedEvents {
  /** How many events it holds. */
  readonly events: number;
  /** What became of the folio numbers. */
  readonly folios: AccountedNumbers;
}

type Checkable = EventStore & {
  readonly checkIntegrity: (options?: IntegrityOptions) => Promise<Integrity>;
};

const isCheckable = (store: EventStore): store is Checkable => 'checkIntegrity' in store;

const eventsAtOnce = 1_000;

/** Reads every event of a store that cannot look at itself; the store's own reader tells what it cannot read. */
const readThrough = async (store: EventStore, { onProgress }: CheckOptions): Promise<number> => {
  let events = 0;
  let after: string | undefined;
  for (;;) {
    const page = await store.readAll({ limit: eventsAtOnce, ...(after !== undefined && { after }) });
    events += page.events.length;
    onProgress?.(events, 0);
    if (page.caughtUp || page.next === undefined) return events;
    after = page.next;
  }
};

const lookThrough = async (store: EventStore, options: CheckOptions): Promise<number> => {
  if (!isCheckable(store)) return readThrough(store, options);
  const { onProgress } = options;
  const { first, events } = await store.checkIntegrity({
    ...(onProgress && { onProgress: (progress) => onProgress(progress.events, progress.of) }),
  });
  if (first !== undefined) throw first;
  return events;
};

/**
 * Looks at everything that a store holds: its file, every event with its checksum and its line in the ledger, the folio
 * register, and that each folio number lent is assigned, free or void. Nothing is changed. Throws the first fault:
 * `store-corrupt`, `event-damaged`, `register-differs`, `folio-unaccounted`.
 */
export const checkEvents = async (store: EventStore, options: CheckOptions = {}): Promise<CheckedEvents> => {
  const events = await lookThrough(store, options);
  return { events, folios: await accountForNumbers(withCurrentEvents(store)) };
};

/**
 * Compares the rows of every read model with those that the events give, and counts them; read models that this store
 * has no rows of are left out. Throws `rows-differ`, and what the rows throw.
 */
export const checkRows = async (
  quejas: Pick<Quejas, 'projections' | 'verifyProjection'>,
  { onProgress, signal }: CheckOptions = {},
): Promise<number> => {
  const kept = (await quejas.projections()).filter(
    ({ state }) => state !== 'unused' && state !== 'rebuilding',
  );
  let all = 0;
  for (const { name, version } of kept) {
    const { rows, equal } = await quejas.verifyProjection(name, {
      version,
      ...(signal && { signal }),
      onProgress: ({ done, total }) => onProgress?.(done, total),
    });
    if (!equal) throw storeError('rows-differ', { projection: name, version });
    all += rows;
  }
  return all;
};
