import type { PublishedVersions } from '../../application/calendars/published-versions.js';
import { codeOf } from '../../application/errors/code-of.js';
import { prefixOf } from '../../application/identity/stream-name.js';
import type { Clock } from '../../application/ports/clock.js';
import type { EventStore, Position, StreamName } from '../../application/ports/event-store.js';
import { clockEvents } from '../../application/schema/clock-events.js';
import { boardCase } from '../../domain/board/board-case.js';
import { boardCounter, boardSides, type Board, type BoardSide } from '../../domain/board/board.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { namedIn, readClocks } from '../../domain/sla/clocks/read-clocks.js';
import { stateOf } from '../case-from-events.js';
import type { AsOf, AsOfInstants } from '../case-view.js';
import { complaintAsOf } from '../complaint-as-of.js';
import type { BoardAsOf, KeptBoard } from './kept-board.js';
import { between, oneOf, queryInvalid } from '../query-faults.js';
import { asOfInstants, readQuery } from '../read-query.js';

/** How all complaints of a provider and their clocks stood at an instant: the numbers of the board. */
export interface SlaView extends Board {
  /** The instant of the answer. */
  readonly asOf: Instant;
}

/** As of when the numbers are asked for, by what they are told apart, and how many open requests are named with them. */
export interface SlaOptions extends AsOf {
  /**
   * By what the numbers are told apart too; default: by each of `boardSides`. With `[]` the numbers of now are those that
   * are kept in rows, where these can be read; everything else is folded from the events of each request.
   */
  readonly by?: readonly BoardSide[];
  /** 0 to 10,000 open requests, what is due first at the beginning; default 0. */
  readonly items?: number;
}

/** The same, as it was checked. */
export interface SlaAsked extends AsOfInstants {
  readonly items: number;
  readonly by: readonly BoardSide[];
}

const mostItems = 10_000;

/** The sides that are asked for, all where nothing is said. Throws `query-invalid`. */
const sidesIn = (given: unknown): readonly BoardSide[] => {
  if (given === undefined) return boardSides;
  const asked: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (!Array.isArray(given) || !asked.every((each) => boardSides.some((side) => side === each)))
    throw queryInvalid('by', given, oneOf(boardSides));
  return boardSides.filter((side) => asked.includes(side));
};

/** Throws `query-invalid`. */
export const slaAsked = (given: unknown): SlaAsked => {
  const { at, knownAt, items = 0, by } = readQuery('options', given, ['at', 'knownAt', 'items', 'by']);
  if (typeof items !== 'number' || !Number.isInteger(items) || items < 0 || items > mostItems)
    throw queryInvalid('items', items, between(0, mostItems));
  return { ...asOfInstants({ at, knownAt }), items, by: sidesIn(by) };
};

interface SlaParts {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly namespace: string;
  readonly provider: string;
  /** Id of the policy that requests are filed under today. */
  readonly policy: string;
  readonly versions: PublishedVersions;
  /** Gives others their turn from time to time: signals, and a host's other work. */
  readonly turn: () => Promise<void>;
  /** The board as rows keep it; absent where there are none. */
  readonly kept?: KeptBoard | undefined;
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

/** What rows throw that are behind, paused, held or absent: the events tell the same. Damage is told. */
const isOfRows = (error: unknown): boolean => {
  const code = codeOf(error);
  return code?.startsWith('rows-') === true && code !== 'rows-corrupt';
};

/**
 * All complaints of a provider and their clocks: what had happened by an instant, as it was known at one. The numbers of
 * now, without sides, are read from rows where these are fit to be read; everything else is folded from the events, one
 * complaint after another. Both ways tell the same.
 */
export const createSla = (parts: SlaParts) => {
  const { store, clock, versions, policy, turn, kept } = parts;

  const folded = async ({ items, by, ...asked }: SlaAsked, asOf: Instant): Promise<Board> => {
    const counter = boardCounter({ most: items, by, policy });
    for await (const stream of complaintStreams(parts)) {
      await turn();
      const told = await complaintAsOf(store, stream, asked);
      const events = clockEvents(told.events);
      const published = await versions.load(namedIn(events));
      const { clocks } = readClocks(events, published, asOf);
      const state = stateOf(told.events);
      const card = { ...state, folio: state.folio ?? told.folio };
      const each = boardCase({ card, events, clocks, published, at: asOf });
      if (each !== undefined) counter.add(each);
    }
    return counter.board();
  };

  const fromRows = async ({ at, knownAt, by, items }: SlaAsked): Promise<BoardAsOf | undefined> => {
    if (at !== undefined || knownAt !== undefined || by.length > 0) return undefined;
    try {
      return await kept?.(items);
    } catch (error) {
      if (isOfRows(error)) return undefined;
      throw error;
    }
  };

  return async (asked: SlaAsked): Promise<SlaView> => {
    const read = await fromRows(asked);
    if (read !== undefined) return { asOf: read.asOf, ...read.board };
    const asOf = asked.at ?? asked.knownAt ?? clock();
    return { asOf, ...(await folded(asked, asOf)) };
  };
};
