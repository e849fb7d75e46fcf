import type { EventStore } from '../../application/ports/event-store.js';
import type { InlineProjector } from '../../application/ports/inline-projector.js';
import type { ReadModelStore } from '../../application/ports/read-model-store.js';
import type { Random } from './random.js';

/** A store under test. */
export interface Subject {
  readonly store: EventStore;
  /** Where the rows of the inline projector are read; absent where the store writes none. */
  readonly rows?: ReadModelStore;
  /** Opens the same data anew, as another process would; absent where the data ends with the store. */
  readonly reopen?: () => Promise<Subject>;
  /** Takes away what the store leaves behind. */
  readonly dispose?: () => Promise<void>;
}

/** What a law is tried with. */
export interface Trial {
  /** A new store without any event. It is closed when the law has been tried. */
  readonly open: (inline?: InlineProjector) => Promise<Subject>;
  /** Closes a store and opens the same data anew. */
  readonly reopen: (subject: Subject) => Promise<Subject>;
  readonly random: Random;
  /** How often a law about random histories tries one. */
  readonly runs: number;
}

/** What a store must be able to do for a law to be tried on it. */
export type Ability = 'reopen' | 'inline-rows';

/** One thing that holds for every store. */
export interface Law {
  readonly name: string;
  readonly needs?: Ability;
  readonly holds: (trial: Trial) => Promise<void>;
}

export interface LawGroup {
  readonly name: string;
  readonly laws: readonly Law[];
}
