import { Readable } from 'node:stream';
import type {
  EventStoreDbClient,
  LogPosition,
  PrefixFilter,
  RecordedEvent,
  ResolvedEvent,
} from '../../../../../src/infrastructure/eventstoredb/client.js';
import { placeAt } from './records.js';

/** A subscription whose server is the test. */
export interface ScriptedSubscription {
  readonly from: LogPosition | 'start';
  readonly filter: PrefixFilter;
  readonly confirm: () => void;
  readonly give: (...records: readonly RecordedEvent[]) => void;
  readonly giveResolved: (...resolved: readonly ResolvedEvent[]) => void;
  readonly checkpoint: (commit: number) => void;
  readonly caughtUp: () => void;
  readonly fellBehind: () => void;
  /** As both clients do it: an `error`, and neither `end` nor `close` after it. */
  readonly fail: (error: unknown) => void;
  /** The server ended the call with OK. */
  readonly finish: () => void;
  /** Events that wait in the client's stream. */
  readonly buffered: () => number;
  readonly isLeft: () => boolean;
}

export interface ScriptedClient {
  readonly client: EventStoreDbClient;
  readonly subscriptions: readonly ScriptedSubscription[];
  /** The last subscription. */
  readonly last: () => ScriptedSubscription;
  /** What a look at the end of the log finds, the newest first; `silence` never answers, an error fails. */
  readonly setEnd: (end: readonly RecordedEvent[] | 'silence' | Error) => void;
  readonly probes: () => number;
  readonly openReads: () => number;
  /** What the next subscriptions do at once. */
  readonly setOpening: (opening: (subscription: ScriptedSubscription) => void) => void;
  /** Whether `unsubscribe` ends. */
  readonly setUnsubscribing: (how: 'ends' | 'hangs' | 'fails') => void;
}

const unexpected = (what: string) => (): never => {
  throw new Error(`${what} is none of a feed's calls`);
};

export const scriptedClient = (): ScriptedClient => {
  const subscriptions: ScriptedSubscription[] = [];
  let end: readonly RecordedEvent[] | 'silence' | Error = [];
  let probes = 0;
  let openReads = 0;
  let opening: (subscription: ScriptedSubscription) => void = () => undefined;
  let unsubscribing: 'ends' | 'hangs' | 'fails' = 'ends';

  const subscribeToAll: EventStoreDbClient['subscribeToAll'] = ({ fromPosition, filter }) => {
    let isLeft = false;
    const stream = new Readable({ objectMode: true, read: () => undefined });
    const giveResolved = (...resolved: readonly ResolvedEvent[]): void => {
      for (const each of resolved) stream.push(each);
    };
    const subscription: ScriptedSubscription = {
      from: fromPosition,
      filter,
      confirm: () => void stream.emit('confirmation'),
      give: (...records) => {
        giveResolved(...records.map((event) => ({ event })));
      },
      giveResolved,
      checkpoint: (commit) => void filter.checkpointReached(stream, placeAt(commit)),
      caughtUp: () => void stream.emit('caughtUp'),
      fellBehind: () => void stream.emit('fellBehind'),
      fail: (error) => void stream.emit('error', error),
      finish: () => void stream.push(null),
      buffered: () => stream.readableLength,
      isLeft: () => isLeft,
    };
    subscriptions.push(subscription);
    process.nextTick(() => {
      opening(subscription);
    });
    return Object.assign(stream, {
      unsubscribe: () => {
        isLeft = true;
        stream.push(null);
        if (unsubscribing === 'fails') return Promise.reject(new Error('the call was never made'));
        return unsubscribing === 'hangs' ? new Promise<void>(() => undefined) : Promise.resolve();
      },
    });
  };

  const readAll: EventStoreDbClient['readAll'] = ({ maxCount }) => {
    probes += 1;
    openReads += 1;
    const found = end;
    let cancel = (): void => undefined;
    const canceled = new Promise<void>((resolve) => (cancel = resolve));
    const entries = async function* (): AsyncGenerator<ResolvedEvent> {
      try {
        if (found instanceof Error) throw found;
        if (found === 'silence') await canceled;
        else for (const event of found.slice(0, maxCount)) yield { event };
      } finally {
        openReads -= 1;
      }
    };
    return Object.assign(entries(), {
      cancel: () => {
        cancel();
        return Promise.resolve();
      },
    });
  };

  return {
    client: {
      appendToStream: unexpected('an append'),
      readStream: unexpected('a read of a stream'),
      readAll,
      subscribeToAll,
      dispose: () => Promise.resolve(),
    },
    subscriptions,
    last: () => {
      const found = subscriptions.at(-1);
      if (found === undefined) throw new Error('there was no subscription yet');
      return found;
    },
    setEnd: (found) => {
      end = found;
    },
    probes: () => probes,
    openReads: () => openReads,
    setOpening: (does) => {
      opening = does;
    },
    setUnsubscribing: (how) => {
      unsubscribing = how;
    },
  };
};
