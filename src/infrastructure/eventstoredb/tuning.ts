/** How long the adapter waits and tries; times in milliseconds. */
export interface Tuning {
  /** For one attempt of an append; longer than the server's own two seconds. */
  readonly appendTimeout: number;
  /** For one page of a read. */
  readonly readTimeout: number;
  /**
   * How long an append, or one page of a read, is repeated while its outcome is unknown; then `store-unavailable`. Counts
   * from the caller's call, also while it waits for others on the same stream that the server does not answer.
   */
  readonly patience: number;
  /** First pause before a call is repeated; each further one is twice as long, with chance in it. */
  readonly firstPause: number;
  /** The longest pause before a call is repeated. */
  readonly longestPause: number;
  /** Calls under way at once; more than 64 gain nothing. */
  readonly inFlight: number;
  /** Bytes of data of one append; servers before 25.1 refuse more than 1 MiB. */
  readonly largestAppend: number;
  /** How long the known end of a stream counts as fresh; later it is read again before an append. */
  readonly freshFor: number;
}

export const usualTuning: Tuning = {
  appendTimeout: 5_000,
  readTimeout: 10_000,
  patience: 30_000,
  firstPause: 50,
  longestPause: 1_000,
  inFlight: 64,
  largestAppend: 900 * 1024,
  freshFor: 1_000,
};
