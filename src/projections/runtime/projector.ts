import type { FeedHealth } from '../../application/ports/event-feed.js';
import type { Checkpoint, ProjectionRef } from '../../application/ports/projected-rows.js';
import type { ProjectionHealth, Projector } from '../../application/ports/projector.js';
import { storeError } from '../../application/errors/store-error.js';
import { isRetryable } from './fault-code.js';
import { isSame } from './feed-run.js';
import {
  projectorSession,
  unknownYet,
  type ProjectorSession,
  type SessionParts,
} from './projector-session.js';

type ProjectorParts = Omit<SessionParts, 'name' | 'refs'> & { readonly name?: string };

/** A session, and whose rows it brings up. */
interface Lane {
  readonly refs: readonly ProjectionRef[];
  readonly session: ProjectorSession;
}

/** What runs while a projector is started: those at the front, and those that have to come up to them. */
interface Live {
  lanes: readonly Lane[];
  /** Ends when the lanes are as they should be. */
  grouping: Promise<void>;
}

/** Milliseconds between two looks at whether rows that are written with the events still are. */
const lookEvery = 1_000;

const isActive = ({ isInline, fault }: Checkpoint): boolean => !isInline && fault === undefined;

interface Groups {
  readonly leading: readonly Checkpoint[];
  readonly behind: readonly Checkpoint[];
}

/** Those that are furthest, and those that have to come up to them. */
const split = (checkpoints: readonly Checkpoint[]): Groups => {
  const active = checkpoints.filter(isActive);
  if (checkpoints.some(({ isInline }) => isInline)) return { leading: [], behind: active };
  const front = active.reduce((most, { position = '' }) => (position > most ? position : most), '');
  const isLeading = ({ slot, position = '' }: Checkpoint): boolean => slot === 'live' && position === front;
  return { leading: active.filter(isLeading), behind: active.filter((each) => !isLeading(each)) };
};

/** All in one group, once those that were behind have come up. */
const joined = (checkpoints: readonly Checkpoint[]): Groups =>
  checkpoints.some(({ isInline }) => isInline)
    ? split(checkpoints)
    : { leading: checkpoints.filter(isActive), behind: [] };

/**
 * Keeps rows in step with a feed. Nothing runs before `start()`, but for as long as a caller waits for `catchUp()`.
 * Each projection goes by its own checkpoint: those that are behind, new or made anew come up beside the others and
 * then go on with them; one that is paused is left out. Rows that are written with their events have no feed. What
 * passes (a server that is down, a locked or full file) is tried again, later each time; an event that cannot be read
 * stops it, and says so, until it is started again.
 */
