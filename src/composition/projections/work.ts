import { prefixOf } from '../../application/identity/stream-name.js';
import { rowsNotKept } from '../../queries/absent-rows.js';
import { storeError } from '../../application/errors/store-error.js';
import type { Clock } from '../../application/ports/clock.js';
import type { EventStore, Position } from '../../application/ports/event-store.js';
import type { Projection } from '../../application/ports/projection.js';
import type { ProjectedRows, Slot } from '../../application/ports/projected-rows.js';
import type { Projector } from '../../application/ports/projector.js';
import type { Timers } from '../../application/ports/timers.js';
import { isPausedByOperator } from '../../projections/runtime/paused-by-operator.js';
import { isMeant } from '../../projections/runtime/projection-ref.js';
import type { FreshRows } from '../../queries/fresh-rows.js';
import { nameOfQuery } from '../../queries/read-query.js';
import { dropAsked, parkedAsked, versionAsked, versionOfQuery, waitAsked, workAsked } from './asked.js';
import { projectionInUse, rebuildCancelled, unknownProjection } from './faults.js';
import { progressAt, watchProgress } from './progress.js';
import type { OfVersion, ProjectionsAtWork, RowsWork, VerifiedProjection } from './projections-at-work.js';
import { projectionStatuses } from './status.js';
import { verifyRows } from './verify.js';

export interface ProjectionWorkParts {
  /** As it was opened: it may tell how far its end is away. */
  readonly opened: Pick<EventStore, 'lag'>;
  /** Gives events in today's version. */
  readonly store: Pick<EventStore, 'read' | 'readAll'>;
  /** Absent where no rows are kept, or by a store of the host's that tells of none. */
  readonly kept: ProjectedRows | undefined;
  readonly projector: Projector | undefined;
  readonly fresh: FreshRows;
  readonly namespace: string;
  readonly clock: Clock;
  readonly timers: Timers;
  /** Milliseconds that a query waits for its rows. */
  readonly timeout: number;
  /** Does something that `close()` waits for. Throws `store-closed` after it. */
  readonly using: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Does long work that `close()` ends. Throws `store-closed` after it. */
  readonly usingUntilClosed: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Aborted when it is closed. */
  readonly closing: AbortSignal;
}

/** Rows that are kept, and the versions of a projection that are meant. */
interface Meant {
  readonly kept: ProjectedRows;
  readonly projector: Projector;
  readonly name: string;
  readonly own: readonly Projection[];
}

/** Does something once where a signal is aborted, until it is taken back. */
const onAbort = (signal: AbortSignal | undefined, act: () => void): (() => void) => {
  signal?.addEventListener('abort', act, { once: true });
  return () => signal?.removeEventListener('abort', act);
};

/** The newest of some versions. */
const newestOf = (own: Meant['own']): Projection =>
  own.reduce((newest, each) => (newest.version > each.version ? newest : each));

