import type { Instant } from '../domain/kernel/instant.js';
import type { DeadlinesHealth, LateReason } from './quejas.js';

/** What a program knows of what falls due, as it last looked at the indexes. */
export interface LookedAt {
  /** When the next is to be recorded. */
  readonly due: Instant | undefined;
  /** When staff is to be told next. */
  readonly untold: Instant | undefined;
}

/** The earlier of two instants, either of which may be absent. */
export const earlier = (one: Instant | undefined, other: Instant | undefined): Instant | undefined =>
  one === undefined || (other !== undefined && other < one) ? other : one;

const unknown: DeadlinesHealth = {
  ...{ state: 'unknown', reasons: [], nextWakeAt: null, oldestDue: null, oldestUntold: null },
};

/**
 * How what falls due by itself does, by what was looked at and until when the last run was refused something
 * (`undefined`: it was refused nothing): what lies in the past is late, and why is said.
 */
export const deadlinesHealth = (
  looked: LookedAt | undefined,
  refusedUntil: Instant | undefined,
  now: Instant,
): DeadlinesHealth => {
  if (looked === undefined) return unknown;
  const late = (instant: Instant | undefined): Instant | null =>
    instant !== undefined && instant < now ? instant : null;
  const [oldestDue, oldestUntold] = [late(looked.due), late(looked.untold)];
  const reasons: LateReason[] = [];
  if (oldestDue !== null)
    reasons.push(refusedUntil !== undefined && oldestDue <= refusedUntil ? 'refused' : 'not-recorded');
  if (oldestUntold !== null) reasons.push('staff-not-told');
  const nextWakeAt = earlier(looked.due, looked.untold) ?? null;
  return { state: reasons.length === 0 ? 'ok' : 'degraded', reasons, nextWakeAt, oldestDue, oldestUntold };
};
