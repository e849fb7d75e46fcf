import type { PublishedVersions } from '../application/calendars/published-versions.js';
import { prefixOf } from '../application/identity/stream-name.js';
import type { Clock } from '../application/ports/clock.js';
import type { EventStore, Position, StreamName } from '../application/ports/event-store.js';
import { publicStatus } from '../domain/complaint/status.js';
import { statuses, type Status } from '../domain/complaint/vocabulary.js';
import type { Instant } from '../domain/kernel/instant.js';
import { namedIn, readClocks } from '../domain/sla/clocks/read-clocks.js';
import { clockCounter, type ClockSummaries } from '../domain/sla/summary.js';
import { clockEvents } from '../application/schema/clock-events.js';
import { stateOf } from './case-from-events.js';
import type { AsOfInstants } from './case-view.js';

/** How all complaints of a provider and their clocks stood at an instant. */
export interface SlaView extends ClockSummaries {
  /** The instant of the answer. */
  readonly asOf: Instant;
  /** Complaints that had not ended. */
  readonly open: number;
  /** Complaints that had ended, by whatever ending: with the open ones, all that were filed. */
  readonly closed: number;
  /** How many stood in each status. */
  readonly byStatus: Readonly<Record<Status, number>>;
}

interface SlaParts {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly namespace: string;
  readonly provider: string;
  readonly versions: PublishedVersions;
}

const pageSize = 1_000;

/** The streams of a provider's complaints, in the order of their filings. */
async function* complaintStreams({ store, namespace, provider }: SlaParts): AsyncGenerator<StreamName> {
  let after: Position | undefined;
  for (;;) {
    const page = await store.readAll({
      ...(after !== undefined && { after }),
      limit: pageSize,
      types: ['Filed'],
      prefixes: [prefixOf(namespace, 'complaint')],
    });
    for (const { stream, metadata } of page.events) if (metadata.provider === provider) yield stream;
    if (page.caughtUp || page.next === undefined) return;
    after = page.next;
  }
}

/**
 * All complaints of a provider and their clocks, folded from their events, one complaint after another: what had happened
 * by an instant, as it was known at one.
 */
export const createSla = (parts: SlaParts) => {
  const { store, clock, versions } = parts;

  return async (asked: AsOfInstants): Promise<SlaView> => {
    const asOf = asked.at ?? asked.knownAt ?? clock();
    const counter = clockCounter();
    const byStatus = new Map<Status, number>(statuses.map((status) => [status, 0]));
    let [open, closed] = [0, 0];
    for await (const stream of complaintStreams(parts)) {
      const events = await store.read(stream, asked);
      const state = stateOf(events);
      if (state.filing === null) continue;
      const status = publicStatus(state.facets);
      byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
      if (state.facets.ending === 'open') open += 1;
      else closed += 1;
      const told = clockEvents(events);
      counter.add(readClocks(told, await versions.load(namedIn(told)), asOf).clocks);
    }
    return { asOf, open, closed, byStatus: statusCounts(byStatus), ...counter.summary() };
  };
};

const statusCounts = (counted: ReadonlyMap<Status, number>): SlaView['byStatus'] => ({
  acknowledged: counted.get('acknowledged') ?? 0,
  inProgress: counted.get('inProgress') ?? 0,
  pending: counted.get('pending') ?? 0,
  held: counted.get('held') ?? 0,
  resolved: counted.get('resolved') ?? 0,
  closed: counted.get('closed') ?? 0,
  cancelled: counted.get('cancelled') ?? 0,
  rejected: counted.get('rejected') ?? 0,
});
