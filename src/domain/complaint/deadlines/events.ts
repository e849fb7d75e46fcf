import type { Instant } from '../../kernel/instant.js';

/** A deadline as it stood when something was recorded about it: the clock, its cycle, its due instant, its sources. */
export interface DeadlineRef {
  readonly clock: string;
  readonly cycle: number;
  readonly dueAt: Instant;
  /** `id@version`. */
  readonly policy: string;
  readonly calendar: string;
}

/** What was recorded about deadlines. Running, paused and stopped clocks are derived, never stored (design: Clocks). */
export interface DeadlinesEvents {
  readonly SlaWarned: DeadlineRef & { readonly percent: number };
  /** A fact of the past: no later success takes it away (I-24). */
  readonly SlaBreached: DeadlineRef;
  readonly ClocksRecomputed: {
    readonly policy: string;
    readonly policyVersion: number;
    readonly calendars: readonly string[];
    readonly reason: RecomputeReason;
  };
}

/** Why deadlines were counted anew. `late-fact`: something was learned that happened before what was recorded. */
export const recomputeReasons = ['policy-change', 'calendar-change', 'late-fact', 'correction'] as const;
export type RecomputeReason = (typeof recomputeReasons)[number];
