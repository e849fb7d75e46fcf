import { settleEach } from '../infrastructure/shared/settle-each.js';
import { storeError } from '../application/errors/store-error.js';
import type { FeedConsumer } from '../application/processes/feed-consumer.js';
import type { Projector } from '../application/ports/projector.js';
import type { ReadModelStore } from '../application/ports/read-model-store.js';
import { untilClosed } from '../infrastructure/shared/store-lifecycle.js';
import type { KeysHealth } from '../application/ports/keyring.js';
import type { DeadlinesHealth, Quejas, StoreHealth } from './quejas.js';

interface LifeParts {
  readonly rows?: ReadModelStore;
  readonly projector?: Projector;
  readonly areApart: boolean;
  /** What was opened for this and ends with it, in this order. */
  readonly opened: readonly { readonly close: () => Promise<void> }[];
  readonly processes: readonly FeedConsumer[];
  readonly store: () => StoreHealth;
  readonly keys: () => KeysHealth;
  /** How what falls due by itself does. */
  readonly deadlines: () => DeadlinesHealth;
  /** Keeps the folio register in step, where it lies apart from the store. */
  readonly folioConsumer: FeedConsumer | undefined;
  /** Gives the folio numbers back that were not given to requests. */
  readonly giveBack: () => Promise<void>;
  /** Keeps in the store how far its key vault is. */
  readonly noteKeys: () => Promise<void>;
  /**
   * Throws `folio-prefix-taken` where another provider in the store has the folio prefix, `version-differs` where a
   * calendar or policy was published with other content; a store away is none.
   */
  readonly checkProfile: () => Promise<void>;
}

/** What runs, and how it ends. */
export interface Life extends Pick<Quejas, 'start' | 'stop' | 'runProcesses' | 'health' | 'close'> {
  /** Does a command or a query, for which `close()` waits. Throws `store-closed` after it. */
  readonly using: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Does long work that `close()` ends; it waits until that has its outcome. Throws `store-closed` after it. */
  readonly usingUntilClosed: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Runs a process soon, for freshness; returns at once, and what hinders it stands in its health. */
  readonly runSoon: (process: FeedConsumer) => void;
}

export const composeLife = (parts: LifeParts): Life => {
  const { rows, projector, areApart, opened, processes, folioConsumer, giveBack, noteKeys, checkProfile } =
    parts;
  let running: Promise<void> = Promise.resolve();
  const scheduled = new Set<FeedConsumer>();

  const runProcesses = async (): Promise<void> => {
    for (const process of processes) await process.catchUp();
  };

  const runSoon: Life['runSoon'] = (process) => {
    // The faults of a process are its own: it has noted them, and its checkpoint catches up.
    if (scheduled.has(process)) return;
    scheduled.add(process);
    running = running
      .then(() => new Promise<void>((resolve) => setImmediate(resolve)))
      .then(() => {
        scheduled.delete(process);
        return process.catchUp().catch(() => undefined);
      });
  };

  let starts = 0;
  const longWork = untilClosed({});

  const end = async (endRows: (() => Promise<void>) | undefined): Promise<void> => {
    starts += 1;
    await running;
    const consumers = [...processes, ...(folioConsumer === undefined ? [] : [folioConsumer])];
    await settleEach([...consumers.map((consumer) => consumer.stop), async () => endRows?.()]);
  };
  const stop = (): Promise<void> => end(projector?.stop);

  const closeAll = (): Promise<void> =>
    settleEach([
      () => end(projector?.close),
      longWork.close,
      giveBack,
      noteKeys,
      ...opened.map((part) => () => part.close()),
    ]);

  const { using, isClosed, close } = untilClosed({ end: closeAll });
  const mustBeOpen = (): void => {
    if (isClosed()) throw storeError('store-closed');
  };

  const usingUntilClosed: Life['usingUntilClosed'] = async (work) => {
    mustBeOpen();
    return longWork.using(work);
  };

  const start = async (): Promise<void> => {
    const mine = (starts += 1);
    await Promise.all([checkProfile(), projector?.start()]).catch(async (fault: unknown) => {
      // Where it closes, queries that were begun still wait for their rows, and closing ends the projector after them.
      mustBeOpen();
      await projector?.stop();
      throw fault;
    });
    // Closed, stopped or started again in the meantime: what begins now would not be ended by that.
    mustBeOpen();
    if (mine !== starts) return;
    for (const consumer of [folioConsumer, ...processes]) consumer?.start();
  };

  const kept = rows === undefined ? 'none' : 'inline';
  return {
    using,
    usingUntilClosed,
    runSoon,
    start: () => usingUntilClosed(start),
    stop,
    runProcesses: () => usingUntilClosed(runProcesses),
    health: () => ({
      store: parts.store(),
      keys: parts.keys(),
      rows: areApart ? 'projected' : kept,
      projectors: projector === undefined || !areApart ? [] : [projector.health()],
      projections: projector?.health().projections ?? [],
      processes: processes.map((process) => process.health()),
      deadlines: parts.deadlines(),
      ...(folioConsumer && { folioRegister: folioConsumer.health() }),
    }),
    close,
  };
};
