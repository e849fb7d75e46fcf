import type { Instant } from '../../domain/kernel/instant.js';
import type { JsonObject } from '../../domain/kernel/json.js';
import type { VaultMarks } from './vault-marks.js';

/** `{namespace}{kind}-{id}`, for example `complaint-0198c…` (design: Streams). */
export type StreamName = string;

/** Place of an event in its stream, from 0. */
export type Revision = number;

/** Place of an event in the whole store: opaque, and sorts as a string. */
export type Position = string;

/** What goes with every event, in clear: pseudonyms only (design: Envelope). */
export interface EventMetadata {
  /** UUID of the command that gave the event: sent again, the command is stored once (I-25). */
  readonly commandId: string;
  /** Place of the event in its command, from 0. */
  readonly index: number;
  /** How many events that command gave. */
  readonly commandSize: number;
  /** What joins commands that belong together, by the host's word; the command's own id where it says nothing. */
  readonly correlationId: string;
  /** What led to the command, by the host's word; the command itself where it says nothing. */
  readonly causationId: string;
  /** Pseudonym of the person or machine that asked for it; never a name. */
  readonly actor: string;
  /** The role they asked in, one of `Role`. */
  readonly role: string;
  /** Pseudonym of the party that the actor is or acts for, where that is not the actor. */
  readonly party?: string;
  /** `id` of the provider profile that served it. */
  readonly provider: string;
  /** What the command came from, by the host's word, such as an import. */
  readonly source?: string;
  /** Present and true if the actor dated the fact before the clock. */
  readonly backdated?: true;
  /** Digest of what the command asked, without times and personal values: by it a repeat is told from another command. */
  readonly fingerprint?: string;
}

/** An event ready to be stored: personal values are sealed already. */
export interface NewEvent {
  /** UUID derived from the command and the place in it, so that a repeated append has the same ids. */
  readonly id: string;
  /** Name of the fact, such as `Filed`. */
  readonly type: string;
  /** Version of the shape of `data` for this type, from 1. */
  readonly version: number;
  /** When it happened in the world (UTC); never after `recordedAt` (I-19). */
  readonly occurredAt: Instant;
  /** IANA zone in which `occurredAt` was a local time. */
  readonly zone: string;
  /** When the library learned of it (UTC). */
  readonly recordedAt: Instant;
  /** The fact itself, without personal values. */
  readonly data: JsonObject;
  /** One ciphertext (base64) for each person with values in this event. */
  readonly sealed?: Readonly<Record<string, string>>;
  /** Who recorded it, by what command. */
  readonly metadata: EventMetadata;
}

/** An event as the store gives it back. */
export interface StoredEvent extends NewEvent {
  /** The stream it lies in. */
  readonly stream: StreamName;
  /** Its place there, from 0. */
  readonly revision: Revision;
  /** Its place among the events of all streams. */
  readonly position: Position;
}

/**
 * What an append expects of its stream: that it does not exist, that it does, nothing, or that its last event has
 * exactly this revision.
 */
export type Expectation = 'none' | 'exists' | 'any' | Revision;

/** Events of one command for one stream, stored all together or not at all. */
export interface AppendRequest {
  /** Made by the append where it does not exist and `expect` allows it. */
  readonly stream: StreamName;
  /** Where the stream is somewhere else, the outcome is `conflict` and nothing is stored. */
  readonly expect: Expectation;
  /** Remembered with the append: the same id on the same stream is stored once (I-25). */
  readonly commandId: string;
  /** In the order they happened; at least one. */
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

/** Which events of a stream to read; all of them where nothing is said. */
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

/** Which events of the whole store to read. */
export interface ReadAllOptions {
  /** Events after this position; from the beginning where absent. */
  readonly after?: Position;
  /** At most this many (1 to 10,000). */
  readonly limit: number;
  /** Only events of these types. */
  readonly types?: readonly string[];
  /** Only streams whose names begin with one of these. */
  readonly prefixes?: readonly string[];
}

/** Some events of the whole store, and where the next page begins. */
export interface Page {
  /** In the store's order; may be empty though more follow, where a filter left none. */
  readonly events: readonly StoredEvent[];
  /** Where to go on: the last position this page looked at, even where a filter left nothing of it. */
  readonly next: Position | undefined;
  /** True where nothing was left after this page when it was read. */
  readonly caughtUp: boolean;
}

/** What a store can do beyond keeping events. */
export interface StoreCapabilities {
  /** Rows can be written in the transaction of the events. */
  readonly inlineRows: boolean;
  /** Positions are given in commit order, so a reader that has seen one has seen all before it. */
  readonly commitOrder: true;
}

/** How much a store holds after a position; `null` for what it cannot count. */
export interface StoreLag {
  /** Events of whatever stream. */
  readonly events: number | null;
  /** Bytes of the store's log. */
  readonly bytes: number | null;
}

/** How large the files of a store are, in bytes. */
export interface StoreSize {
  /** The file itself. */
  readonly bytes: number;
  /** The log beside it, of what is not in the file yet. */
  readonly walBytes: number;
}

/** By what a store is known from every other, also from a copy of it that goes another way. */
export interface StoreIdentity {
  /** Its own id, a UUID. */
  readonly id: string;
  /** Those of the stores of whose copies it was restored, the last one first. */
  readonly earlier: readonly string[];
  /** Where it lies. */
  readonly place: string;
}

/**
 * Where events live. The contract is a published kit (`quejas/testing`) that every adapter passes (design: promise 7).
 * Faults of the store itself are thrown as errors with a `code` (`store-locked`, `store-read-only`, `store-full`,
 * `store-corrupt`, `event-damaged`, `store-altered`, `store-foreign`, `store-newer`, `store-older`, `store-missing`, `store-folder-missing`, `store-unavailable`,
 * `store-denied`, `stream-gone`, `store-closed`, `store-failed`, `event-too-large`, `append-too-large`,
 * `append-invalid`, `read-invalid`). Rows that are written with the events fail none of its calls.
 */
export interface EventStore {
  /** Fixed for the life of the store. */
  readonly capabilities: StoreCapabilities;
  /** Stores all events of the request or none; a conflict and a duplicate are outcomes, not errors. */
  readonly append: (request: AppendRequest) => Promise<AppendOutcome>;
  /** A stream's events in order; empty where it does not exist. */
  readonly read: (stream: StreamName, options?: ReadStreamOptions) => Promise<readonly StoredEvent[]>;
  /** Events of all streams in the store's order. */
  readonly readAll: (options: ReadAllOptions) => Promise<Page>;
  /** Position of the last event, `undefined` where there is none. */
  readonly head: () => Promise<Position | undefined>;
  /** How far its end is from a position, in what it can count; absent where that is nothing. */
  readonly lag?: (after: Position | undefined) => Promise<StoreLag>;
  /** Where it keeps which vault its values are sealed with; absent: in a stream of its own. */
  readonly vaultMarks?: VaultMarks;
  /**
   * By what it is known from every other store, so that what is lost of it is noticed; absent, or `undefined`, for one
   * that cannot lose anything by itself: in memory, or on a server.
   */
  readonly identity?: () => Promise<StoreIdentity | undefined>;
  /** How large its files are now; absent for one that lies in none, or on a server. */
  readonly size?: () => StoreSize;
  /** Ends when every append that was begun has its outcome. Afterwards every call fails with `store-closed`. */
  readonly close: () => Promise<void>;
}
