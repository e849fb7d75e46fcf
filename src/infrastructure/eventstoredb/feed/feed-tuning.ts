/** How a feed batches, waits and probes; times in milliseconds. Tests and long proofs scale them. */
export interface FeedTuning {
  /** Most events of one batch, and most that wait while another is handled. */
  readonly batch: number;
  /** For how long events wait for others while the feed catches up with history. */
  readonly linger: number;
  /** First pause after a fault; each further one in a row is twice as long, with chance in it. */
  readonly firstPause: number;
  /** The longest pause after a fault, however many there were. */
  readonly longestPause: number;
  /** After so long without a fault the next one counts as the first again. */
  readonly steadyAfter: number;
  /** Faults in a row after which the feed is degraded, and after every so many of which another client is made. */
  readonly degradedAfter: number;
  /** How often the end of the store is probed once the feed has met it. */
  readonly probeEvery: number;
  /** How often the end is probed before the feed has met it. */
  readonly probeEveryBehind: number;
  /** How long one probe may take. */
  readonly probeTimeout: number;
  /** Records of one probe, the newest first. */
  readonly probePage: number;
  /** A subscription that said nothing for so long, though the store has events for it, is dropped. */
  readonly silence: number;
  /** A subscription that may have missed an event, without proof of it, is begun anew at most this often. */
  readonly renewEvery: number;
  /** How long the end of a call is waited for. */
  readonly endTimeout: number;
}

export const usualFeedTuning: FeedTuning = {
  batch: 200,
  linger: 50,
  firstPause: 100,
  longestPause: 10_000,
  steadyAfter: 10_000,
  degradedAfter: 3,
  probeEvery: 30_000,
  probeEveryBehind: 2_000,
  probeTimeout: 5_000,
  probePage: 64,
  silence: 60_000,
  renewEvery: 300_000,
  endTimeout: 1_000,
};
