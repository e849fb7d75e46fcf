import type { Feed, FeedHealth } from '../../application/ports/event-feed.js';
import type { Checkpoint, ProjectionRef, Slot } from '../../application/ports/projected-rows.js';
import type { Position } from '../../application/ports/event-store.js';
import type { ProjectionHealth, Projector } from '../../application/ports/projector.js';
import { isRetryable } from './fault-code.js';
import { pausedFault, stoppedFault } from './feed-run.js';
import { isPausedByOperator } from './paused-by-operator.js';
import { isMeant, isSame } from './projection-ref.js';
import { isOfTable } from './table-fault.js';
import {
  isActive,
  isWanted,
  projectorLanes,
  type ProjectorLanes,
  type WantedRows,
} from './projector-lanes.js';
import {
  projectorSession,
  unknownYet,
  type ProjectorSession,
  type SessionParts,
} from './projector-session.js';

type ProjectorParts = Omit<SessionParts, 'name' | 'refs'> & { readonly name?: string };

/**
 * Keeps rows in step with a feed. Nothing runs before `start()`, but for as long as a caller waits for `catchUp()`.
 * Each projection goes by its own checkpoint: those that are behind, new or made anew come up beside the others and
 * then go on with them; one that is paused is left out. Rows that are written with their events have no feed. What
 * passes (a server that is down, a locked or full file) is tried again, later each time; an event that cannot be read
 * stops it, and says so, until it is started again.
 */
