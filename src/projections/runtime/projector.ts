import type { FeedHealth } from '../../application/ports/event-feed.js';
import type { Projector } from '../../application/ports/projector.js';
import {
  projectorSession,
  unknownYet,
  type ProjectorSession,
  type SessionParts,
} from './projector-session.js';

type ProjectorParts = Omit<SessionParts, 'name'> & { readonly name?: string };

/**
 * Keeps rows in step with a feed. Nothing runs before `start()`, but for as long as somebody waits for `catchUp()`.
 * Where somebody else made the rows anew it goes on from where they are; what passes (a locked or full file) is tried
 * again, later each time; an event that cannot be projected stops it, and says so, until it is started again.
 */
export const createProjector = ({ name = 'rows', ...parts }: ProjectorParts): Projector => {
  let live: ProjectorSession | undefined;
  let passing: ProjectorSession | undefined;
  let catching: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let last: FeedHealth = unknownYet;

  const session = (): ProjectorSession => projectorSession({ ...parts, name });

  const end = async (one: ProjectorSession): Promise<void> => {
    await one.end();
    last = one.health();
  };

  const once = async (): Promise<void> => {
    const own = session();
    passing = own;
    try {
      await own.wait((feed) => feed.caughtUp());
    } finally {
      await end(own);
      passing = undefined;
    }
  };

  /** One at a time. Who comes while one is under way waits for the next, which sees what was stored until then. */
  const catchUpOnce = (): Promise<void> => {
    if (catching === undefined)
      return (catching = once().finally(() => {
        catching = undefined;
      }));
    return (next ??= catching
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return catchUp();
      }));
  };

  const catchUp = (): Promise<void> =>
    live === undefined ? catchUpOnce() : live.wait((feed) => feed.caughtUp());

  return {
    start: async () => {
      if (live?.hasFailed() === true) await end(live);
      else if (live !== undefined) {
        await live.opened();
        return;
      }
      const own = session();
      live = own;
      try {
        await own.opened();
      } catch (fault) {
        if (live === own) live = undefined;
        throw fault;
      }
    },
    stop: async () => {
      const own = live;
      live = undefined;
      if (own !== undefined) await end(own);
      await passing?.end();
      await catching?.catch(() => undefined);
    },
    catchUp,
    reached: (position) => (live === undefined ? catchUpOnce() : live.wait((feed) => feed.reached(position))),
    isStarted: () => live !== undefined,
    health: () => {
      const current = live ?? passing;
      return current === undefined ? { name, ...last, state: 'stopped' } : { name, ...current.health() };
    },
  };
};
