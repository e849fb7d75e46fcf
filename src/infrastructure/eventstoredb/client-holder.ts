import type { Timers } from '../../application/ports/timers.js';
import type { EventStoreDbClient } from './client.js';
import { checkDialect, type Dialect } from './dialect.js';
import { heededClient } from './heeded-client.js';
import { within } from './timeout.js';

/** Appends of a client share one call, and reads have one each: the one may be stuck while the other is well. */
export type CallKind = 'append' | 'read';

/** The client in use. One that answers nothing any more is given up, and another one made. */
export interface ClientHolder {
  /** The client in use, where there is one. */
  readonly current: () => EventStoreDbClient | undefined;
  /** The same, made where there is none: after the one before it has ended. */
  readonly client: () => Promise<EventStoreDbClient>;
  /** Whether this is still the client in use: what another one says any more is not to be believed. */
  readonly isInUse: (client: EventStoreDbClient) => boolean;
  /** Says that a call of this kind was answered. */
  readonly answered: (what: CallKind) => void;
  /** Says that nobody knows what became of a call: after three of its kind in a row another client is made. */
  readonly doubted: (client: EventStoreDbClient, what: CallKind) => void;
  /** Gives up a client, if it is still the one in use. */
  readonly giveUp: (client: EventStoreDbClient) => void;
  readonly dispose: () => Promise<void>;
}

const mostDoubts = 3;
const patience = 1_000;

export const clientHolder = (
  createClient: () => EventStoreDbClient,
  dialect: Dialect,
  timers: Timers,
): ClientHolder => {
  let current: EventStoreDbClient | undefined;
  let ending: Promise<void> = Promise.resolve();
  const doubts: Record<CallKind, number> = { append: 0, read: 0 };

  const end = (client: EventStoreDbClient): Promise<void> =>
    within(timers, patience, client.dispose()).catch(() => undefined);

  const giveUp: ClientHolder['giveUp'] = (client) => {
    if (client !== current) return;
    current = undefined;
    doubts.append = 0;
    doubts.read = 0;
    // One of the clients keeps its pending appends for the whole process: the old one ends before the next begins.
    ending = ending.then(() => end(client));
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
        const kept: EventStoreDbClient =
          dialect === 'eventstore'
            ? heededClient(made, () => {
                giveUp(kept);
              })
            : made;
        current = kept;
      }
      return current;
    },
    isInUse: (client) => client === current,
    answered: (what) => {
      doubts[what] = 0;
    },
    doubted: (client, what) => {
      if (client !== current) return;
      doubts[what] += 1;
      if (doubts[what] >= mostDoubts) giveUp(client);
    },
    giveUp,
    dispose: async () => {
      if (current !== undefined) giveUp(current);
      await ending;
    },
  };
};
