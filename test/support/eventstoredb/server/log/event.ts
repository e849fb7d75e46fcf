/** A place in `$all`, in bytes of the log: where the event's transaction was committed and where the event stands. */
export interface Position {
  readonly commit: number;
  readonly prepare: number;
}

/** An event as a client proposes it. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** An event as the log keeps it. `revision` counts from 0 in its stream; `created` is in milliseconds since 1970. */
export interface LoggedEvent extends NewEvent {
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly created: number;
}

/** What a writer believes of a stream: an exact last revision, or one of the three words of the protocol. */
export type Expected = number | 'no-stream' | 'stream-exists' | 'any';

/** The revision of a tombstone; on the wire it is the greatest 64-bit number. */
export const tombstoneRevision = Number.POSITIVE_INFINITY;

/** The type of the event that ends a stream for ever. */
export const tombstoneType = '$streamDeleted';

/** The sign of two places in `$all`: negative where `a` comes before `b`. */
export const comparePositions = (a: Position, b: Position): number =>
  a.commit === b.commit ? a.prepare - b.prepare : a.commit - b.commit;
