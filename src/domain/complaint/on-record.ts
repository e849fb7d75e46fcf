import type { Instant } from '../kernel/instant.js';
import type { Recorded } from '../kernel/message.js';

/** Where a fact stands: the event that tells it, so that rulings, notices and corrections can refer to it. */
export interface OnRecord {
  /** Revision of the event. */
  readonly revision: number;
  /** When it happened. */
  readonly occurredAt: Instant;
}

export const onRecord = ({ revision, occurredAt }: Recorded): OnRecord => ({ revision, occurredAt });
