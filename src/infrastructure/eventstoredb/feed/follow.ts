import { isCodedError } from '../../../application/errors/coded-error.js';
import type { Feed, FeedHealth, FeedOptions, FeedState } from '../../../application/ports/event-feed.js';
import type { Logger } from '../../../application/ports/logger.js';
import { reasonOf } from '../../../application/errors/reason-of.js';
import { storeError } from '../../../application/errors/store-error.js';
import type { Timers } from '../../../application/ports/timers.js';
import type { EventStoreDbClient } from '../client.js';
import type { ClientHolder } from '../client-holder.js';
import { storedEvent } from '../envelope.js';
import { completeness } from './completeness.js';
import { consume } from './consume.js';
import { delivery } from './delivery.js';
import { feedHealth } from './feed-health.js';
import type { FeedTuning } from './feed-tuning.js';
import { openIntake, type Intake, type IntakeEnd } from './intake.js';
import { progressAfter } from './progress.js';
import { recovery } from './recovery.js';
import { signal } from './signal.js';
import { watchdog, type Watched } from './watchdog.js';

export interface FollowParts {
  /** Whose client the feed subscribes with, and gives up where it answers nothing any more. */
  readonly holder: Pick<ClientHolder, 'client' | 'giveUp' | 'isInUse'>;
  readonly timers: Timers;
  /** Chance in the pauses before a subscription is begun again, in [0, 1). */
  readonly random: () => number;
  readonly logger: Logger;
  readonly tuning: FeedTuning;
}

/** How a subscription went: why it ended, and what it was. */
interface Attempt {
  readonly end: IntakeEnd;
  readonly client?: EventStoreDbClient;
  readonly hasBrought: boolean;
}

/** One subscription after another, each from where everything is handled, until the feed is closed or fails. */
export const follow = (parts: FollowParts, { after, prefixes, handle }: FeedOptions): Feed => {
  const { holder, timers, random, logger, tuning } = parts;
  const progress = progressAfter(after);
  const recovering = recovery(random, tuning);
  const distance = completeness();
  const delivering = delivery({ handle, progress, distance, timers, handled: recovering.well });
  const changed = signal();
  let current: Watched | undefined;
  let isWaiting = false;
  let restarts = 0;
  let over: 'closed' | 'failed' | undefined;
  let lastError: FeedHealth['lastError'];
  let closing: Promise<void> | undefined;

  const isOver = (): boolean => over !== undefined;

  const state = (): FeedState => {
    if (over !== undefined) return over;
    if (isWaiting) return 'waiting';
    if (current?.intake.isConfirmed() !== true) return 'connecting';
    return current.intake.isLive() ? 'live' : 'catching-up';
  };

  const isComplete = (): boolean => current !== undefined && delivering.hasEverything(current.intake);

  const noteSteady = ({ confirmedFor }: Intake): void => {
    if (confirmedFor() >= tuning.steadyAfter) recovering.well();
  };

  const dog = watchdog({
    watched: () => current,
    isInUse: holder.isInUse,
    prefixes,
    timers,
    tuning,
    looked: (glance) => {
      distance.looked(glance);
      if (current === undefined) return;
      delivering.noteComplete(current.intake);
      noteSteady(current.intake);
    },
  });

  const open = (client: EventStoreDbClient): Intake =>
    openIntake(client, {
      after: progress.position(),
      prefixes,
      decode: storedEvent,
      capacity: tuning.batch,
      timers,
      endTimeout: tuning.endTimeout,
      changed: changed.raise,
      confirmed: () => {
        progress.refuse(undefined);
      },
    });

  const attempt = async (): Promise<Attempt | undefined> => {
    let client: EventStoreDbClient | undefined;
    let intake: Intake;
    try {
      client = await holder.client();
      if (isOver()) return undefined;
      intake = open(client);
    } catch (error) {
      return { end: { kind: 'dropped', error }, hasBrought: false, ...(client && { client }) };
    }
    current = { client, intake };
    try {
      const end = await consume(intake, {
        give: delivering.giveFrom(intake),
        linger: tuning.linger,
        timers,
        changed,
        isStopped: isOver,
      });
      if (end === undefined) return undefined;
      noteSteady(intake);
      return { end, client, hasBrought: intake.hasBrought() };
    } finally {
      current = undefined;
      await intake.close();
    }
  };

  /** Milliseconds to wait after an attempt. */
  const recover = ({ end, client, hasBrought }: Attempt): number => {
    restarts += 1;
    if (end.kind === 'unreadable') throw end.error;
    if (end.kind === 'renewed') return 0;
    const { pause, fault, isTired } = recovering.dropped(end.error, hasBrought);
    if (fault !== undefined) {
      const { code } = fault;
      lastError = { code, message: reasonOf(fault) };
      logger.warn('feed dropped', { ...lastError, pause, faultsInRow: recovering.faultsInRow() });
      if (code === 'store-denied') progress.refuse(fault);
    }
    if (isTired && client !== undefined) holder.giveUp(client);
    return pause;
  };

  const rest = async (pause: number): Promise<void> => {
    const due = timers.now() + pause;
    isWaiting = true;
    while (!isOver() && timers.now() < due) {
      const takeBack = timers.after(Math.max(0, due - timers.now()), changed.raise);
      await changed.raised();
      takeBack();
    }
    isWaiting = false;
  };

  const run = async (): Promise<void> => {
    while (!isOver()) {
      const went = await attempt();
      if (went !== undefined) await rest(recover(went));
    }
  };

  const fail = (error: unknown): void => {
    progress.end(error);
    // Whoever closed it while a batch was under way knows what became of that, and says what there is to say.
    if (isOver()) return;
    over = 'failed';
    const code = isCodedError(error) ? error.code : 'handler-failed';
    lastError = { code, message: reasonOf(error) };
    logger.error('feed failed', { ...lastError });
  };

  const running = run().catch(fail).finally(dog.stop);

  const close = async (): Promise<void> => {
    over ??= 'closed';
    changed.raise();
    await running;
    // Only now: who waits for a batch that could not be handled hears why.
    progress.end(storeError('store-closed'));
  };

  return {
    health: () =>
      feedHealth({
        state: state(),
        isComplete: isComplete(),
        restarts,
        lastError,
        progress,
        recovering,
        distance,
        timers,
      }),
    caughtUp: progress.caughtUp,
    reached: progress.reached,
    close: () => (closing ??= close()),
  };
};
