import type { JsonObject } from '../../domain/kernel/json.js';

/** A place in the server's log, as both clients give it. */
export interface LogPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** An event as it is handed to a client. */
export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: 'application/json';
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

/** An event as a client gives it back. What fails to parse there arrives as a text or as bytes. */
export interface RecordedEvent {
  readonly id: string;
  readonly streamId: string;
  readonly revision: bigint;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: unknown;
  readonly position?: LogPosition;
}

/** `event` is absent where what a link points to was deleted: then the place in the log is the link's. */
export interface ResolvedEvent {
  readonly event?: RecordedEvent;
  readonly link?: { readonly position?: LogPosition };
}

export type ExactRevision = bigint | 'no_stream';

/** One client reads `expectedRevision`, its successor `streamState`, and each ignores the other: both are always given. */
export interface AppendOptions {
  readonly expectedRevision: ExactRevision;
  readonly streamState: ExactRevision;
  readonly requiresLeader: boolean;
}

export interface AppendResult {
  readonly success: boolean;
  readonly nextExpectedRevision: bigint;
  readonly position?: LogPosition;
}

/** What a read gives: pages are consumed to their end, since a loop that is left early leaks the call. */
export interface Reading extends AsyncIterable<ResolvedEvent> {
  /** Only one of the two clients has it. */
  readonly cancel?: () => Promise<void>;
  /** The same one has this. */
  readonly on?: (signal: 'error', listener: (error: unknown) => void) => unknown;
}

export interface PrefixFilter {
  readonly filterOn: 'streamName';
  readonly prefixes: string[];
  readonly maxSearchWindow: number;
  readonly checkpointInterval: number;
  /** Must never throw: the subscription would stall for good. */
  readonly checkpointReached: (subscription: unknown, position: LogPosition) => Promise<void>;
}

/** A subscription of either client: a readable stream of events with a few more signals. */
export interface LiveSubscription extends AsyncIterable<ResolvedEvent> {
  readonly readableLength: number;
  readonly on: (
    signal: 'confirmation' | 'caughtUp' | 'fellBehind' | 'error' | 'end' | 'close',
    listener: (value: unknown) => void,
  ) => unknown;
  readonly unsubscribe: () => Promise<void>;
}

/** What the adapter needs of a client: `EventStoreDBClient` and `KurrentDBClient` both have it. */
export interface EventStoreDbClient {
  appendToStream: (stream: string, events: ProposedEvent[], options: AppendOptions) => Promise<AppendResult>;
  readStream: (
    stream: string,
    options: {
      direction: 'forwards' | 'backwards';
      fromRevision: bigint | 'end';
      maxCount: number;
      requiresLeader: boolean;
    },
  ) => Reading;
  readAll: (options: {
    direction: 'forwards' | 'backwards';
    fromPosition: LogPosition | 'start' | 'end';
    maxCount: number;
    requiresLeader: boolean;
    /** Only one of the two clients knows it when it reads; the other gives everything. */
    filter?: Omit<PrefixFilter, 'checkpointReached'>;
  }) => Reading;
  subscribeToAll: (options: {
    fromPosition: LogPosition | 'start';
    filter: PrefixFilter;
  }) => LiveSubscription;
  dispose: () => Promise<void>;
}
