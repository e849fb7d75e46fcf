import type { Moment } from '../../../domain/kernel/instant.js';

/** What every command takes besides its own fields. */
export interface EveryInput {
  /**
   * Id of the command, the caller's own: a reference, best a UUIDv7. Sent again for the same complaint it gives its first
   * outcome with `duplicate: true`, and stores nothing (I-25).
   */
  readonly commandId: string;
  /** When it happened: a `Date`, or ISO 8601 with an offset (default: now). Earlier than now is allowed, later is not. */
  readonly occurredAt?: Moment;
  /** The revision it was decided on, as `show` told it: at another one by now it is refused (`revision-conflict`). */
  readonly expectedRevision?: number;
}
