import type { Dialect } from '../../../../src/infrastructure/eventstoredb/dialect.js';

/** A place in `$all`, as a client gives it. */
export interface Place {
  readonly commit: bigint;
  readonly prepare: bigint;
}

export type Json = Readonly<Record<string, unknown>>;

export interface Proposal {
  readonly id: string;
  readonly type: string;
  readonly contentType: 'application/json';
  readonly data: Json | string;
  readonly metadata: Json | undefined;
}

export interface Recorded {
  readonly id: string;
  readonly streamId: string;
  readonly revision: bigint;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: unknown;
  readonly position?: Place;
}

export interface Resolved {
  readonly event?: Recorded;
  readonly commitPosition?: bigint;
}

export type Believed = bigint | 'no_stream' | 'stream_exists' | 'any';

/** The older client reads `expectedRevision`, the newer one `streamState`: both are always given. */
export interface WriteOptions {
  readonly expectedRevision: Believed;
  readonly streamState: Believed;
  readonly credentials?: { readonly username: string; readonly password: string };
  /** Milliseconds. */
  readonly deadline?: number;
  /** Bytes of one message to the server; an append that takes more is sent in several. */
  readonly batchAppendSize?: number;
}

/** A soft delete and a tombstone may not ask that the stream be there. */
export interface DeleteOptions {
  readonly expectedRevision: Exclude<Believed, 'stream_exists'>;
  readonly streamState: Exclude<Believed, 'stream_exists'>;
}

interface Windowed {
  readonly filterOn: 'streamName' | 'eventType';
  readonly checkpointInterval: number;
  readonly maxSearchWindow: number;
  readonly checkpointReached?: (subscription: unknown, position: Place) => Promise<void>;
}

export type Filter = Windowed & ({ readonly prefixes: string[] } | { readonly regex: string });

export interface BareSubscription extends AsyncIterable<Resolved> {
  readonly on: (
    signal: 'confirmation' | 'caughtUp' | 'fellBehind' | 'error' | 'end' | 'close' | 'data',
    listener: (value: unknown) => void,
  ) => unknown;
  readonly unsubscribe: () => Promise<void>;
}

export type Direction = 'forwards' | 'backwards';

/** What the facts ask of a client, without anything of ours between: both clients have it. */
export interface BareClient {
  appendToStream: (
    stream: string,
    events: Proposal[],
    options: WriteOptions,
  ) => Promise<{ readonly nextExpectedRevision: bigint; readonly position?: Place }>;
  deleteStream: (stream: string, options: DeleteOptions) => Promise<{ readonly position?: Place }>;
  tombstoneStream: (stream: string, options: DeleteOptions) => Promise<{ readonly position?: Place }>;
  readStream: (
    stream: string,
    options: { direction?: Direction; fromRevision?: bigint | 'start' | 'end'; maxCount?: number },
  ) => AsyncIterable<Resolved>;
  readAll: (options: {
    direction?: Direction;
    fromPosition?: Place | 'start' | 'end';
    maxCount?: number;
  }) => AsyncIterable<Resolved>;
  subscribeToStream: (
    stream: string,
    options: { fromRevision?: bigint | 'start' | 'end' },
  ) => BareSubscription;
  subscribeToAll: (options: { fromPosition?: Place | 'start' | 'end'; filter?: Filter }) => BareSubscription;
  dispose: () => Promise<void>;
}

/** Opens the client of a dialect. Only that one is loaded: the two do not bear each other in one process. */
export const openBareClient = async (dialect: Dialect, url: string): Promise<BareClient> => {
  if (dialect === 'eventstore') {
    const { EventStoreDBClient } = await import('@eventstore/db-client');
    return EventStoreDBClient.connectionString(url);
  }
  const { KurrentDBClient } = await import('@kurrent/kurrentdb-client');
  return KurrentDBClient.connectionString(url.replace(/^esdb/, 'kurrentdb'));
};
