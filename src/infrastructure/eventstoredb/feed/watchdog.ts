import type { Position } from '../../../application/ports/event-store.js';
import { storeError } from '../../../application/errors/store-error.js';
import type { Timers } from '../../../application/ports/timers.js';
import type { EventStoreDbClient, RecordedEvent, ResolvedEvent } from '../client.js';
import { isOfServer } from '../envelope.js';
import { positionOf } from '../log-position.js';
import { entriesIn } from '../read-stream.js';
import { within } from '../timeout.js';
import type { FeedTuning } from './feed-tuning.js';
import type { HeadProbe } from './progress.js';
import type { Subscription, SubscriptionEnd } from './subscription.js';

interface Positioned {
  readonly position: Position;
  readonly record: RecordedEvent;
}

const positioned = ({ event }: ResolvedEvent): readonly Positioned[] =>
  event?.position === undefined ? [] : [{ position: positionOf(event.position), record: event }];

interface ProbeOptions {
  readonly prefixes: readonly string[];
  readonly page: number;
  readonly timeout: number;
  readonly timers: Timers;
}

/** Reads the newest page of the log. Throws if there is no answer in time, and leaves no call open then. */
const probeHead = async (
  client: EventStoreDbClient,
  seen: () => Position | undefined,
  { prefixes, page, timeout, timers }: ProbeOptions,
): Promise<HeadProbe> => {
  const reading = client.readAll({
    direction: 'backwards',
    fromPosition: 'end',
    maxCount: page,
    requiresLeader: false,
  });
  const entries = await within(timers, timeout, entriesIn(reading)).catch((error: unknown) => {
    reading.cancel?.().catch(() => undefined);
    throw error;
  });
  const records = entries.flatMap(positioned);
  const upTo = seen() ?? '';
  const isOurs = ({ record }: Positioned): boolean =>
    !isOfServer(record) && prefixes.some((prefix) => record.streamId.startsWith(prefix));
  return {
    head: records[0]?.position,
    missed: records.find((each) => each.position > upTo && isOurs(each))?.position,
    isWhole: entries.length < page || records.some(({ position }) => position <= upTo),
  };
};

/** The present subscription, and the client that it was opened with. */
export interface Watched {
  readonly client: EventStoreDbClient;
  readonly subscription: Subscription;
}

interface WatchdogOptions {
  readonly watched: () => Watched | undefined;
  /** Whether a client is still the one in use: what a discarded one answers may have been cut short. */
  readonly isInUse: (client: EventStoreDbClient) => boolean;
  readonly prefixes: readonly string[];
  readonly timers: Timers;
  readonly tuning: FeedTuning;
  readonly probed: (probe: HeadProbe) => void;
  /** A probe failed, or was not answered in time. */
  readonly unanswered: () => void;
}

export interface Watchdog {
  /** Ends when no probe is under way. */
  readonly stop: () => Promise<void>;
}

const dropped = (reason: string): SubscriptionEnd => ({
  kind: 'dropped',
  error: storeError('store-unavailable', { reason }),
});

const unconfirmed = dropped('subscription-unconfirmed');
const silent = dropped('subscription-silent');
const incomplete = dropped('subscription-incomplete');
const renewed: SubscriptionEnd = { kind: 'renewed' };

const isBeyond = (head: Position | undefined, seen: Position | undefined): boolean =>
  head !== undefined && head > (seen ?? '');

/**
 * Probes the end of the log now and then: a subscription can fall silent without an end (reference: fact 0.5), and
 * servers before 23.10 never say that the end was met.
 */
export const watchdog = ({
  watched,
  isInUse,
  prefixes,
  timers,
  tuning,
  probed,
  unanswered,
}: WatchdogOptions): Watchdog => {
  const { probeEvery, probeEveryBehind, probeTimeout, probePage, silence, renewEvery } = tuning;
  const options = { prefixes, page: probePage, timeout: probeTimeout, timers };
  let unansweredProbes = 0;
  let renewedAt = timers.now();
  let isStopped = false;
  let takeBack: () => void = () => undefined;
  let underWay: Promise<void> = Promise.resolve();

  const judge = (subscription: Subscription, probe: HeadProbe): void => {
    const isSilent = subscription.silentFor() >= silence;
    if (probe.missed !== undefined) {
      if (isSilent) subscription.end(incomplete);
    } else if (probe.isWhole) {
      if (!subscription.isLive() && subscription.silentFor() > 0) subscription.assumeCaughtUp();
    } else if (
      isSilent &&
      isBeyond(probe.head, subscription.seen()) &&
      timers.now() - renewedAt >= renewEvery
    ) {
      renewedAt = timers.now();
      subscription.end(renewed);
    }
  };

  const probe = async ({ client, subscription }: Watched): Promise<void> => {
    if (!subscription.isConfirmed()) {
      if (subscription.silentFor() >= silence) subscription.end(unconfirmed);
      return;
    }
    // Its end may have missed the subscription, which then falls silent where no probe tells of it.
    if (!isInUse(client)) {
      subscription.end(renewed);
      return;
    }
    try {
      const found = await probeHead(client, subscription.seen, options);
      if (!isInUse(client)) return;
      unansweredProbes = 0;
      probed(found);
      judge(subscription, found);
    } catch {
      unanswered();
      unansweredProbes += 1;
      if (unansweredProbes > 1 && subscription.silentFor() >= silence) subscription.end(silent);
    }
  };

  const schedule = (): void => {
    if (isStopped) return;
    const every = watched()?.subscription.isLive() === true ? probeEvery : probeEveryBehind;
    takeBack = timers.after(every, () => {
      const present = watched();
      underWay = (present === undefined ? Promise.resolve() : probe(present)).then(schedule);
    });
  };
  schedule();

  return {
    stop: async () => {
      isStopped = true;
      takeBack();
      await underWay;
    },
  };
};
