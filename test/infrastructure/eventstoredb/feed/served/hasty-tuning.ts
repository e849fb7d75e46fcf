import type { FeedTuning } from '../../../../../src/infrastructure/eventstoredb/feed/feed-tuning.js';

/** All that a feed waits for, a hundred times as fast. */
export const hastyTuning: Partial<FeedTuning> = {
  linger: 5,
  firstPause: 5,
  longestPause: 100,
  steadyAfter: 200,
  probeEvery: 300,
  probeEveryBehind: 100,
  probeTimeout: 500,
  silence: 600,
  renewEvery: 3_000,
};
