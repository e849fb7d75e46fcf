import type { Timers } from '../../../application/ports/timers.js';
import type { Intake, IntakeEnd } from './intake.js';
import type { Taken } from './line.js';
import type { Signal } from './signal.js';

interface ConsumeOptions {
  readonly give: (taken: Taken) => Promise<void>;
  /** For how long events wait for others where nothing is urgent. */
  readonly linger: number;
  readonly timers: Timers;
  readonly changed: Signal;
  readonly isStopped: () => boolean;
}

/**
 * Gives on what a subscription brings until it is over and everything it brought is handled, or until it is stopped:
 * history and news by the same path, the first in batches, the second as they come. Rejects where giving fails.
 */
export const consume = async (intake: Intake, options: ConsumeOptions): Promise<IntakeEnd | undefined> => {
  const { give, linger, timers, changed, isStopped } = options;

  const rest = (): number =>
    intake.isUrgent() ? 0 : Math.max(0, intake.waitingSince() + linger - timers.now());

  const raisedWithin = async (milliseconds: number): Promise<void> => {
    const takeBack = timers.after(milliseconds, changed.raise);
    await changed.raised();
    takeBack();
  };

  while (!isStopped()) {
    const isEmpty = intake.isEmpty();
    const waits = isEmpty ? 0 : rest();
    if (waits > 0) await raisedWithin(waits);
    else if (!isEmpty) await give(intake.take());
    else {
      const end = intake.ended();
      if (end !== undefined) return end;
      await changed.raised();
    }
  }
  return undefined;
};
