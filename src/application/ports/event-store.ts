import type { Instant } from '../../domain/kernel/instant.js';
import type { JsonObject } from '../../domain/kernel/json.js';

/** `{namespace}{kind}-{id}`, for example `complaint-0198c…` (design: Streams). */
export type StreamName = string;

/** Place of an event in its stream, from 0. */
export type Revision = number;

/** Place of an event in the whole store: opaque, and sorts as a string. */
export type Position = string;

/** What goes with every event, in clear: pseudonyms only (design: Envelope). */
export interface EventMetadata {
  readonly commandId: string;
  /** Place of the event in its command, from 0, and how many events that command gave. */
  readonly index: number;
  readonly commandSize: number;
  readonly correlationId: string;
  readonly causationId: string;
  readonly actor: string;
  readonly role: string;
  readonly provider: string;
  readonly source?: string;
  /** Present and true where the fact was dated before the clock by whoever recorded it. */
  readonly backdated?: true;
}

/** An event ready to be stored: personal values are sealed already. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly occurredAt: Instant;
  /** IANA zone in which `occurredAt` was a local time. */
  readonly zone: string;
  readonly recordedAt: Instant;
  readonly data: JsonObject;
  /** One ciphertext (base64) for each person with values in this event. */
  readonly sealed?: Readonly<Record<string, string>>;
  readonly metadata: EventMetadata;
}

/** An event as the store gives it back. */
export interface StoredEvent extends NewEvent {
  readonly stream: StreamName;
  readonly revision: Revision;
  readonly position: Position;
}

/**
 * What an append expects of its stream: that it does not exist, that it does, nothing, or that its last event has
 * exactly this revision.
 */
export type Expectation = 'none' | 'exists' | 'any' | Revision;

export interface AppendRequest {
  readonly stream: StreamName;
  readonly expect: Expectation;
  /** Remembered with the append: the same id on the same stream is stored once (I-25). */
  readonly commandId: string;
  readonly events: readonly [NewEvent, ...NewEvent[]];
}

/** What came of an append. A conflict and a duplicate are outcomes, not errors. */
export type AppendOutcome =
  | {
      readonly kind: 'appended';
      /** Revision of the last event of this append. */
      readonly revision: Revision;
      /** Position of the last event of this append. */
      readonly position: Position;
    }
  | {
      readonly kind: 'duplicate';
      /** First and last revision that the first append of this command took. */
      readonly firstRevision: Revision;
      readonly revision: Revision;
      readonly position: Position;
    }
  | { readonly kind: 'conflict'; readonly actual: Revision | 'none' };

export interface ReadStreamOptions {
  /** First revision to read (default 0). */
  readonly from?: Revision;
  /** Last revision to read. */
  readonly to?: Revision;
  /** Only events that happened by then. */
  readonly at?: Instant;
  /** Only events that were known by then. */
  readonly knownAt?: Instant;
}

export interface ReadAllOptions {
  /** Events after this position; from the beginning where absent. */
  readonly after?: Position;
  /** At most this many (1 to 10,000). */
  readonly limit: number;
  readonly types?: readonly string[];
  /** Only streams whose names begin with one of these. */
  readonly prefixes?: readonly string[];
}

export interface Page {
  readonly events: readonly StoredEvent[];
  /** Where to go on: the last position this page looked at, even where a filter left nothing of it. */
  readonly next: Position | undefined;
  /** True where nothing was left after this page when it was read. */
  readonly caughtUp: boolean;
}

export interface StoreCapabilities {
  /** Rows can be written in the transaction of the events. */
  readonly inlineRows: boolean;
  /** Positions are given in commit order, so a reader that has seen one has seen all before it. */
  readonly commitOrder: true;
}

/**
 * Where events live. The contract is a published kit (`quejas/testing`) that every adapter passes (design: promise 7).
 * Faults of the store itself are thrown as errors with a `code` (`store-locked`, `store-read-only`, `store-full`,
 * `store-corrupt`, `store-newer`, `store-older`, `store-missing`, `store-unavailable`, `store-denied`, `stream-gone`,
 * `store-closed`, `store-failed`, `event-too-large`, `append-too-large`, `append-invalid`, `read-invalid`, and `projection-failed` where rows are written with the events).
 */
export interface EventStore {
  readonly capabilities: StoreCapabilities;
  readonly append: (request: AppendRequest) => Promise<AppendOutcome>;
  /** A stream's events in order; empty where it does not exist. */
  readonly read: (stream: StreamName, options?: ReadStreamOptions) => Promise<readonly StoredEvent[]>;
  /** Events of all streams in the store's order. */
  readonly readAll: (options: ReadAllOptions) => Promise<Page>;
  /** Position of the last event, `undefined` where there is none. */
  readonly head: () => Promise<Position | undefined>;
  /** Ends when every append that was begun has its outcome. Afterwards every call fails with `store-closed`. */
  readonly close: () => Promise<void>;
}
