import type { Instant } from '../../kernel/instant.js';

/** A deadline as it stood when something was recorded about it: the clock, its cycle, its due instant, its sources. */
export interface DeadlineRef {
  /** Which one, as the table of clocks has it: `C-07` for the repair. */
  readonly clock: string;
  /** Which cycle of the complaint it ran in, from 1. */
  readonly cycle: number;
  /** Which one of the clock's in that cycle, from 1; absent: the first. */
  readonly run?: number | undefined;
  /**
   * UTC instant it was due at, as counted when this was recorded (I-18); as it was before a pause that has no
   * known end.
   */
  readonly dueAt: Instant;
  /** `id@version`. */
  readonly policy: string;
  /** Calendar it was counted on, `id@version`. */
  readonly calendar: string;
}

/** What staff is told of about deadlines. */
export const alertedActs = ['warning', 'breach', 'escalation'] as const;
/** What staff is told of about deadlines. */
export type AlertedAct = (typeof alertedActs)[number];

/** What was recorded about deadlines. Running, paused and stopped clocks are derived, never stored (design: Clocks). */
export interface DeadlinesEvents {
  /** A share of the term was consumed. */
  readonly SlaWarned: DeadlineRef & { readonly percent: number };
  /** A fact of the past: no later success takes it away (I-24). */
  readonly SlaBreached: DeadlineRef;
  /** Staff was told of the highest of what was recorded since it was told last; that tells of all of it. */
  readonly StaffAlerted: {
    /** What it was told of. */
    readonly act: AlertedAct;
    /** Percent of a warning, level of an escalation; absent for a breach. */
    readonly level?: number | undefined;
    /** The clock; absent for an escalation. */
    readonly clock?: string | undefined;
    /** Which cycle of the complaint, from 1. */
    readonly cycle: number;
    /** Which one of the clock's in that cycle, from 1; absent: the first. */
    readonly run?: number | undefined;
    /** Revision of the last event that it told of: what was recorded later it was not told of. */
    readonly upTo: number;
    /** Key of the digest that it was told by, where many were due at once. */
    readonly digest?: string | undefined;
  };
  /** Terms were counted anew, on other policies or calendars. */
  readonly ClocksRecomputed: {
    readonly policy: string;
    readonly policyVersion: number;
    readonly calendars: readonly string[];
    readonly reason: RecomputeReason;
  };
}

/** Why deadlines were counted anew. `late-fact`: something was learned that happened before what was recorded. */
export const recomputeReasons = ['policy-change', 'calendar-change', 'late-fact', 'correction'] as const;
/** Why deadlines were counted anew. */
export type RecomputeReason = (typeof recomputeReasons)[number];

/** What may be recorded about deadlines; by the system. */
export interface DeadlinesCommands {
  /** A deadline draws near. */
  readonly warnOfDeadline: DeadlinesEvents['SlaWarned'];
  /** A deadline was missed. */
  readonly recordBreach: DeadlinesEvents['SlaBreached'];
  /** Staff was told of what fell due. */
  readonly recordAlert: DeadlinesEvents['StaffAlerted'];
  /**
   * Counts the deadlines by other policies or calendars from now on; what is not said is as the provider's filings have
   * it today.
   */
  readonly recomputeClocks: Pick<DeadlinesEvents['ClocksRecomputed'], 'reason'> &
    Partial<Omit<DeadlinesEvents['ClocksRecomputed'], 'reason'>>;
}
