import type { Instant } from '../../kernel/instant.js';
import type { AffectedPeriod, Period } from './periods.js';

/** The time without what the user pays for, as far as it is known, and how much of it was compensated (I-16). */
export interface AffectedTime {
  /** From when the verified cause affected the service; `null` where none did. */
  readonly from: Instant | null;
  /** When the service was back, or was reported never to be; `null` before that. */
  readonly to: Instant | null;
  /** What the amounts were worked out for last; `null` where none were since the cause, the restoration or a grant. */
  readonly assessed: Period | null;
  /** For what compensation has been granted, in whatever cycle: no hour is compensated twice. */
  readonly compensated: readonly Period[];
  /** What was owed when the work began anew, or when a cause that the user was told of was corrected: it stays owed. */
  readonly owedBefore: readonly AffectedPeriod[];
  /** For how long force majeure excuses the provider, by the recorded terms. */
  readonly forceMajeureHours: number;
}

/**
 * No time without service is known of a complaint of which nothing is recorded yet. Without terms nothing excuses the
 * provider: how long force majeure does is a matter of its contract, which a profile has to say.
 */
export const nothingAffected: AffectedTime = {
  from: null,
  to: null,
  assessed: null,
  compensated: [],
  owedBefore: [],
  forceMajeureHours: 0,
};

interface Known {
  readonly affected: AffectedTime;
}

/** The service is back, or will not be. */
export const affectedTo = ({ affected }: Known, to: Instant | null): Known => ({
  affected: { ...affected, to, assessed: null },
});
