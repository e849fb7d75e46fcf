import type { Recorded } from '../kernel/message.js';
import type { CaseCard } from './card.js';
import type { Facets } from './facets.js';
import type { ComplaintState } from './state.js';

/** What an event changes of the card: of the facets as of the rest, only what it changes. */
export interface CardChanges extends Partial<Omit<CaseCard, 'facets' | 'learned'>> {
  /** The facets that change. */
  readonly facets?: Partial<Facets>;
}

/** What an event changes of the state besides its card. */
export type DetailChanges = Partial<Omit<ComplaintState, keyof CaseCard>>;

/**
 * What one type of event changes. `card` sees nothing but the card, so that read models can fold a complaint without
 * its full state; `details` gives the rest. Both return only what changes.
 */
export interface Evolver<Data> {
  readonly card?: (
    data: Data,
    card: CaseCard,
    recorded: Pick<Recorded, 'occurredAt' | 'learnedAt'>,
  ) => CardChanges | undefined;
  readonly details?: (data: Data, state: ComplaintState, recorded: Recorded) => DetailChanges;
  /** True for what is noted before any work has begun: the status stays `acknowledged`. */
  readonly beforeWork?: true;
}

/** One evolver for each event of a stage: a missing one does not compile. */
export type Evolvers<Events> = { readonly [T in keyof Events]: Evolver<Events[T]> };
