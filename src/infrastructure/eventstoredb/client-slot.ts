import type { Timers } from '../../application/ports/timers.js';
import type { EventStoreDbClient } from './client.js';
import { checkDialect, type Dialect } from './dialect.js';
import { leavesSharedCall, takesSharedCall, withCallsOfItsOwn } from './shared-appends.js';
import { within } from './timeout.js';
import { watchedClient } from './watched-client.js';

/** Appends of a client share one call, and reads have one each: one kind may be stuck while the other works. */
export type CallKind = 'append' | 'read';

/** Holds the client in use, and replaces one that does not answer any more. */
export interface ClientSlot {
  /** The client in use, where there is one. */
  readonly current: () => EventStoreDbClient | undefined;
  /** The same; made if there is none, after the client before it has ended. */
  readonly client: () => Promise<EventStoreDbClient>;
  /** Whether this is still the client in use: answers of a discarded one are not reliable. */
  readonly isInUse: (client: EventStoreDbClient) => boolean;
  /** Records that a call of this kind was answered. */
  readonly answered: (kind: CallKind) => void;
  /** When a call of this kind was last answered, by the timers' clock; `-Infinity` before the first. */
  readonly answeredAt: (kind: CallKind) => number;
  /** Records that the outcome of a call is unknown: after three of its kind in a row another client is made. */
  readonly unanswered: (client: EventStoreDbClient, kind: CallKind) => void;
  /** Discards a client, if it is still the one in use. */
  readonly discard: (client: EventStoreDbClient) => void;
  readonly dispose: () => Promise<void>;
}

const mostUnanswered = 3;
const disposeTimeout = 1_000;

export const clientSlot = (
  createClient: () => EventStoreDbClient,
  dialect: Dialect,
  timers: Timers,
): ClientSlot => {
  let current: EventStoreDbClient | undefined;
  let ending: Promise<void> = Promise.resolve();
  const unanswered: Record<CallKind, number> = { append: 0, read: 0 };
  const answeredAt: Record<CallKind, number> = { append: -Infinity, read: -Infinity };

  const end = (client: EventStoreDbClient): Promise<void> =>
    within(timers, disposeTimeout, client.dispose()).catch(() => undefined);

  const discard: ClientSlot['discard'] = (client) => {
    if (client !== current) return;
    current = undefined;
    unanswered.append = 0;
    unanswered.read = 0;
    // `@eventstore/db-client` keeps its pending appends for the whole process: the old one ends before the next begins.
    ending = ending.then(() => end(client));
  };

  const slot = {};
  /** Of the older client, one at most in the process sends its appends together. */
  const older = (made: EventStoreDbClient): EventStoreDbClient => {
    const kept = watchedClient(takesSharedCall(slot) ? made : withCallsOfItsOwn(made), () => {
      discard(kept);
    });
    return kept;
  };

  return {
    current: () => current,
    client: async () => {
      for (let ended; ended !== ending;) {
        ended = ending;
        await ended;
      }
      if (current === undefined) {
        const made = createClient();
        checkDialect(made, dialect);
        current = dialect === 'eventstore' ? older(made) : made;
      }
      return current;
    },
    isInUse: (client) => client === current,
    answered: (kind) => {
      unanswered[kind] = 0;
      answeredAt[kind] = timers.now();
    },
    answeredAt: (kind) => answeredAt[kind],
    unanswered: (client, kind) => {
      if (client !== current) return;
      unanswered[kind] += 1;
      if (unanswered[kind] >= mostUnanswered) discard(client);
    },
    discard,
    dispose: async () => {
      if (current !== undefined) discard(current);
      await ending;
      leavesSharedCall(slot);
    },
  };
};
