import {
  usualFeedTuning,
  type FeedTuning,
} from '../../../src/infrastructure/eventstoredb/feed/feed-tuning.js';

/** A watchdog looks every thirty seconds; here every tenth of one. Sockets take the time that they take. */
const scale = 300;

/** Answers come at the speed of this machine, whatever the scale. */
const answerTime = 300;

export const scaledTuning: FeedTuning = {
  ...usualFeedTuning,
  linger: 5,
  firstPause: usualFeedTuning.firstPause / scale,
  longestPause: usualFeedTuning.longestPause / scale,
  steadyAfter: usualFeedTuning.steadyAfter / scale,
  probeEvery: usualFeedTuning.probeEvery / scale,
  probeEveryBehind: usualFeedTuning.probeEvery / scale,
  silence: usualFeedTuning.silence / scale,
  renewEvery: usualFeedTuning.renewEvery / scale,
  probeTimeout: answerTime,
  endTimeout: answerTime,
};

/** Milliseconds after which a subscription that brings nothing has been begun again: silence, and two looks unanswered. */
export const watchdogBound =
  scaledTuning.silence +
  2 * (scaledTuning.probeEvery + scaledTuning.probeTimeout) +
  scaledTuning.endTimeout +
  scaledTuning.longestPause;
