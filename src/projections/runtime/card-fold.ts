import { initialCard, type CaseCard } from '../../domain/complaint/card.js';
import { evolveCard } from '../../domain/complaint/evolve.js';
import type { StoredEvent, StreamName } from '../../application/ports/event-store.js';
import type { CaseHistory, ProjectedEvent } from '../../application/ports/projection.js';
import { clockEventOf } from '../../application/schema/clock-events.js';
import { currentEvent } from '../../application/schema/current-events.js';
import { recordedOf } from '../../application/commands/recorded.js';
import { recentCache } from '../../application/recent-cache.js';
import { isCaseEvent, type StoredCaseEvent } from './case-event.js';
import { codeOf } from '../../application/errors/code-of.js';

/** What is known of a complaint after some of its events. */
interface Folded {
  readonly card: CaseCard;
  /** Absent where nothing is recorded yet. */
  readonly history: CaseHistory | undefined;
}

/** The same, and the last event in it. */
interface Known extends Folded {
  readonly revision: number;
}

/** Reads a stream up to a revision. */
export interface StreamReader {
  /** As an event store does. */
  readonly read: (stream: StreamName, options: { readonly to: number }) => Promise<readonly StoredEvent[]>;
}

/**
 * Folds each event once into the card of its complaint, for all projections. A card is kept by stream and revision;
 * where it is not at hand it is folded from the stream itself, so it is never stale and no rows are needed for it.
 */
export interface CardFold {
  /** Adds the cards to events, in order; `earlier` reads what came before in a stream. Events of no complaint are left out. */
  readonly project: (
    events: readonly StoredEvent[],
    earlier: (stream: StreamName, to: number) => readonly StoredEvent[],
  ) => readonly ProjectedEvent[];
  /** The same where earlier events lie in a store that answers later. */
  readonly projectFrom: (
    events: readonly StoredEvent[],
    store: StreamReader,
  ) => Promise<readonly ProjectedEvent[]>;
  /** Drops what is kept: events in it were not stored after all. */
  readonly forget: () => void;
}

/** Complaints whose events are kept with their card: a miss reads and folds them. */
const usualCapacity = 2_000;
/** Streams read at the same time. */
const readsAtOnce = 32;

const caseEvents = (events: readonly StoredEvent[]): readonly StoredCaseEvent[] =>
  events.filter(isCaseEvent).map(currentEvent).filter(isCaseEvent);

const nothing: Folded = { card: initialCard, history: undefined };

const after = ({ card, history }: Folded, event: StoredCaseEvent) => ({
  card: evolveCard(card, event, recordedOf(event)),
  history: { event: clockEventOf(event), earlier: history },
});

const foldedOf = (events: readonly StoredEvent[]): Folded =>
  caseEvents(events).reduce<Folded>((folded, event) => after(folded, event), nothing);

/** Folds cards as events come, and keeps those of the complaints that changed last. */
export const cardFold = (capacity = usualCapacity): CardFold => {
  const recent = recentCache<Known>(capacity);

  const knownBefore = ({ stream, revision }: StoredEvent): Folded | undefined => {
    if (revision === 0) return nothing;
    const known = recent.get(stream);
    return known?.revision === revision - 1 ? known : undefined;
  };

  const fold = (
    events: readonly StoredCaseEvent[],
    missing: (event: StoredCaseEvent) => Folded,
  ): readonly ProjectedEvent[] =>
    events.map((event) => {
      const before = knownBefore(event) ?? missing(event);
      const { card, history } = after(before, event);
      recent.set(event.stream, { revision: event.revision, card, history });
      return { event, before: before.card, card, history };
    });

  /** The first event of each stream whose card before it is not at hand. */
  const unknownIn = (events: readonly StoredCaseEvent[]): readonly StoredCaseEvent[] => {
    const seen = new Set<StreamName>();
    return events.filter((event) => {
      if (seen.has(event.stream)) return false;
      seen.add(event.stream);
      return knownBefore(event) === undefined;
    });
  };

  return {
    project: (events, earlier) =>
      fold(caseEvents(events), ({ stream, revision }) => foldedOf(earlier(stream, revision - 1))),
    projectFrom: async (events, store) => {
      const current = caseEvents(events);
      const found = new Map<StreamName, Folded>();
      const waiting = [...unknownIn(current)];
      const reader = async (): Promise<void> => {
        for (let event = waiting.pop(); event !== undefined; event = waiting.pop()) {
          const { stream, revision } = event;
          try {
            found.set(stream, foldedOf(await store.read(stream, { to: revision - 1 })));
          } catch (error) {
            // A stream that was deleted on the server has no earlier events any more.
            if (codeOf(error) !== 'stream-gone') throw error;
          }
        }
      };
      await Promise.all(Array.from({ length: Math.min(readsAtOnce, waiting.length) }, reader));
      return fold(current, ({ stream }) => found.get(stream) ?? nothing);
    },
    forget: recent.clear,
  };
};
