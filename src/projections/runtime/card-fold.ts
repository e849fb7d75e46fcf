import { initialCard, type CaseCard } from '../../domain/complaint/card.js';
import { evolveCard } from '../../domain/complaint/evolve.js';
import type { StoredEvent, StreamName } from '../../application/ports/event-store.js';
import type { ProjectedEvent } from '../../application/ports/projection.js';
import { currentEvent } from '../../application/schema/current-events.js';
import { isCaseEvent, type CaseEvent } from './case-event.js';
import { codeOf } from './fault-code.js';

/** The card of a complaint, and the last event in it. */
interface Known {
  readonly revision: number;
  readonly card: CaseCard;
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

const usualCapacity = 20_000;
/** Streams read at the same time. */
const readsAtOnce = 32;

const caseEvents = (events: readonly StoredEvent[]): readonly CaseEvent[] =>
  events.filter(isCaseEvent).map(currentEvent).filter(isCaseEvent);

const cardOf = (events: readonly StoredEvent[]): CaseCard =>
  caseEvents(events).reduce(evolveCard, initialCard);

/** Folds cards as events come, and keeps those of the complaints that changed last. */
export const cardFold = (capacity = usualCapacity): CardFold => {
  let young = new Map<StreamName, Known>();
  let old = new Map<StreamName, Known>();

  const keep = (stream: StreamName, known: Known): void => {
    if (young.size >= capacity / 2 && !young.has(stream)) {
      old = young;
      young = new Map();
    }
    young.set(stream, known);
  };

  const knownBefore = ({ stream, revision }: StoredEvent): CaseCard | undefined => {
    if (revision === 0) return initialCard;
    const known = young.get(stream) ?? old.get(stream);
    return known?.revision === revision - 1 ? known.card : undefined;
  };

  const fold = (
    events: readonly CaseEvent[],
    missing: (event: CaseEvent) => CaseCard,
  ): readonly ProjectedEvent[] =>
    events.map((event) => {
      const before = knownBefore(event) ?? missing(event);
      const card = evolveCard(before, event);
      keep(event.stream, { revision: event.revision, card });
      return { event, before, card };
    });

  /** The first event of each stream whose card before it is not at hand. */
  const unknownIn = (events: readonly CaseEvent[]): readonly CaseEvent[] => {
    const seen = new Set<StreamName>();
    return events.filter((event) => {
      if (seen.has(event.stream)) return false;
      seen.add(event.stream);
      return knownBefore(event) === undefined;
    });
  };

  return {
    project: (events, earlier) =>
      fold(caseEvents(events), ({ stream, revision }) => cardOf(earlier(stream, revision - 1))),
    projectFrom: async (events, store) => {
      const current = caseEvents(events);
      const found = new Map<StreamName, CaseCard>();
      const waiting = [...unknownIn(current)];
      const reader = async (): Promise<void> => {
        for (let event = waiting.pop(); event !== undefined; event = waiting.pop()) {
          const { stream, revision } = event;
          try {
            found.set(stream, cardOf(await store.read(stream, { to: revision - 1 })));
          } catch (error) {
            // A stream that was deleted on the server has no earlier events any more.
            if (codeOf(error) !== 'stream-gone') throw error;
          }
        }
      };
      await Promise.all(Array.from({ length: Math.min(readsAtOnce, waiting.length) }, reader));
      return fold(current, ({ stream }) => found.get(stream) ?? initialCard);
    },
    forget: () => {
      young = new Map();
      old = new Map();
    },
  };
};
