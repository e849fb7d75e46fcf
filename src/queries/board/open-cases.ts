import { codeOf } from '../../application/errors/code-of.js';
import { idInStream, prefixOf, streamName } from '../../application/identity/stream-name.js';
import type { PublishedVersions } from '../../application/calendars/published-versions.js';
import type { EventStore, Position, StoredEvent } from '../../application/ports/event-store.js';
import { recentCache } from '../../application/recent-cache.js';
import { clockEvents } from '../../application/schema/clock-events.js';
import { boardCase, type BoardItem } from '../../domain/board/board-case.js';
import { contributionOf } from '../../domain/board/contribution.js';
import { holdsUntil } from '../../domain/board/holds-until.js';
import type { CaseCard } from '../../domain/complaint/card.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { Contribution } from '../../domain/kernel/tally.js';
import { foldClocks, type FoldedClocks } from '../../domain/sla/clocks/clock-fold.js';
import type { ClockEvent } from '../../domain/sla/clocks/facts.js';
import { namedIn, readFolded, type Published } from '../../domain/sla/clocks/read-clocks.js';
import { stateOf } from '../case-from-events.js';

/** A complaint as its events tell it: what it is read from for the board, at any instant after the last of them. */
interface FoldedCase {
  readonly card: CaseCard;
  readonly events: readonly ClockEvent[];
  readonly folded: FoldedClocks;
  readonly published: Published;
  /** What it was found to add, as long as that holds. */
  readonly added?: HeldContribution;
}

/** What a complaint adds to the numbers of the board. */
export interface OpenContribution {
  readonly contribution: Contribution;
  /** The Monday of the week of the answer. */
  readonly thisWeek: string;
  /** As a person picks it from the board; absent where it has ended. */
  readonly item?: BoardItem;
}

interface HeldContribution extends OpenContribution {
  readonly from: Instant;
  readonly until: Instant;
}

/** What is needed to read open complaints. */
export interface OpenCasesParts {
  readonly store: Pick<EventStore, 'read' | 'readAll' | 'head'>;
  readonly namespace: string;
  readonly versions: PublishedVersions;
  /** Gives others their turn from time to time. */
  readonly turn: () => Promise<void>;
}

interface Asked {
  readonly at: Instant;
  /** A person is to pick from them. */
  readonly isPicked: boolean;
}

/** Open complaints that are remembered from one answer to the next. */
const remembered = 5_000;
const pageSize = 1_000;

/**
 * Reads open complaints for the board. What was folded is remembered as long as no event of the complaint was stored since,
 * and what it adds as long as time alone changes nothing of it: an answer reads what is new in the store, and no more.
 */
export const openCases = ({ store, namespace, versions, turn }: OpenCasesParts) => {
  const known = recentCache<FoldedCase>(remembered);
  const prefix = prefixOf(namespace, 'complaint');
  let upTo: Position | undefined;

  /** Forgets the complaints of which something was stored since the answer before. */
  const forgetChanged = async (): Promise<void> => {
    if (upTo === undefined) {
      known.clear();
      // Before the first event is read: what is stored meanwhile is read again.
      upTo = await store.head();
      return;
    }
    for (;;) {
      const page = await store.readAll({ after: upTo, limit: pageSize, prefixes: [prefix] });
      for (const { stream } of page.events) known.remove(idInStream(stream));
      upTo = page.next ?? upTo;
      if (page.caughtUp) return;
    }
  };

  /** The events of a complaint; none where its stream was deleted on the server. */
  const eventsOf = async (complaint: string): Promise<readonly StoredEvent[]> => {
    try {
      return await store.read(streamName(namespace, 'complaint', complaint));
    } catch (error) {
      if (codeOf(error) === 'stream-gone') return [];
      throw error;
    }
  };

  const fold = async (complaint: string): Promise<FoldedCase> => {
    await turn();
    const stored = await eventsOf(complaint);
    const events = clockEvents(stored);
    const published = await versions.load(namedIn(events));
    return { card: stateOf(stored), events, folded: foldClocks(events, published.policyOf), published };
  };

  const readAt = (
    { card, events, folded, published }: FoldedCase,
    at: Instant,
  ): HeldContribution | undefined => {
    const { clocks } = readFolded(folded, published.calendarOf, at);
    const each = boardCase({ card, events, clocks, published, at });
    if (each === undefined) return undefined;
    const calendar = each.calendar === null ? undefined : published.calendarOf(each.calendar);
    const { item, thisWeek } = each;
    return {
      contribution: contributionOf(each),
      ...{ thisWeek, ...(item !== null && { item }) },
      ...{ from: at, until: holdsUntil({ each, folded, calendar, at }) },
    };
  };

  const holds = ({ from, until }: HeldContribution, at: Instant): boolean => from <= at && at < until;

  const read = async (complaint: string, { at, isPicked }: Asked): Promise<OpenContribution | undefined> => {
    const found = known.get(complaint) ?? (await fold(complaint));
    if (!isPicked && found.added !== undefined && holds(found.added, at)) return found.added;
    const added = readAt(found, at);
    known.set(complaint, { ...found, ...(added && { added }) });
    return added;
  };

  const readAll = async (
    complaints: readonly string[],
    asked: Asked,
  ): Promise<readonly OpenContribution[]> => {
    await forgetChanged();
    const all: OpenContribution[] = [];
    for (const complaint of complaints) {
      const each = await read(complaint, asked);
      if (each !== undefined) all.push(each);
    }
    return all;
  };

  let before: Promise<unknown> = Promise.resolve();

  return {
    /** What each of these complaints adds. One answer is read after the other: an event between two is missed by neither. */
    read: (complaints: readonly string[], asked: Asked): Promise<readonly OpenContribution[]> => {
      const reading = before.then(() => readAll(complaints, asked));
      before = reading.catch(() => undefined);
      return reading;
    },
  };
};
