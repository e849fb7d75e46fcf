import type { Refused } from '../../domain/kernel/decision.js';
import { dayMs } from '../../domain/kernel/durations.js';
import { millisecondsOf, type Instant } from '../../domain/kernel/instant.js';

/** Why nothing is recorded by this clock in a stream whose last event was recorded then; `null` where it may. */
export type ClockRefusal = (now: Instant, lastRecordedAt: Instant | undefined) => Refused | null;

/** Clocks of machines differ; what leads this one by more than this was recorded by a wrong clock, or this one is wrong. */
const mostBehind = dayMs;

/** A case may rest for years. A clock that leaves this much out was set wrong. */
const mostAhead = 10 * 366 * dayMs;

/** By how much the last event was recorded later than the clock says, in milliseconds. */
const leadOver = (now: Instant, lastRecordedAt: Instant): number =>
  millisecondsOf(lastRecordedAt) - millisecondsOf(now);

/** Whether the time of a stream's last event is no sign of what time it is, so that the next one does not take it over. */
export const isBeyondBelief = (now: Instant, lastRecordedAt: Instant): boolean =>
  leadOver(now, lastRecordedAt) > mostBehind;

/** Refuses where the clock lies more than ten years after the last event of the stream. */
export const refuseAhead: ClockRefusal = (now, lastRecordedAt) =>
  lastRecordedAt !== undefined && leadOver(now, lastRecordedAt) < -mostAhead
    ? { ok: false, code: 'clock-ahead', details: { now, recordedAt: lastRecordedAt } }
    : null;

/** Refuses where the clock lies more than a day before the last event of the stream, or more than ten years after it. */
export const refuseWrongClock: ClockRefusal = (now, lastRecordedAt) =>
  lastRecordedAt !== undefined && isBeyondBelief(now, lastRecordedAt)
    ? { ok: false, code: 'clock-behind', details: { now, recordedAt: lastRecordedAt } }
    : refuseAhead(now, lastRecordedAt);
