import type { Position } from '../../../application/ports/event-store.js';
import { storeError } from '../../../application/errors/store-error.js';
import type { Timers } from '../../../application/ports/timers.js';
import type { EventStoreDbClient } from '../client.js';
import type { FeedTuning } from './feed-tuning.js';
import { glanceAt, type Glance } from './glance.js';
import type { Intake, IntakeEnd } from './intake.js';

/** The subscription of the moment, and the client it is of. */
export interface Watched {
  readonly client: EventStoreDbClient;
  readonly intake: Intake;
}

interface WatchdogOptions {
  readonly watched: () => Watched | undefined;
  /** Whether a client was not given up: a look through one that was may have been cut short. */
  readonly isInUse: (client: EventStoreDbClient) => boolean;
  readonly prefixes: readonly string[];
  readonly timers: Timers;
  readonly tuning: FeedTuning;
  /** What was found at the end of the log. */
  readonly looked: (glance: Glance) => void;
}

export interface Watchdog {
  /** Ends when no look is under way. */
  readonly stop: () => Promise<void>;
}

const silent = (reason: string): IntakeEnd => ({
  kind: 'dropped',
  error: storeError('store-unavailable', { reason }),
});

const unconfirmed = silent('subscription-unconfirmed');
const unanswered = silent('subscription-silent');
const withheld = silent('subscription-incomplete');

const isBeyond = (head: Position | undefined, seen: Position | undefined): boolean =>
  head !== undefined && head > (seen ?? '');

/**
 * Looks at the end of the log now and then: a subscription can fall silent without an end (reference: fact 0.5), and
 * servers before 23.10 never say that the end was met.
 */
export const watchdog = ({
  watched,
  isInUse,
  prefixes,
  timers,
  tuning,
  looked,
}: WatchdogOptions): Watchdog => {
  const { probeEvery, probeEveryBehind, probeTimeout, probePage, silence, renewEvery } = tuning;
  const options = { prefixes, page: probePage, timeout: probeTimeout, timers };
  let unansweredLooks = 0;
  let renewedAt = timers.now();
  let isStopped = false;
  let takeBack: () => void = () => undefined;
  let underWay: Promise<void> = Promise.resolve();

  const judge = (intake: Intake, glance: Glance): void => {
    const isQuiet = intake.quietFor() >= silence;
    if (glance.missed !== undefined) {
      if (isQuiet) intake.end(withheld);
    } else if (glance.isWhole) {
      if (!intake.isLive() && intake.quietFor() > 0) intake.meetEnd();
    } else if (isQuiet && isBeyond(glance.head, intake.seen()) && timers.now() - renewedAt >= renewEvery) {
      renewedAt = timers.now();
      intake.end({ kind: 'renewed' });
    }
  };

  const look = async ({ client, intake }: Watched): Promise<void> => {
    if (!intake.isConfirmed()) {
      if (intake.quietFor() >= silence) intake.end(unconfirmed);
      return;
    }
    try {
      const glance = await glanceAt(client, intake.seen, options);
      if (!isInUse(client)) return;
      unansweredLooks = 0;
      looked(glance);
      judge(intake, glance);
    } catch {
      unansweredLooks += 1;
      if (unansweredLooks > 1 && intake.quietFor() >= silence) intake.end(unanswered);
    }
  };

  const wait = (): void => {
    if (isStopped) return;
    const every = watched()?.intake.isLive() === true ? probeEvery : probeEveryBehind;
    takeBack = timers.after(every, () => {
      const now = watched();
      underWay = (now === undefined ? Promise.resolve() : look(now)).then(wait);
    });
  };
  wait();

  return {
    stop: async () => {
      isStopped = true;
      takeBack();
      await underWay;
    },
  };
};
