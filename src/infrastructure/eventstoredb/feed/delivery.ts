import type { FeedOptions } from '../../../application/ports/event-feed.js';
import type { Timers } from '../../../application/ports/timers.js';
import type { Completeness } from './completeness.js';
import type { Intake } from './intake.js';
import type { Taken } from './line.js';
import type { Progress } from './progress.js';

interface DeliveryParts {
  readonly handle: FeedOptions['handle'];
  readonly progress: Progress;
  readonly distance: Completeness;
  readonly timers: Timers;
  /** A batch was handled. */
  readonly handled: () => void;
}

/** Gives the handler what a subscription brought, and passes a position over only when that is done. */
export interface Delivery {
  readonly giveFrom: (intake: Intake) => (taken: Taken) => Promise<void>;
  /** Whether a subscription brought everything, as far as anybody knows, and all of it is handled. */
  readonly hasEverything: (intake: Intake) => boolean;
  readonly noteComplete: (intake: Intake) => void;
}

export const delivery = ({ handle, progress, distance, timers, handled }: DeliveryParts): Delivery => {
  let isHandling = false;

  const hasEverything = (intake: Intake): boolean =>
    intake.isLive() &&
    intake.isEmpty() &&
    intake.ended() === undefined &&
    !isHandling &&
    !distance.isMissing(progress.position());

  const noteComplete = (intake: Intake): void => {
    if (hasEverything(intake)) distance.complete(progress.position(), timers.now());
  };

  const giveFrom =
    (intake: Intake) =>
    async ({ events, position, metEnd }: Taken): Promise<void> => {
      const before = progress.position();
      if (position !== undefined && position > (before ?? '')) {
        // Until these came, nothing was missing.
        if (intake.isLive() && !metEnd && !distance.isMissing(before))
          distance.complete(before, intake.waitingSince());
        isHandling = true;
        await handle({ events, position, caughtUp: intake.isLive() });
        isHandling = false;
        progress.handled(position);
        handled();
      }
      if (metEnd) progress.metEnd();
      noteComplete(intake);
    };

  return { giveFrom, hasEverything, noteComplete };
};
