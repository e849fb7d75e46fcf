/** How long and how often the adapter tries; times in milliseconds. */
export interface Tuning {
  /** For one attempt of an append: longer than the server's own two seconds. */
  readonly appendTimeout: number;
  /** For one page of a read. */
  readonly readTimeout: number;
  /** How often a call is sent whose outcome is in doubt. */
  readonly attempts: number;
  /** From the first attempt to the last; then `store-unavailable`. */
  readonly patience: number;
  /** First pause before it is sent again; each further one is twice as long, with chance in it. */
  readonly firstPause: number;
  /** Calls under way at once: nothing is gained above 64. */
  readonly inFlight: number;
  /** Bytes of data of one append; servers before 25.1 refuse more than 1 MiB. */
  readonly largestAppend: number;
  /** For how long what is known of a stream is taken for what it is: then its end is looked at before an append. */
  readonly freshFor: number;
}

export const usualTuning: Tuning = {
  appendTimeout: 5_000,
  readTimeout: 10_000,
  attempts: 5,
  patience: 30_000,
  firstPause: 50,
  inFlight: 64,
  largestAppend: 900 * 1024,
  freshFor: 1_000,
};
