/** An instant on the wall: a local date, milliseconds after its 00:00, and the offset that its clocks show. */
export interface WallTime {
  /** Local date, in days since 1970. */
  readonly day: number;
  /** Milliseconds after its 00:00. */
  readonly time: number;
  /** Milliseconds east of UTC. */
  readonly offset: number;
}

/** Open time within one local date's interval and one offset. */
export interface Piece {
  /** Local date on which the interval starts, in days since 1970. */
  readonly day: number;
  /** Milliseconds after 00:00 of the date; beyond 24 hours where a shift runs past midnight. */
  readonly from: number;
  /** Where it ends, counted the same way. */
  readonly to: number;
  /** Milliseconds east of UTC. */
  readonly offset: number;
  /** Whether a pause takes it away. */
  readonly paused: boolean;
}

/** Dates that follow each other, with the same pieces each; none where whole days are counted. */
export interface StepRun {
  /** First local date, in days since 1970. */
  readonly first: number;
  /** The last one. */
  readonly last: number;
  /** What is open on each of them. */
  readonly pieces: readonly Piece[];
}

/** One step of how a due instant was counted, in the order in which a person would count. */
export type Step =
  | { readonly kind: 'calendar'; readonly id: string; readonly version: number; readonly zone: string }
  | { readonly kind: 'start'; readonly at: WallTime }
  /** `always`: on a calendar that never closes, on which hours and days are those of any day. */
  | { readonly kind: 'target-time'; readonly ms: number; readonly always: boolean }
  | { readonly kind: 'target-days'; readonly days: number; readonly always: boolean }
  | { readonly kind: 'received'; readonly day: number }
  | { readonly kind: 'pause'; readonly from: WallTime; readonly to: WallTime | undefined }
  /**
   * Dates from `first` to `last` with the same pieces each, all of them counted; `sum` is the running total. `weeks`: the
   * same dates of so many weeks that follow each other, the first of them these; absent: of one.
   */
  | {
      readonly kind: 'counted';
      readonly first: number;
      readonly last: number;
      readonly pieces: readonly Piece[];
      readonly ms: number;
      readonly sum: number;
      readonly weeks?: number;
    }
  | { readonly kind: 'paused'; readonly piece: Piece; readonly ms: number }
  | { readonly kind: 'closed'; readonly day: number; readonly why: 'holiday' | 'override' }
  /** Hours that a change of clocks passes over; `to` and `from` as in a piece. */
  | { readonly kind: 'skipped'; readonly day: number; readonly from: number; readonly to: number }
  | {
      readonly kind: 'open-days';
      readonly first: number;
      readonly last: number;
      readonly nth: number;
      readonly always: boolean;
      readonly weeks?: number;
    }
  /** Runs of dates that come again together every so many weeks, so many times; `ms` is what one turn of them counts. */
  | {
      readonly kind: 'counted-in-turn';
      readonly runs: readonly StepRun[];
      readonly every: number;
      readonly times: number;
      readonly ms: number;
      readonly sum: number;
    }
  | {
      readonly kind: 'open-days-in-turn';
      readonly runs: readonly StepRun[];
      readonly every: number;
      readonly times: number;
      readonly nth: number;
      readonly always: boolean;
    }
  | { readonly kind: 'paused-day'; readonly day: number }
  /** `isPast`: before the start of its term. */
  | { readonly kind: 'fixed'; readonly at: WallTime; readonly isPast: boolean }
  | { readonly kind: 'held-up' }
  | { readonly kind: 'due'; readonly at: WallTime };

/** What is told of a date, or of dates that follow each other. */
export type DayStep = Extract<
  Step,
  {
    readonly kind:
      | 'counted'
      | 'counted-in-turn'
      | 'paused'
      | 'closed'
      | 'skipped'
      | 'open-days'
      | 'open-days-in-turn'
      | 'paused-day';
  }
>;
