import type { JsonObject } from '../../domain/kernel/json.js';

/** A place in the server's log, as both clients give it. */
export interface LogPosition {
  /** Byte offset in the log of the transaction's commit. */
  readonly commit: bigint;
  /** Byte offset in the log of the record itself; equals `commit` outside explicit transactions. */
  readonly prepare: bigint;
}

/** An event as it is handed to a client. */
export interface ProposedEvent {
  /** UUID by which the server knows an event that is sent again. */
  readonly id: string;
  /** Name of the fact; `$` at its beginning is the server's own. */
  readonly type: string;
  /** Kept as JSON, so that the server's projections and its console can read it. */
  readonly contentType: 'application/json';
  /** The fact and its sealed values. */
  readonly data: JsonObject;
  /** The envelope: command, actor, times, version; as UTF-8 JSON or as what becomes it. */
  readonly metadata: JsonObject | Uint8Array;
}

/** An event as a client gives it back. What fails to parse there arrives as a text or as bytes. */
export interface RecordedEvent {
  /** UUID as it was sent. */
  readonly id: string;
  /** Name of the stream, namespace included. */
  readonly streamId: string;
  /** Place in its stream, from 0. */
  readonly revision: bigint;
  /** Name of the fact, or of a record of the server's own (`$…`). */
  readonly type: string;
  /** Parsed JSON where the client could parse it; checked before it is believed. */
  readonly data: unknown;
  /** Parsed JSON where the client could parse it; checked before it is believed. */
  readonly metadata: unknown;
  /** Place in the log; a read of a stream gives none on servers before 22.6. */
  readonly position?: LogPosition;
}

/** `event` is absent where what a link points to was deleted: then the place in the log is the link's. */
export interface ResolvedEvent {
  /** The event itself, or the one that a link points to. */
  readonly event?: RecordedEvent;
  /** The link it was reached by, where it was. */
  readonly link?: { readonly position?: LogPosition };
}

/** Revision of the stream's last event, or that the stream must not exist. */
export type ExactRevision = bigint | 'no_stream';

/** One client reads `expectedRevision`, its successor `streamState`, and each ignores the other: both are always given. */
export interface AppendOptions {
  /** What `@eventstore/db-client` reads. */
  readonly expectedRevision: ExactRevision;
  /** What `@kurrent/kurrentdb-client` reads. */
  readonly streamState: ExactRevision;
  /** Only the leader may take it: a follower refuses instead of passing it on. */
  readonly requiresLeader: boolean;
}

/** What the server made of an append. */
export interface AppendResult {
  /** False where the stream was elsewhere than expected and the client was told not to throw. */
  readonly success: boolean;
  /** Revision of the append's last event, where the server takes it for stored. */
  readonly nextExpectedRevision: bigint;
  /** Place in the log of the last event of the append. */
  readonly position?: LogPosition;
}

/** What a read gives: pages are consumed to their end, since a loop that is left early leaks the call. */
export interface Reading extends AsyncIterable<ResolvedEvent> {
  /** Only one of the two clients has it. */
  readonly cancel?: () => Promise<void>;
  /** The same one has this. */
  readonly on?: (signal: 'error', listener: (error: unknown) => void) => unknown;
}

/** Which streams the server looks for in its log, and how often it says how far it is. */
export interface PrefixFilter {
  /** By the names of streams; the server also knows filters on event types. */
  readonly filterOn: 'streamName';
  /** Beginnings of stream names; one that matches is enough. */
  readonly prefixes: string[];
  /** Records the server looks at before it gives what it found. */
  readonly maxSearchWindow: number;
  /** Search windows between two checkpoints. */
  readonly checkpointInterval: number;
  /** Must never throw: the subscription would stall for good. */
  readonly checkpointReached: (subscription: unknown, position: LogPosition) => Promise<void>;
}

/** A subscription of either client: a readable stream of events with a few more signals. */
export interface LiveSubscription extends AsyncIterable<ResolvedEvent> {
  /** Events that wait in the stream for its reader. */
  readonly readableLength: number;
  /** Listens to a signal: `caughtUp` and `fellBehind` come only from servers that know them (23.10). */
  readonly on: (
    signal: 'confirmation' | 'caughtUp' | 'fellBehind' | 'error' | 'end' | 'close',
    listener: (value: unknown) => void,
  ) => unknown;
  /** Ends the call; events that wait already may still be given. */
  readonly unsubscribe: () => Promise<void>;
}

/** What the adapter needs of a client: `EventStoreDBClient` and `KurrentDBClient` both have it. */
export interface EventStoreDbClient {
  /** Stores all events or none; rejects where the revision is another one than expected. */
  appendToStream: (stream: string, events: ProposedEvent[], options: AppendOptions) => Promise<AppendResult>;
  /** Reads one stream; rejects while it is read where the stream does not exist or was deleted. */
  readStream: (
    stream: string,
    options: {
      direction: 'forwards' | 'backwards';
      fromRevision: bigint | 'end';
      maxCount: number;
      requiresLeader: boolean;
    },
  ) => Reading;
  /** Reads the log over all streams, the server's own included where no filter holds them back. */
  readAll: (options: {
    direction: 'forwards' | 'backwards';
    fromPosition: LogPosition | 'start' | 'end';
    maxCount: number;
    requiresLeader: boolean;
    /** Only one of the two clients knows it when it reads; the other gives everything. */
    filter?: Omit<PrefixFilter, 'checkpointReached'>;
  }) => Reading;
  /** Gives what is in the log after a position, then what comes, by one path. */
  subscribeToAll: (options: {
    fromPosition: LogPosition | 'start';
    filter: PrefixFilter;
  }) => LiveSubscription;
  /** Closes the connection; calls under way fail. */
  dispose: () => Promise<void>;
}
