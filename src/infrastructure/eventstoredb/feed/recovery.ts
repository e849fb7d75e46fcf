import { isCodedError, type CodedError } from '../../../application/errors/coded-error.js';
import { storeError } from '../../../application/errors/store-error.js';
import { faultOf } from '../faults.js';
import type { FeedTuning } from './feed-tuning.js';

/** What follows from the end of a subscription. */
export interface Recovering {
  /** Milliseconds until the next one. */
  readonly pause: number;
  /** What was wrong; absent where nothing was. */
  readonly fault?: CodedError;
  /** Whether it is time for another client. */
  readonly isTired: boolean;
}

/** Counts faults in a row, and says how long to wait after each. */
export interface Recovery {
  /** `hasBrought`: whether the subscription gave anything before its end. */
  readonly dropped: (error: unknown, hasBrought: boolean) => Recovering;
  /** Things go well: the next fault is the first again. */
  readonly well: () => void;
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

export const recovery = (random: () => number, tuning: FeedTuning): Recovery => {
  const { firstPause, longestPause, tiredAfter } = tuning;
  let faults = 0;

  const growing = (): number => {
    const whole = Math.min(longestPause, firstPause * 2 ** Math.max(0, faults - 1));
    return whole * (0.5 + random() / 2);
  };

  return {
    dropped: (error, hasBrought) => {
      const fault = codedErrorOf(error);
      // Let go for being too slow: it is ours to begin again, at once if that has brought us on.
      if (fault === undefined) return { pause: hasBrought ? 0 : firstPause, isTired: false };
      faults += 1;
      // Who is refused is answered: another client would be refused too, and appends are under way on this one.
      const isAnswered = fault.code === 'store-denied';
      const pause = isAnswered ? longestPause : growing();
      return { pause, fault, isTired: !isAnswered && faults % tiredAfter === 0 };
    },
    well: () => {
      faults = 0;
    },
    faultsInRow: () => faults,
    isDegraded: () => faults >= tiredAfter,
  };
};
