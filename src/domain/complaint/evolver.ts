import type { Recorded } from '../kernel/message.js';
import type { Facets } from './facets.js';
import type { ComplaintState } from './state.js';

/**
 * What one type of event changes. `facets` sees nothing but the facets, so that read models can follow a complaint
 * without its full state; `details` gives the rest. Both return only what changes.
 */
export interface Evolver<Data> {
  readonly facets?: (data: Data, facets: Facets) => Partial<Facets>;
  readonly details?: (
    data: Data,
    state: ComplaintState,
    recorded: Recorded,
  ) => Partial<Omit<ComplaintState, 'facets'>>;
  /** True for what is noted without anybody's work having begun: the status stays `acknowledged`. */
  readonly beforeWork?: true;
}

/** One evolver for each event of a stage: a missing one does not compile. */
export type Evolvers<Events> = { readonly [T in keyof Events]: Evolver<Events[T]> };
