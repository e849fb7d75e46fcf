import type { PublishedVersions } from '../application/calendars/published-versions.js';
import { prefixOf } from '../application/identity/stream-name.js';
import type { Clock } from '../application/ports/clock.js';
import type { EventStore, Position, StreamName } from '../application/ports/event-store.js';
import { clockEvents } from '../application/schema/clock-events.js';
import { boardCase } from '../domain/board/board-case.js';
import { boardCounter, type Board } from '../domain/board/board.js';
import type { Instant } from '../domain/kernel/instant.js';
import { namedIn, readClocks } from '../domain/sla/clocks/read-clocks.js';
import { stateOf } from './case-from-events.js';
import type { AsOf, AsOfInstants } from './case-view.js';
import { complaintAsOf } from './complaint-as-of.js';
import { asOfInstants, queryInvalid, readQuery } from './read-query.js';

/** How all complaints of a provider and their clocks stood at an instant: the numbers of the board. */
export interface SlaView extends Board {
  /** The instant of the answer. */
  readonly asOf: Instant;
}

/** As of when the numbers are asked for, and how many of the open requests are named with them. */
export interface SlaOptions extends AsOf {
  /** 0 to 10,000 open requests, what is due first at the beginning; default 0. */
  readonly items?: number;
}

interface SlaAsked extends AsOfInstants {
  readonly items: number;
}

const mostItems = 10_000;

/** Throws `query-invalid`. */
export const slaAsked = (given: unknown): SlaAsked => {
  const { at, knownAt, items = 0 } = readQuery('options', given, ['at', 'knownAt', 'items']);
  if (typeof items !== 'number' || !Number.isInteger(items) || items < 0 || items > mostItems)
    throw queryInvalid('items', items);
  return { ...asOfInstants({ at, knownAt }), items };
};

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

  return async ({ items, ...asked }: SlaAsked): Promise<SlaView> => {
    const asOf = asked.at ?? asked.knownAt ?? clock();
    const counter = boardCounter(items);
    for await (const stream of complaintStreams(parts)) {
      const told = await complaintAsOf(store, stream, asked);
      const events = clockEvents(told.events);
      const published = await versions.load(namedIn(events));
      const { clocks } = readClocks(events, published, asOf);
      const state = stateOf(told.events);
      const card = { ...state, folio: state.folio ?? told.folio };
      const each = boardCase({ card, events, clocks, published, at: asOf });
      if (each !== undefined) counter.add(each);
    }
    return { asOf, ...counter.board() };
  };
};
