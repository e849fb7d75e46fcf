import type {
  AppendOutcome,
  Position,
  Revision,
  StoredEvent,
  StreamName,
} from '../../application/ports/event-store.js';
import { recentCache } from '../../application/recent-cache.js';

interface Taken {
  readonly firstRevision: Revision;
  revision: Revision;
  position: Position;
}

/** What is known of a stream: how far it goes, and which commands are in it. */
export interface KnownStream {
  /** -1 where it does not exist. */
  revision: number;
  /** When that was last so, by the timers' clock. */
  seenAt: number;
  readonly commands: Map<string, Taken>;
}

/**
 * The ledger of commands, which the server does not keep: it is read off the streams themselves, and kept for those
 * used last.
 */
export interface KnownStreams {
  readonly get: (stream: StreamName) => KnownStream | undefined;
  /** Takes in what a read from this revision on found, where that follows what is known of the stream. */
  readonly learn: (
    stream: StreamName,
    from: Revision,
    events: readonly StoredEvent[],
    seenAt: number,
  ) => void;
  readonly forget: (stream: StreamName) => void;
}

const kept = 20_000;

/** What a command that is in a stream already is answered. */
export const earlier = (known: KnownStream, commandId: string): AppendOutcome | undefined => {
  const taken = known.commands.get(commandId);
  return taken === undefined ? undefined : { kind: 'duplicate', ...taken };
};

const addEvent = (known: KnownStream, { revision, position, metadata }: StoredEvent): void => {
  // What lies between was taken away on the server: nothing of it will come any more.
  if (revision <= known.revision) return;
  known.revision = revision;
  const taken = known.commands.get(metadata.commandId);
  if (taken === undefined)
    known.commands.set(metadata.commandId, { firstRevision: revision, revision, position });
  else {
    taken.revision = revision;
    taken.position = position;
  }
};

/** A stream of which nothing is known: taken for one that does not exist. */
export const unknownStream = (seenAt = -Infinity): KnownStream => ({
  revision: -1,
  seenAt,
  commands: new Map(),
});

export const knownStreams = (): KnownStreams => {
  const cache = recentCache<KnownStream>(kept);
  return {
    get: cache.get,
    learn: (stream, from, events, seenAt) => {
      const known = cache.get(stream) ?? unknownStream(seenAt);
      if (from > known.revision + 1) return;
      for (const event of events) addEvent(known, event);
      known.seenAt = Math.max(known.seenAt, seenAt);
      cache.set(stream, known);
    },
    forget: cache.remove,
  };
};
