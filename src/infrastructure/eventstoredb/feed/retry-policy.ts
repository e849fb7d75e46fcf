import { isCodedError, type CodedError } from '../../../application/errors/coded-error.js';
import { storeError } from '../../../application/errors/store-error.js';
import { faultOf } from '../faults.js';
import type { FeedTuning } from './feed-tuning.js';

/** What follows from the end of a subscription. */
export interface Retry {
  /** Milliseconds until the next one. */
  readonly pause: number;
  /** What was wrong; absent where nothing was. */
  readonly fault?: CodedError;
  /** Whether the next attempt should use another client. */
  readonly replacesClient: boolean;
}

/** Counts faults in a row, and says how long to wait after each. */
export interface RetryPolicy {
  /** `hasGivenEvents`: whether the subscription gave any before its end. */
  readonly dropped: (error: unknown, hasGivenEvents: boolean) => Retry;
  /** Things go well: the next fault counts as the first again. */
  readonly reset: () => void;
  readonly faultsInRow: () => number;
  readonly isDegraded: () => boolean;
}

const withoutError = 'subscription-ended';

const codedErrorOf = (error: unknown): CodedError | undefined => {
  if (error === undefined || error === null) return storeError('store-unavailable', { reason: withoutError });
  if (isCodedError(error)) return error;
  const fault = faultOf(error);
  switch (fault.kind) {
    case 'too-slow':
      return undefined;
    case 'final':
      return fault.error;
    case 'doubtful':
      return storeError('store-unavailable', { reason: fault.reason }, error);
    case 'conflict':
    case 'no-stream':
      return storeError('store-failed', { reason: fault.kind }, error);
  }
};

export const retryPolicy = (random: () => number, tuning: FeedTuning): RetryPolicy => {
  const { firstPause, longestPause, degradedAfter } = tuning;
  let faults = 0;

  const growing = (): number => {
    const whole = Math.min(longestPause, firstPause * 2 ** Math.max(0, faults - 1));
    return whole * (0.5 + random() / 2);
  };

  return {
    dropped: (error, hasGivenEvents) => {
      const fault = codedErrorOf(error);
      // Dropped for being too slow is no fault of the server; a pause is needed only if nothing was gained by it.
      if (fault === undefined) return { pause: hasGivenEvents ? 0 : firstPause, replacesClient: false };
      faults += 1;
      // A refusal is an answer: another client would be refused too, and appends are under way on this one.
      const isAnswered = fault.code === 'store-denied';
      const pause = isAnswered ? longestPause : growing();
      return { pause, fault, replacesClient: !isAnswered && faults % degradedAfter === 0 };
    },
    reset: () => {
      faults = 0;
    },
    faultsInRow: () => faults,
    isDegraded: () => faults >= degradedAfter,
  };
};
