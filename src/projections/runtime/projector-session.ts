import type { Feed, FeedHealth } from '../../application/ports/event-feed.js';
import type { Position } from '../../application/ports/event-store.js';
import type { Logger } from '../../application/ports/logger.js';
import { reasonOf } from '../../application/errors/reason-of.js';
import type { Checkpoint, ProjectionRef } from '../../application/ports/projected-rows.js';
import type { Timers } from '../../application/ports/timers.js';
import { isRetryable } from './fault-code.js';
import { codeOf } from '../../application/errors/code-of.js';
import { runFeed, stoppedFault, type FeedRunParts } from './feed-run.js';
import { isSame } from './projection-ref.js';
import { mustFollow } from './same-store.js';

export interface SessionParts extends FeedRunParts {
  /** Whose rows it brings up. */
  readonly refs: readonly ProjectionRef[];
  readonly timers: Timers;
  readonly logger: Logger;
  /** Names the rows to people: where they are. */
  readonly name: string;
}

/** A feed of which nothing is known yet. */
export const unknownYet: FeedHealth = {
  state: 'connecting',
  position: undefined,
  lagBytes: null,
  lagSeconds: null,
  restarts: 0,
  faultsInRow: 0,
  degraded: false,
  lastError: undefined,
};

/** Rows that follow a feed from now on, through faults that are retried, until it is ended. */
export interface ProjectorSession {
  readonly refs: readonly ProjectionRef[];
  /** Whether it brings these rows on: not those that were paused while it went by, also where they are resumed. */
  readonly feeds: (ref: ProjectionRef) => boolean;
  /** How the first opening went. Where it failed with a fault that is retried, others follow. */
  readonly opened: () => Promise<void>;
  /** Waits for something of the feed, also where it had to begin anew meanwhile. */
  readonly wait: (what: (feed: Feed) => Promise<void>) => Promise<void>;
  readonly hasFailed: () => boolean;
  readonly health: () => FeedHealth;
  readonly end: () => Promise<void>;
}

const firstPause = 1_000;
const longestPause = 30_000;
/** Faults in a row after which the rows are degraded, as a feed is. */
const tiredAfter = 3;

/** The position from which each of some projections has all that it lacks. */
const leastOf = (checkpoints: readonly Checkpoint[]): Position | undefined => {
  const positions = checkpoints.filter(({ fault }) => fault === undefined).map(({ position }) => position);
  const known = positions.filter((position) => position !== undefined).sort();
  return known.length < positions.length ? undefined : known[0];
};

const onePerPosition = (checkpoints: readonly Checkpoint[]): readonly Checkpoint[] => [
  ...new Map(checkpoints.map((each) => [each.lastEvent?.position, each])).values(),
];

export const projectorSession = (parts: SessionParts): ProjectorSession => {
  const { rows, store, refs, timers, logger, name } = parts;
  let ended = false;
  let failed = false;
  let resting = false;
  /** Whether it is the rows that are waited for, or the store has answered: then no fault of the store holds them up. */
  let isAtRows = false;
  let restarts = 0;
  let faults = 0;
  let lastError: FeedHealth['lastError'];
  let feed: Feed | undefined;
  /** The feed that was under way at our last fault: what it tells is older than that. */
  let older: Feed | undefined;
  let wake = (): void => undefined;
  /** Those that were paused since the feed was opened. */
  let left: readonly ProjectionRef[] = [];

  const isEnded = (): boolean => ended;

  const note = (fault: unknown): void => {
    const code = codeOf(fault) ?? 'projection-failed';
    // Rows that moved are no fault: another process made them anew.
    if (code === 'rows-moved') return;
    faults += 1;
    lastError = { code, message: reasonOf(fault) };
    older = feed;
    logger[isRetryable(fault) ? 'warn' : 'error']('rows do not follow', { rows: name, code });
  };

  const rest = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      resting = true;
      const cancel = timers.after(milliseconds, () => wake());
      wake = () => {
        cancel();
        resting = false;
        resolve();
      };
    });

  const open = async (): Promise<Feed> => {
    isAtRows = true;
    const found = await rows.rowCheckpoints();
    isAtRows = false;
    const own = found.filter((each) => refs.some((ref) => isSame(ref, each)));
    for (const checkpoint of onePerPosition(own)) await mustFollow(store, checkpoint, name);
    if (ended) throw stoppedFault();
    left = own.filter(({ fault }) => fault !== undefined);
    feed = runFeed(parts, refs, leastOf(own), {
      heard: () => {
        isAtRows = true;
      },
      projected: () => {
        faults = 0;
      },
      paused: (paused) => {
        left = paused;
      },
      broken: (fault) => {
        if (ended) note(fault);
        else opening = keep(goOn(fault));
      },
    });
    return feed;
  };

  const goOn = async (first: unknown): Promise<Feed> => {
    let fault = first;
    await feed?.close();
    while (!isEnded()) {
      note(fault);
      if (!isRetryable(fault)) {
        failed = true;
        break;
      }
      if (codeOf(fault) !== 'rows-moved') await rest(Math.min(firstPause * 2 ** (faults - 1), longestPause));
      if (isEnded()) break;
      restarts += 1;
      try {
        return await open();
      } catch (next) {
        fault = next;
      }
    }
    throw fault;
  };

  /** Callers that wait are told of a failure; it also stands in the health. */
  const keep = (work: Promise<Feed>): Promise<Feed> => {
    work.catch(() => undefined);
    return work;
  };

  const begun = open();
  let opening = keep(begun.catch(goOn));

  /** Also where the feed failed by itself: with an event that cannot be read. */
  const hasFailed = (): boolean => failed || feed?.health().state === 'failed';

  const stateOf = ({ state }: FeedHealth): FeedHealth['state'] => {
    if (hasFailed()) return 'failed';
    if (resting) return 'waiting';
    return isAtRows && state === 'connecting' ? 'catching-up' : state;
  };

  return {
    refs,
    feeds: (ref) => refs.some((own) => isSame(own, ref)) && !left.some((paused) => isSame(paused, ref)),
    opened: async () => {
      await begun;
    },
    wait: async (what) => {
      for (;;) {
        const current = await opening;
        try {
          await what(current);
          return;
        } catch (fault) {
          // The feed alone is closed: the store may be open, and the rows be started again.
          if (ended && codeOf(fault) === 'store-closed') throw stoppedFault();
          if (codeOf(fault) !== 'rows-moved' || ended) throw fault;
        }
      }
    },
    hasFailed,
    health: () => {
      const now = feed?.health() ?? unknownYet;
      return {
        ...now,
        state: stateOf(now),
        restarts: restarts + now.restarts,
        faultsInRow: faults + now.faultsInRow,
        degraded: hasFailed() || faults >= tiredAfter || now.degraded,
        lastError: (feed === older ? undefined : now.lastError) ?? lastError,
      };
    },
    end: async () => {
      ended = true;
      wake();
      await opening.catch(() => undefined);
      await feed?.close();
    },
  };
};
