import type { Feed } from '../../application/ports/event-feed.js';
import type {
  Checkpoint,
  ProjectedRows,
  ProjectionRef,
  Slot,
} from '../../application/ports/projected-rows.js';
import type { Timers } from '../../application/ports/timers.js';
import { isRetryable } from './fault-code.js';
import { stoppedFault } from './feed-run.js';
import type { ProjectorSession } from './projector-session.js';

/** Whose rows are meant: those that are read or made anew, of these projections (default: of all). */
export interface WantedRows {
  readonly slot: Slot;
  readonly names?: readonly string[] | undefined;
}

export const isWanted =
  ({ slot, names }: WantedRows) =>
  (ref: ProjectionRef): boolean =>
    ref.slot === slot && (names?.includes(ref.name) ?? true);

/** Whether rows need a feed. */
export const isActive = ({ isInline, fault }: Checkpoint): boolean => !isInline && fault === undefined;

interface LanesParts {
  readonly rows: Pick<ProjectedRows, 'rowCheckpoints'>;
  readonly timers: Timers;
  /** A session that brings up the rows of these projections. */
  readonly session: (refs: readonly ProjectionRef[]) => ProjectorSession;
  readonly end: (session: ProjectorSession) => Promise<void>;
  /** Told how far all are, whenever that was read. */
  readonly seen: (checkpoints: readonly Checkpoint[]) => void;
}

/** What runs while a projector is started: those at the front, and those that have to come up to them. */
export interface ProjectorLanes {
  /** Ends when it has begun, or has met a fault that is retried. */
  readonly begin: () => Promise<void>;
  /** Begins anew with what has to be fed now. */
  readonly regroup: () => void;
  /** Waits for something of the feeds of all these rows, also where they are grouped anew meanwhile. */
  readonly wait: (wanted: WantedRows, what: (feed: Feed) => Promise<void>) => Promise<void>;
  readonly sessions: () => readonly ProjectorSession[];
  readonly hasFailed: () => boolean;
  readonly end: () => Promise<void>;
}

/** Milliseconds between two looks at whether other rows have to be fed: other programs pause, resume and write them. */
const lookEvery = 1_000;

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

/** Does work whose passing faults are tried again by what runs. */
const through = (work: Promise<void>): Promise<void> =>
  work.catch((fault: unknown) => {
    if (!isRetryable(fault)) throw fault;
  });

export const projectorLanes = ({ rows, timers, session, end, seen }: LanesParts): ProjectorLanes => {
  let lanes: readonly ProjectorSession[] = [];
  let ended = false;
  let takeBackLook = (): void => undefined;
  let grouping: Promise<void> = Promise.resolve();
  /** The grouping that has not begun yet; it also serves callers that ask for another meanwhile. */
  let next: { readonly done: Promise<void>; isTogether: boolean } | undefined;

  const isEnded = (): boolean => ended;

  /** Begins lanes for what has to be fed; where some have to come up first, they join the others when they have. */
  const group = async (together: boolean): Promise<void> => {
    const checkpoints = await rows.rowCheckpoints();
    seen(checkpoints);
    const before = lanes;
    lanes = [];
    for (const each of before) await end(each);
    if (isEnded()) return;
    const { leading, behind } = together ? joined(checkpoints) : split(checkpoints);
    const own = [leading, behind].filter(({ length }) => length > 0).map(session);
    lanes = own;
    const coming = behind.length === 0 ? undefined : own.at(-1);
    coming
      ?.wait((feed) => feed.ready())
      .then(
        () => {
          if (lanes === own) regroup(true).catch(() => undefined);
        },
        () => undefined,
      );
    for (const each of own) await through(each.opened());
  };

  const regroup = (together: boolean): Promise<void> => {
    if (next !== undefined) {
      next.isTogether &&= together;
      return next.done;
    }
    const done = grouping
      .catch(() => undefined)
      .then(() => {
        const isTogether = next?.isTogether === true;
        next = undefined;
        return group(isTogether);
      });
    next = { done, isTogether: together };
    grouping = done;
    done.catch(() => undefined);
    return done;
  };

  /** Ends when no grouping is under way. What went wrong with one, its lanes say. */
  const grouped = async (): Promise<void> => {
    for (let awaited; awaited !== grouping;) {
      awaited = grouping;
      await awaited.catch(() => undefined);
    }
  };

  const isFed = (checkpoint: Checkpoint): boolean => lanes.some((each) => each.feeds(checkpoint));

  const look = (): void => {
    takeBackLook = timers.after(lookEvery, () => {
      void rows
        .rowCheckpoints()
        .then((checkpoints) => {
          const isBehind = checkpoints.some((each) => isActive(each) && !isFed(each));
          return isBehind && !ended ? regroup(false) : undefined;
        })
        .catch(() => undefined)
        .finally(() => {
          if (!ended) look();
        });
    });
  };

  const wait: ProjectorLanes['wait'] = async (wanted, what) => {
    const isOurs = isWanted(wanted);
    for (;;) {
      await grouped();
      if (isEnded()) throw stoppedFault();
      const own = lanes;
      try {
        const needed = (await rows.rowCheckpoints()).filter(isActive).filter(isOurs);
        if (lanes !== own) continue;
        if (!needed.every(isFed)) {
          await regroup(false);
          continue;
        }
        const waited = own.filter((each) => each.refs.some(isOurs));
        await Promise.all(waited.map((each) => each.wait(what)));
        return;
      } catch (fault) {
        if (lanes === own || ended) throw fault;
      }
    }
  };

  return {
    begin: async () => {
      await through(regroup(false));
      if (!isEnded()) look();
    },
    regroup: () => {
      regroup(false).catch(() => undefined);
    },
    wait,
    sessions: () => lanes,
    hasFailed: () => lanes.some((each) => each.hasFailed()),
    end: async () => {
      ended = true;
      takeBackLook();
      await grouped();
      for (const each of lanes) await end(each);
    },
  };
};
