/** Waiting is an input, as the clock is: tests and long proofs scale it. */
export interface Timers {
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  /** Does the work after so many milliseconds; what it returns takes that back. A process stays alive until then. */
  readonly after: (milliseconds: number, work: () => void) => () => void;
}
