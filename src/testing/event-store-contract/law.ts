import type { EventStore } from '../../application/ports/event-store.js';
import type { Projection } from '../../application/ports/projection.js';
import type { ProjectedRows } from '../../application/ports/projected-rows.js';
import type { Random } from './random.js';

/** A store under test. */
export interface Subject {
  /** What the laws are tried on. */
  readonly store: EventStore;
  /** The rows that are written with the events; absent where the store writes none. */
  readonly projected?: ProjectedRows;
  /** Opens the same data anew, as another process would; absent where the data ends with the store. */
  readonly reopen?: () => Promise<Subject>;
  /** Takes away what the store leaves behind. */
  readonly dispose?: () => Promise<void>;
}

/** What a law is tried with. */
export interface Trial {
  /** A new store without any event. It is closed when the law has been tried. */
  readonly open: (inline?: readonly Projection[]) => Promise<Subject>;
  /** Closes a store and opens the same data anew. */
  readonly reopen: (subject: Subject) => Promise<Subject>;
  /** Chance for histories; the same seed gives the same ones. */
  readonly random: Random;
  /** How often a law about random histories tries one. */
  readonly runs: number;
}

/** What a store must be able to do for a law to be tried on it. */
export type Ability = 'reopen' | 'inline-rows';

/** One thing that holds for every store. */
export interface Law {
  /** What holds, as a sentence: the name of its test. */
  readonly name: string;
  /** Left out where the store cannot do this. */
  readonly needs?: Ability;
  /** Tries it; rejects with what was found where it does not hold. */
  readonly holds: (trial: Trial) => Promise<void>;
}

/** Laws about one thing that stores do. */
export interface LawGroup {
  /** What they are about: the name of the group of tests. */
  readonly name: string;
  /** Each is tried on a store of its own. */
  readonly laws: readonly Law[];
}
