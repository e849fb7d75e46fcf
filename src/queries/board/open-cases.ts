import { idInStream, prefixOf, streamName } from '../../application/identity/stream-name.js';
import type { PublishedVersions } from '../../application/calendars/published-versions.js';
import type { EventStore, Position } from '../../application/ports/event-store.js';
import { recentCache } from '../../application/recent-cache.js';
import { clockEvents } from '../../application/schema/clock-events.js';
import { boardCase, type BoardCase } from '../../domain/board/board-case.js';
import type { CaseCard } from '../../domain/complaint/card.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { foldClocks, type FoldedClocks } from '../../domain/sla/clocks/clock-fold.js';
import type { ClockEvent } from '../../domain/sla/clocks/facts.js';
import { namedIn, readFolded, type Published } from '../../domain/sla/clocks/read-clocks.js';
import { stateOf } from '../case-from-events.js';

/** A complaint as the board reads it, at any instant after its last event. */
interface FoldedCase {
  readonly card: CaseCard;
  readonly events: readonly ClockEvent[];
  readonly folded: FoldedClocks;
  readonly published: Published;
}

/** What is needed to read open complaints. */
export interface OpenCasesParts {
  readonly store: Pick<EventStore, 'read' | 'readAll' | 'head'>;
  readonly namespace: string;
  readonly versions: PublishedVersions;
}

/** Open complaints whose events are remembered from one answer to the next. */
const remembered = 5_000;
const pageSize = 1_000;

/**
 * Reads open complaints for the board. What was folded is remembered, as long as no event of the complaint has been stored
 * since: an answer reads what is new in the store, and reads the clocks of the others at its own instant.
 */
export const openCases = ({ store, namespace, versions }: OpenCasesParts) => {
  const known = recentCache<FoldedCase>(remembered);
  const prefix = prefixOf(namespace, 'complaint');
  let upTo: Position | undefined;

  /** Forgets the complaints of which something was stored since the answer before. */
  const forgetChanged = async (): Promise<void> => {
    if (upTo === undefined) {
      known.clear();
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

  const fold = async (complaint: string): Promise<FoldedCase> => {
    const stored = await store.read(streamName(namespace, 'complaint', complaint));
    const events = clockEvents(stored);
    const published = await versions.load(namedIn(events));
    return { card: stateOf(stored), events, folded: foldClocks(events, published.policyOf), published };
  };

  const folded = async (complaint: string): Promise<FoldedCase> => {
    const found = known.get(complaint) ?? (await fold(complaint));
    known.set(complaint, found);
    return found;
  };

  return {
    /** What the board takes from each of these complaints at an instant that no event of theirs lies after. */
    read: async (complaints: readonly string[], at: Instant): Promise<readonly BoardCase[]> => {
      await forgetChanged();
      const cases: BoardCase[] = [];
      for (const complaint of complaints) {
        const { card, events, folded: clocksFolded, published } = await folded(complaint);
        const { clocks } = readFolded(clocksFolded, published.calendarOf, at);
        const each = boardCase({ card, events, clocks, published, at });
        if (each !== undefined) cases.push(each);
      }
      return cases;
    },
  };
};
