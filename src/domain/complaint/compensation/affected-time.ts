import type { Instant } from '../../kernel/instant.js';

/** The time without what the user pays for, as far as it is known, and how much of it was compensated (I-16). */
export interface AffectedTime {
  /** From when the verified cause affected the service; `null` where none did. */
  readonly from: Instant | null;
  /** When the service was back, or was reported never to be; `null` before that. */
  readonly to: Instant | null;
  /** Until when the amounts were worked out last; `null` where none were since the cause or the restoration changed. */
  readonly assessedTo: Instant | null;
  /** Until when compensation has been granted, in whatever cycle: no hour is compensated twice. */
  readonly compensatedUntil: Instant | null;
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
  assessedTo: null,
  compensatedUntil: null,
  forceMajeureHours: 0,
};

interface Known {
  readonly affected: AffectedTime;
}

/** The work begins anew: what was compensated before stays that. */
export const affectedAnew = ({ affected }: Known): Known => ({
  affected: { ...affected, from: null, to: null, assessedTo: null },
});

/** Another cause was found, or the same one told otherwise; `null` where it affected nothing. */
export const affectedFrom = ({ affected }: Known, from: Instant | null): Known => ({
  affected: { ...affected, from, assessedTo: null },
});

/** The service is back, or will not be. */
export const affectedTo = ({ affected }: Known, to: Instant | null): Known => ({
  affected: { ...affected, to, assessedTo: null },
});
