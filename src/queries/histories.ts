import type { PublishedVersions } from '../application/calendars/published-versions.js';
import { idInStream, prefixOf } from '../application/identity/stream-name.js';
import type { Clock } from '../application/ports/clock.js';
import type { EventStore, Position, StoredEvent, StreamName } from '../application/ports/event-store.js';
import { clockEvents } from '../application/schema/clock-events.js';
import type { Instant } from '../domain/kernel/instant.js';
import { namedIn, readClocks } from '../domain/sla/clocks/read-clocks.js';
import type { ClockStanding, NotStartedClock, UnansweredClock } from '../domain/sla/clocks/reading.js';
import type { AsOfInstants } from './case-view.js';
import { complaintAsOf } from './complaint-as-of.js';

/** A clock of a complaint: `state` tells which of the readings it is. */
export type HistoryClock = NotStartedClock | ClockStanding | UnansweredClock;

/** A complaint as its events tell it. */
export interface ComplaintHistory {
  /** Identity of the complaint in its stream's name. */
  readonly complaint: string;
  /** Its number, also where it was given after the instant asked for; `null` where it has none. */
  readonly folio: string | null;
  /** Its events in the order of their revisions, sealed values and all; never none. */
  readonly events: readonly StoredEvent[];
  /** How its clocks stood. */
  readonly clocks: readonly HistoryClock[];
}

/** Some complaints, and where the next page begins. */
export interface HistoriesPage {
  /** In the order of their filings; may be fewer than asked for though more follow. */
  readonly items: readonly ComplaintHistory[];
  /** Where to go on. */
  readonly next: Position | undefined;
  /** True where nothing was left after this page when it was read. */
  readonly caughtUp: boolean;
  /** The instant that clocks were read at. */
  readonly asOf: Instant;
}

/** Which complaints are asked for, and as of when. */
export interface HistoriesAsked extends AsOfInstants {
  readonly limit: number;
  readonly after?: Position | undefined;
  readonly asOf?: Instant | undefined;
}

interface HistoriesParts {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly namespace: string;
  readonly provider: string;
  readonly versions: PublishedVersions;
}

/** Every complaint of a provider with its events and clocks, page by page: what had happened, as it was known. */
export const createHistories = ({ store, clock, namespace, provider, versions }: HistoriesParts) => {
  const prefixes = [prefixOf(namespace, 'complaint')];

  const historyOf = async (
    stream: StreamName,
    asked: AsOfInstants,
    at: Instant,
  ): Promise<readonly ComplaintHistory[]> => {
    const { events, folio } = await complaintAsOf(store, stream, asked);
    if (events.length === 0) return [];
    const told = clockEvents(events);
    const { clocks } = readClocks(told, await versions.load(namedIn(told)), at);
    return [{ complaint: idInStream(stream), folio, events, clocks }];
  };

  return async ({ limit, after, asOf, at, knownAt }: HistoriesAsked): Promise<HistoriesPage> => {
    const read = asOf ?? at ?? knownAt ?? clock();
    const page = await store.readAll({
      ...(after !== undefined && { after }),
      ...{ limit, types: ['Filed'], prefixes },
    });
    const streams = page.events
      .filter(({ metadata }) => metadata.provider === provider)
      .map(({ stream }) => stream);
    const found = await Promise.all(streams.map((stream) => historyOf(stream, { at, knownAt }, read)));
    return { items: found.flat(), next: page.next, caughtUp: page.caughtUp, asOf: read };
  };
};
