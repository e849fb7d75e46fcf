import type { FeedHealth } from '../../application/ports/event-feed.js';
import type { Projector } from '../../application/ports/projector.js';
import { storeError } from '../../application/errors/store-error.js';
import { isPassing } from './fault-code.js';
import {
  projectorSession,
  unknownYet,
  type ProjectorSession,
  type SessionParts,
} from './projector-session.js';

type ProjectorParts = Omit<SessionParts, 'name'> & { readonly name?: string };

/**
 * Keeps rows in step with a feed. Nothing runs before `start()`, but for as long as a caller waits for `catchUp()`.
 * Where another process made the rows anew it goes on from where they are; what passes (a server that is down, a locked
 * or full file) is tried again, later each time; an event that cannot be projected, or that cannot be read, stops it,
 * and says so, until it is started again.
 */
export const createProjector = ({ name = 'rows', ...parts }: ProjectorParts): Projector => {
  let live: ProjectorSession | undefined;
  let passing: ProjectorSession | undefined;
  let catching: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let last: FeedHealth = unknownYet;
  let stops = 0;

  const session = (): ProjectorSession => projectorSession({ ...parts, name });

  const end = async (one: ProjectorSession): Promise<void> => {
    await one.end();
    last = one.health();
  };

  const once = async (): Promise<void> => {
    const own = session();
    passing = own;
    try {
      await own.opened();
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
    const stopsBefore = stops;
    return (next ??= catching
      .catch(() => undefined)
      .then(() => {
        if (stops !== stopsBefore) throw storeError('rows-behind', { reason: 'stopped' });
        next = undefined;
        return catchUp();
      }));
  };

  const catchUp = (): Promise<void> =>
    live === undefined ? catchUpOnce() : live.wait((feed) => feed.caughtUp());

  const begin = async (own: ProjectorSession): Promise<void> => {
    try {
      await own.opened();
    } catch (fault) {
      if (isPassing(fault)) return;
      if (live === own) live = undefined;
      throw fault;
    }
  };

  return {
    start: async () => {
      const failed = live?.hasFailed() === true ? live : undefined;
      const own = failed === undefined ? (live ?? session()) : session();
      live = own;
      if (failed !== undefined) await end(failed);
      await begin(own);
    },
    stop: async () => {
      stops += 1;
      next = undefined;
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