export const createProjector = ({ name = 'rows', ...parts }: ProjectorParts): Projector => {
  const { rows, timers, logger } = parts;
  let live: Live | undefined;
  const passing = new Set<ProjectorSession>();
  const catching = new Map<string, { now: Promise<void>; next: Promise<void> | undefined }>();
  let last: FeedHealth = unknownYet;
  let stops = 0;
  let rebuilds = 0;
  let takeBackLook = (): void => undefined;
  const told = new Set<string>();

  const lane = (refs: readonly ProjectionRef[]): Lane => ({
    refs,
    session: projectorSession({ ...parts, refs, name }),
  });

  const end = async (session: ProjectorSession): Promise<void> => {
    await session.end();
    last = session.health();
  };

  /** Says once of each projection that it is paused. */
  const tell = (checkpoints: readonly Checkpoint[]): void => {
    for (const { name: projection, version, fault } of checkpoints) {
      if (fault === undefined) continue;
      const { code, position = null, type = null } = fault;
      const what = JSON.stringify([projection, version, position]);
      if (told.has(what)) continue;
      told.add(what);
      logger.error('projection paused', { projection, version, code, position, type });
    }
  };

  const wanted = (names: readonly string[] | undefined) => (ref: ProjectionRef) =>
    names?.includes(ref.name) ?? true;

  const once = async (names: readonly string[] | undefined): Promise<void> => {
    const stopsBefore = stops;
    const refs = (await rows.rowCheckpoints()).filter(isActive).filter(wanted(names));
    if (refs.length === 0) return;
    if (stops !== stopsBefore) throw storeError('rows-behind', { reason: 'stopped' });
    const { session } = lane(refs);
    passing.add(session);
    try {
      await session.opened();
      await session.wait((feed) => feed.caughtUp());
    } finally {
      await end(session);
      passing.delete(session);
      tell(rows.known());
    }
  };

  /** One at a time. A caller that comes while one is under way waits for the next, which sees what was stored until then. */
  const catchUpOnce = (names: readonly string[] | undefined): Promise<void> => {
    const key = JSON.stringify(names ?? null);
    const under = catching.get(key);
    if (under === undefined) {
      const now = once(names).finally(() => catching.delete(key));
      catching.set(key, { now, next: undefined });
      return now;
    }
    const stopsBefore = stops;
    return (under.next ??= under.now
      .catch(() => undefined)
      .then(() => {
        if (stops !== stopsBefore) throw storeError('rows-behind', { reason: 'stopped' });
        return catchUp(names);
      }));
  };

  /** Does work whose passing faults are tried again by what runs. */
  const through = (work: Promise<void>): Promise<void> =>
    work.catch((fault: unknown) => {
      if (!isRetryable(fault)) throw fault;
    });

  /** Begins lanes for what has to be fed; where some have to come up first, they join the others when they have. */
  const group = async (own: Live, together: boolean): Promise<void> => {
    const before = own.lanes;
    own.lanes = [];
    for (const { session } of before) await end(session);
    if (live !== own) return;
    const checkpoints = await rows.rowCheckpoints();
    tell(checkpoints);
    const { leading, behind } = together ? joined(checkpoints) : split(checkpoints);
    const lanes = [leading, behind].filter(({ length }) => length > 0).map(lane);
    own.lanes = lanes;
    const coming = behind.length === 0 ? undefined : lanes.at(-1);
    coming?.session
      .wait((feed) => feed.caughtUp())
      .then(
        () => {
          if (own.lanes === lanes) regroup(own, true);
        },
        () => undefined,
      );
    for (const { session } of lanes) await through(session.opened());
  };

  const regroup = (own: Live, together: boolean): void => {
    own.grouping = own.grouping.catch(() => undefined).then(() => group(own, together));
    own.grouping.catch(() => undefined);
  };

  /** Rows that were written with the events fall behind where another program writes without them. */
  const look = (own: Live): void => {
    takeBackLook = timers.after(lookEvery, () => {
      if (live !== own) return;
      void rows
        .rowCheckpoints()
        .then((checkpoints) => {
          const fed = own.lanes.flatMap(({ refs }) => refs);
          const isNew = (each: Checkpoint): boolean =>
            isActive(each) && !fed.some((ref) => isSame(ref, each));
          if (live === own && checkpoints.some(isNew)) regroup(own, false);
        })
        .catch(() => undefined)
        .finally(() => {
          if (live === own) look(own);
        });
    });
  };

  /** Waits for something of every lane that has to do with these projections, also where they are grouped anew. */
  const waitFor = async (
    own: Live,
    names: readonly string[] | undefined,
    what: Parameters<ProjectorSession['wait']>[0],
  ): Promise<void> => {
    for (;;) {
      await own.grouping;
      const { lanes } = own;
      try {
        await Promise.all(
          lanes.filter(({ refs }) => refs.some(wanted(names))).map(({ session }) => session.wait(what)),
        );
        return;
      } catch (fault) {
        if (own.lanes === lanes || live !== own) throw fault;
      }
    }
  };

  const catchUp = (names?: readonly string[]): Promise<void> =>
    live === undefined ? catchUpOnce(names) : waitFor(live, names, (feed) => feed.caughtUp());

  const hasFailed = (): boolean => live?.lanes.some(({ session }) => session.hasFailed()) === true;

  const resumeAll = async (): Promise<void> => {
    for (const { name: each, fault } of await rows.rowCheckpoints())
      if (fault !== undefined && fault.code !== 'projection-changed') await rows.resume(each);
    told.clear();
  };

  const begin = async (own: Live): Promise<void> => {
    try {
      await through(resumeAll());
      await through((own.grouping = group(own, false)));
      own.grouping = Promise.resolve();
    } catch (fault) {
      if (live === own) live = undefined;
      for (const { session } of own.lanes) await end(session);
      throw fault;
    }
    const isWatched = own.lanes.length === 0 || rows.known().some(({ isInline }) => isInline);
    if (live === own && isWatched) look(own);
  };

  const start = async (): Promise<void> => {
    if (live !== undefined && !hasFailed()) return live.grouping;
    const own: Live = { lanes: live?.lanes ?? [], grouping: Promise.resolve() };
    live = own;
    return begin(own);
  };

  const stateOf = ({ slot, isInline, fault, position }: Checkpoint): ProjectionHealth['state'] => {
    if (fault !== undefined) return 'paused';
    if (slot === 'rebuild') return 'rebuilding';
    if (isInline) return 'live';
    const feeds = (live?.lanes ?? []).map(({ session }) => session.health());
    const isAtEnd = feeds.some((feed) => feed.state === 'live' && (feed.position ?? '') <= (position ?? ''));
    return isAtEnd ? 'live' : 'behind';
  };

  const projections = (): readonly ProjectionHealth[] =>
    rows.known().map((checkpoint) => {
      const { name: projection, version, position, fault } = checkpoint;
      return { name: projection, version, state: stateOf(checkpoint), position, fault };
    });

  return {
    start,
    stop: async () => {
      stops += 1;
      takeBackLook();
      const own = live;
      live = undefined;
      await own?.grouping.catch(() => undefined);
      for (const { session } of own?.lanes ?? []) await end(session);
      for (const session of passing) await session.end();
      for (const { now } of [...catching.values()]) await now.catch(() => undefined);
    },
    catchUp,
    reached: (position, names) =>
      live === undefined ? catchUpOnce(names) : waitFor(live, names, (feed) => feed.reached(position)),
    resume: async (projection) => {
      await rows.resume(projection);
      told.clear();
      if (live !== undefined) regroup(live, false);
    },
    rebuild: async (projection) => {
      rebuilds += 1;
      try {
        await rows.rebuild(projection);
        if (live !== undefined) regroup(live, false);
        await catchUp([projection]);
      } finally {
        rebuilds -= 1;
      }
    },
    isStarted: () => live !== undefined,
    isRebuilding: () => rebuilds > 0,
    health: () => {
      const own = projections();
      const [session] = [...(live?.lanes.map((each) => each.session) ?? []), ...passing];
      const now = session?.health() ?? last;
      const isIdle = live !== undefined && session === undefined;
      const state = isIdle ? 'live' : session === undefined ? 'stopped' : now.state;
      const degraded = now.degraded || own.some((each) => each.state === 'paused');
      return { name, ...now, state, degraded, projections: own };
    },
  };
};
