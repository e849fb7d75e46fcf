import { oneAtATime } from '../../application/commands/one-at-a-time.js';
import type { EventFeed, Feed } from '../../application/ports/event-feed.js';
import type { AppendOutcome, AppendRequest, EventStore } from '../../application/ports/event-store.js';
import { storeError } from '../../application/errors/store-error.js';
import { mustHave } from '../../application/errors/option-faults.js';
import type { Logger } from '../../application/ports/logger.js';
import type { Timers } from '../../application/ports/timers.js';
import { systemTimers } from '../shared/system/system-timers.js';
import { isAsOf } from '../../application/schema/as-of.js';
import { checkReadAll, checkReadStream } from '../shared/read-check.js';
import { untilClosed } from '../shared/store-lifecycle.js';
import { appendStream } from './append-stream.js';
import { callWith } from './calls.js';
import type { EventStoreDbClient, Reading } from './client.js';
import { clientSlot } from './client-slot.js';
import type { Dialect } from './dialect.js';
import { eventStoreDbFeed } from './feed/event-store-db-feed.js';
import type { FeedTuning } from './feed/feed-tuning.js';
import { inFlightLimit } from './in-flight.js';
import { knownStreams } from './known-streams.js';
import { bytesBetween } from './log-position.js';
import { allReader } from './read-all.js';
import { pageInTime, readStream } from './read-stream.js';
import { usualTuning, type Tuning } from './tuning.js';

/** What the adapter runs on: the host's own client, and how patient it is. */
export interface EventStoreDbOptions {
  /**
   * Makes a client of `@eventstore/db-client` or `@kurrent/kurrentdb-client`. Called when the store is first used, and
   * again if a client does not answer any more; the store disposes of what it made.
   */
  readonly createClient: () => EventStoreDbClient;
  /** Which of the two it makes. Verified: the two read the same options under other names. */
  readonly dialect: Dialect;
  /** Only streams that begin with one of these are looked at by `readAll` and `head` (default: all but the server's). */
  readonly prefixes?: readonly string[];
  /** What waits (default: the system's timers). */
  readonly timers?: Timers;
  /** Chance in the pauses before a call is sent again, in [0, 1). */
  readonly random?: () => number;
  /** Timeouts, pauses and limits of single calls, where the usual ones do not fit. */
  readonly tuning?: Partial<Tuning>;
  /** Batches, pauses and probes of feeds, where the usual ones do not fit. */
  readonly feedTuning?: Partial<FeedTuning>;
  /** Told of the faults that feeds meet. */
  readonly logger?: Logger;
}

/** Events in EventStoreDB, and feeds of what is new there. */
export type EventStoreDb = EventStore & EventFeed;

/**
 * Events in EventStoreDB or KurrentDB, on the host's own client. Nothing is connected before the first call. Throws
 * `option-invalid`, and the codes of `EventStore`.
 */
export const eventStoreDb = (options: EventStoreDbOptions): EventStoreDb => {
  mustHave('eventStoreDb', options, { createClient: 'function', dialect: 'string' });
  const { createClient, dialect, prefixes, timers = systemTimers, random = Math.random } = options;
  const tuning = { ...usualTuning, ...options.tuning };
  const slot = clientSlot(createClient, dialect, timers);
  const callParts = { slot, inFlight: inFlightLimit(tuning.inFlight), timers, random, tuning };
  const streams = knownStreams();
  const inTurn = oneAtATime();

  const page = (reading: Reading) => pageInTime(timers, tuning.readTimeout, reading);
  const reading = callWith('read', callParts, tuning.readTimeout);
  const read = readStream(reading, page);

  /** Reads a stream, and remembers how far it goes. */
  const readAndLearn: typeof read = async (stream, range, deadline) => {
    const seenAt = timers.now();
    const events = await read(stream, range, deadline);
    if (range?.to === undefined) streams.learn(stream, range?.from ?? 0, events, seenAt);
    return events;
  };

  const append = appendStream({
    call: callWith('append', callParts, tuning.appendTimeout),
    streams,
    read: (stream, from, deadline) => readAndLearn(stream, { from }, deadline),
    timers,
    tuning,
  });

  /**
   * One append after another for each stream. The time of one that waits for others counts from its call, or from the
   * last answer of the server: a queue behind a server that answers may take longer.
   */
  const appendInTurn = (request: AppendRequest): Promise<AppendOutcome> => {
    const calledAt = timers.now();
    return inTurn(request.stream, () =>
      append(request, Math.max(calledAt, slot.answeredAt('append')) + tuning.patience),
    );
  };

  const all = allReader(reading, page, prefixes);
  const { logger, feedTuning } = options;
  const feed = eventStoreDbFeed({
    slot,
    timers,
    random,
    logger,
    tuning: feedTuning,
    newest: all.newest,
  });
  const feeds = new Set<Feed>();

  const { using, isClosed, close } = untilClosed({
    stop: async () => {
      await Promise.all([...feeds].map((one) => one.close()));
    },
    end: slot.dispose,
  });

  return {
    capabilities: { inlineRows: false, commitOrder: true },
    append: (request) => using(() => appendInTurn(request)),
    read: (stream, range = {}) =>
      using(async () => {
        checkReadStream(range);
        const events = await readAndLearn(stream, range);
        return events.filter((event) => isAsOf(event, range));
      }),
    readAll: (range) =>
      using(async () => {
        checkReadAll(range);
        return all.readAll(range);
      }),
    head: () => using(all.head),
    lag: (after) => using(async () => ({ events: null, bytes: bytesBetween(after, await all.head()) })),
    subscribe: (options) => {
      if (isClosed()) throw storeError('store-closed');
      const begun = feed.subscribe(options);
      feeds.add(begun);
      return {
        ...begun,
        close: async () => {
          await begun.close();
          feeds.delete(begun);
        },
      };
    },
    close,
  };
};