/** Read models at work, for hosts and the command line (design: promise 8). */
export const projectionWork = (parts: ProjectionWorkParts): ProjectionsAtWork => {
  const { opened, store, fresh, timers, namespace, using, usingUntilClosed, closing } = parts;

  const rowsKept = (): Pick<Meant, 'kept' | 'projector'> => {
    const { kept, projector } = parts;
    if (kept === undefined || projector === undefined) throw rowsNotKept();
    return { kept, projector };
  };

  /** Throws `projection-unknown`. */
  const meant = (given: unknown, version: number | undefined): Meant => {
    const name = nameOfQuery('projection', given);
    const { kept, projector } = rowsKept();
    const own = kept.projections.filter((each) => isMeant(each, name, version));
    if (own.length === 0) throw unknownProjection(kept.projections, name, version);
    return { kept, projector, name, own };
  };

  /** How far those rows are that are the least far. */
  const leastOf = async ({ kept, name }: Meant, { version }: OfVersion, slot: Slot) => {
    const [least] = (await kept.rowCheckpoints())
      .filter((each) => each.slot === slot && isMeant(each, name, version))
      .map(({ position = '' }): Position => position)
      .sort();
    return least === '' ? undefined : least;
  };

  const watch = (rows: Meant, asked: RowsWork, slot: Slot): (() => void) =>
    watchProgress({ store: opened, timers }, asked.onProgress, () => leastOf(rows, asked, slot));

  const byName =
    (act: (projector: Projector, name: string, version: number | undefined) => Promise<void>) =>
    (given: string, options?: OfVersion): Promise<void> =>
      using(async () => {
        const { version } = versionAsked(options);
        const { projector, name } = meant(given, version);
        await act(projector, name, version);
      });

  /** Rows are made from events: where none can be read that is told at once, not waited for, and is no success. */
  const mustReachEvents = async (): Promise<void> => {
    await store.readAll({ limit: 1, prefixes: [prefixOf(namespace, 'complaint')] });
  };

  const rebuild = async (given: unknown, options: unknown): Promise<void> => {
    const asked = workAsked(options);
    const { version, signal } = asked;
    const rows = meant(given, version);
    const { projector, name } = rows;
    const isAborted = (): boolean => signal?.aborted === true;
    if (isAborted()) throw rebuildCancelled(name, undefined);
    const reached = mustReachEvents();
    const unwatch = watch(rows, asked, 'rebuild');
    const release = onAbort(signal, () => {
      projector.cancelRebuild(name, version).catch(() => undefined);
    });
    reached.catch(() => {
      projector.cancelRebuild(name, version).catch(() => undefined);
    });
    try {
      await Promise.all([reached, projector.rebuild(name, version)]);
    } catch (fault) {
      throw isAborted() ? rebuildCancelled(name, fault) : fault;
    } finally {
      unwatch();
      release();
    }
  };

  const replay = async (given: unknown, options: unknown): Promise<void> => {
    const asked = workAsked(options);
    const { version, signal } = asked;
    const rows = meant(given, version);
    if (signal?.aborted === true) throw storeError('rows-behind', { reason: 'stopped' });
    await mustReachEvents();
    const unwatch = watch(rows, asked, 'live');
    let release = (): void => undefined;
    const aborted = new Promise<never>((_, reject) => {
      release = onAbort(signal, () => {
        reject(storeError('rows-behind', { reason: 'stopped' }));
      });
    });
    try {
      await Promise.race([rows.projector.replay(rows.name, version), aborted]);
    } finally {
      unwatch();
      release();
    }
  };

  const switchTo = async (given: unknown, asked: unknown): Promise<void> => {
    const version = versionOfQuery(asked);
    const { kept, projector, name, own } = meant(given, version);
    await projector.resume(name, version);
    await fresh.ready(own);
    for (const other of kept.projections)
      if (other.name === name && other.version !== version) await projector.pause(name, other.version);
  };

  const drop = async (given: unknown, asked: unknown, live: boolean): Promise<void> => {
    const [name, version] = [nameOfQuery('projection', given), versionOfQuery(asked)];
    const { kept, projector } = rowsKept();
    const stored = await kept.stored();
    const found = stored.filter((each) => isMeant(each, name, version));
    if (found.length === 0) throw unknownProjection([...kept.projections, ...stored], name, version);
    const isOurs = kept.projections.some((each) => isMeant(each, name, version));
    const isUsed = found.some(({ isInline, fault }) => isInline || (isOurs && !isPausedByOperator(fault)));
    if (isUsed && !live) throw projectionInUse(name, version);
    await projector.drop(name, version);
  };

  const verify = async (given: unknown, options: unknown): Promise<VerifiedProjection> => {
    const { version, signal, onProgress } = workAsked(options);
    const { kept, own } = meant(given, version);
    const projection = newestOf(own);
    await mustReachEvents();
    return verifyRows({
      ...{ store, kept, projection, namespace },
      isOver: () => closing.aborted || signal?.aborted === true,
      told: async (position) => {
        const progress = onProgress && (await progressAt(opened, position));
        if (progress !== undefined) onProgress?.(progress);
      },
    });
  };

  const waitFor = async (given: unknown, options: unknown): Promise<void> => {
    const position = nameOfQuery('position', given);
    const { names, timeout = parts.timeout } = waitAsked(options);
    const { kept } = rowsKept();
    const wanted = names?.flatMap((name) => meant(name, undefined).own) ?? kept.projections;
    // No row ever reaches a text that is no position of this store: that is told before rows are asked, which may give up first.
    await store.readAll({ after: position, limit: 1, prefixes: [prefixOf(namespace, 'complaint')] });
    await fresh.within(timeout, position, wanted);
  };

  return {
    projections: () => using(() => projectionStatuses(parts)),
    pauseProjection: byName((projector, ...named) => projector.pause(...named)),
    resumeProjection: byName((projector, ...named) => projector.resume(...named)),
    cancelRebuild: byName((projector, ...named) => projector.cancelRebuild(...named)),
    replayProjection: (given, options) => usingUntilClosed(() => replay(given, options)),
    rebuildProjection: (given, options) => usingUntilClosed(() => rebuild(given, options)),
    switchProjection: (given, version) => using(() => switchTo(given, version)),
    dropProjection: (given, version, options) => using(async () => drop(given, version, dropAsked(options))),
    verifyProjection: (given, options) => usingUntilClosed(() => verify(given, options)),
    parkedEvents: (given, options) =>
      using(async () => {
        const { version, limit, after } = parkedAsked(options);
        const { kept, name, own } = meant(given, version);
        const page = { limit, ...(after !== undefined && { after }) };
        return kept.parkedEvents(name, newestOf(own).version, page);
      }),
    waitFor: (given, options) => usingUntilClosed(() => waitFor(given, options)),
  };
};