export const createProjector = ({ name = 'rows', ...parts }: ProjectorParts): Projector => {
  const { rows, timers, logger } = parts;
  let live: ProjectorLanes | undefined;
  let begun: Promise<void> = Promise.resolve();
  const passing = new Set<ProjectorSession>();
  const catching = new Map<string, { now: Promise<void>; next: Promise<void> | undefined }>();
  let last: FeedHealth = unknownYet;
  let stops = 0;
  let isClosed = false;
  let rebuilds = 0;
  let cancels = 0;
  const told = new Set<string>();
  /** How far this process has stored. */
  let stored: Position = '';
  /** Where each projection met the end of the store, when it was brought up last while nothing ran. */
  const ends = new Map<string, Position>();

  const nameOf = ({ name: projection, version }: ProjectionRef): string =>
    JSON.stringify([projection, version]);

  const sessionOf = (refs: readonly ProjectionRef[]): ProjectorSession =>
    projectorSession({ ...parts, refs, name });

  const end = async (session: ProjectorSession): Promise<void> => {
    await session.end();
    last = session.health();
  };

  /** Says once of each projection that it is paused. */
  const tell = (checkpoints: readonly Checkpoint[]): void => {
    for (const { name: projection, version, fault } of checkpoints) {
      if (fault === undefined) continue;
      const { code, position = null, type = null } = fault;
      if (isPausedByOperator(fault)) continue;
      const what = JSON.stringify([projection, version, position]);
      if (told.has(what)) continue;
      told.add(what);
      logger.error('projection paused', { projection, version, code, position, type });
    }
  };

  const once = async (wanted: WantedRows): Promise<void> => {
    const stopsBefore = stops;
    const refs = (await rows.rowCheckpoints()).filter(isActive).filter(isWanted(wanted));
    if (refs.length === 0) return;
    if (stops !== stopsBefore) throw stoppedFault();
    const session = sessionOf(refs);
    passing.add(session);
    try {
      await session.opened();
      // A feed that begins now meets an end that holds everything stored before.
      await session.wait((feed) => feed.ready());
      for (const each of rows.known())
        if (refs.some((ref) => isSame(ref, each))) ends.set(nameOf(each), each.position ?? '');
    } finally {
      await end(session);
      passing.delete(session);
      tell(rows.known());
    }
  };

  /** One at a time. A caller that comes while one is under way waits for the next, which sees what was stored until then. */
  const catchUpOnce = (wanted: WantedRows): Promise<void> => {
    const key = JSON.stringify(wanted);
    const under = catching.get(key);
    if (under === undefined) {
      const now = once(wanted).finally(() => catching.delete(key));
      catching.set(key, { now, next: undefined });
      return now;
    }
    const stopsBefore = stops;
    return (under.next ??= under.now
      .catch(() => undefined)
      .then(() => {
        if (stops !== stopsBefore) throw stoppedFault();
        return waitFor(wanted, (feed) => feed.caughtUp());
      }));
  };

  /** Waits for something of the feeds of some rows; where nothing runs, brings these to the end of the store. */
  const waitFor = async (wanted: WantedRows, what: (feed: Feed) => Promise<void>): Promise<void> => {
    if (isClosed) throw stoppedFault();
    await (live === undefined ? catchUpOnce(wanted) : live.wait(wanted, what));
  };

  const resumeAll = async (): Promise<void> => {
    for (const { name: each, version, fault } of await rows.rowCheckpoints())
      if (fault !== undefined && !isOfTable(fault) && !isPausedByOperator(fault))
        await rows.resume(each, version);
    told.clear();
  };

  const begin = async (own: ProjectorLanes, before: ProjectorLanes | undefined): Promise<void> => {
    await before?.end();
    try {
      await resumeAll().catch((fault: unknown) => {
        if (!isRetryable(fault)) throw fault;
      });
      await own.begin();
    } catch (fault) {
      if (live === own) live = undefined;
      await own.end();
      throw fault;
    }
  };

  const start = async (): Promise<void> => {
    if (isClosed) throw stoppedFault();
    if (live !== undefined && !live.hasFailed()) return begun;
    const before = live;
    live = projectorLanes({ rows, timers, session: sessionOf, end, seen: tell });
    begun = begin(live, before);
    return begun;
  };

  const stop = async (): Promise<void> => {
    stops += 1;
    const own = live;
    live = undefined;
    await own?.end();
    for (const session of passing) await session.end();
    for (const { now } of [...catching.values()]) await now.catch(() => undefined);
  };

  /** The rows of a projection, of all its versions where none is named, that are read or made anew. */
  const rowsOf = async (projection: string, version: number | undefined, slot: Slot) =>
    (await rows.rowCheckpoints()).filter((each) => each.slot === slot && isMeant(each, projection, version));

  /**
   * The live rows may be further than the last event by records of others, which a feed need not tell of: a rebuild
   * that has everything that was stored when they were there is as far as they were.
   */
  const levelled = async (
    projection: string,
    wanted: number | undefined,
    before: readonly Checkpoint[],
  ): Promise<void> => {
    for (const rebuild of await rowsOf(projection, wanted, 'rebuild')) {
      const { version, position: after } = rebuild;
      const level = before.find((each) =>
        isSame(each, { name: projection, version, slot: 'live' }),
      )?.position;
      if (rebuild.fault === undefined && level !== undefined && level > (after ?? ''))
        await rows.project(after, { events: [], position: level }, [rebuild]);
    }
  };

  /** Ends when rows that are made anew have taken the place of those that are read. */
  const switched = async (projection: string, version?: number): Promise<void> => {
    for (;;) {
      const before = await rows.rowCheckpoints();
      const left = before.filter((each) => each.slot === 'rebuild' && isMeant(each, projection, version));
      if (left.length === 0) return;
      const paused = left.find(({ fault }) => fault !== undefined);
      if (paused !== undefined) throw pausedFault(paused);
      await waitFor({ slot: 'rebuild', names: [projection] }, (feed) => feed.caughtUp());
      await levelled(projection, version, before);
    }
  };

  /** Whether rows have all that is known to be stored, where nothing runs. */
  const hasMetEnd = (checkpoint: Checkpoint): boolean => {
    const { position = '' } = checkpoint;
    const end = ends.get(nameOf(checkpoint));
    return end !== undefined && position >= end && position >= stored;
  };

  const stateOf = (checkpoint: Checkpoint): ProjectionHealth['state'] => {
    const { slot, isInline, fault, position } = checkpoint;
    if (fault !== undefined) return 'paused';
    if (slot === 'rebuild') return 'rebuilding';
    if (isInline) return 'live';
    if (live === undefined) return hasMetEnd(checkpoint) ? 'live' : 'behind';
    const feeds = live.sessions().map((session) => session.health());
    const isAtEnd = feeds.some((feed) => feed.state === 'live' && (feed.position ?? '') <= (position ?? ''));
    return isAtEnd ? 'live' : 'behind';
  };

  const projections = (): readonly ProjectionHealth[] =>
    rows.known().map((checkpoint) => {
      const { name: projection, version, position, fault, parked } = checkpoint;
      return { name: projection, version, state: stateOf(checkpoint), position, fault, parked };
    });

  return {
    start,
    stop,
    close: () => {
      isClosed = true;
      return stop();
    },
    ready: (names) => waitFor({ slot: 'live', names }, (feed) => feed.ready()),
    catchUp: (names) => waitFor({ slot: 'live', names }, (feed) => feed.caughtUp()),
    reached: (position, names) => waitFor({ slot: 'live', names }, (feed) => feed.reached(position)),
    pause: async (projection, version) => {
      await rows.pause(projection, version);
      live?.regroup();
    },
    resume: async (projection, version) => {
      await rows.resume(projection, version);
      told.clear();
      live?.regroup();
    },
    replay: async (projection, version) => {
      rebuilds += 1;
      try {
        await rows.replay(projection, version);
        live?.regroup();
        await waitFor({ slot: 'live', names: [projection] }, (feed) => feed.caughtUp());
        const paused = (await rowsOf(projection, version, 'live')).find(({ fault }) => fault !== undefined);
        if (paused !== undefined) throw pausedFault(paused);
      } finally {
        rebuilds -= 1;
      }
    },
    drop: async (projection, version) => {
      await rows.drop(projection, version);
      live?.regroup();
    },
    rebuild: async (projection, version) => {
      rebuilds += 1;
      const cancelsBefore = cancels;
      try {
        await rows.rebuild(projection, version);
        live?.regroup();
        await switched(projection, version);
        if (cancels !== cancelsBefore) throw stoppedFault();
      } finally {
        rebuilds -= 1;
      }
    },
    cancelRebuild: async (projection, version) => {
      cancels += 1;
      await rows.cancelRebuild(projection, version);
      live?.regroup();
      for (const session of passing) {
        const isForNothing = session.refs.every(
          (ref) => ref.slot === 'rebuild' && isMeant(ref, projection, version),
        );
        if (isForNothing) await session.end();
      }
    },
    isStarted: () => live !== undefined,
    heard: (position) => {
      if (position > stored) stored = position;
    },
    isRebuilding: () => rebuilds > 0,
    health: () => {
      const own = projections();
      const [session] = [...(live?.sessions() ?? []), ...passing];
      const now = session?.health() ?? last;
      const isIdle = live !== undefined && session === undefined;
      const state = isIdle ? 'live' : session === undefined ? 'stopped' : now.state;
      const degraded =
        now.degraded || own.some(({ fault }) => fault !== undefined && !isPausedByOperator(fault));
      return { name, ...now, state, degraded, projections: own };
    },
  };
};
