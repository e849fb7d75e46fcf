import type { Decision } from '../kernel/decision.js';
import type { EventOf } from '../kernel/message.js';
import type { RefusalTable } from '../kernel/refusal.js';
import type { Asked } from './asked-relations.js';
import type { ComplaintContext } from './context.js';
import type { Disclosed } from './disclosure/disclosed.js';
import type { Evolvers } from './evolver.js';
import type { SharedCode } from './guards.js';
import type { ComplaintState, FiledComplaint } from './state.js';
import type { Role } from './vocabulary.js';

/** Whose a personal value is: it is sealed with that person's key. */
export type Whose = 'subscriber' | 'reporter' | 'technician' | 'representative';

/** For each event of a stage the personal values sealed beside it, and whose they are. */
export type SealedFields<Events> = { readonly [T in keyof Events]: Readonly<Record<string, Whose>> };

/** The personal values sealed beside an event. */
type FieldsIn<Sealed, T> = T extends keyof Sealed ? keyof Sealed[T] & string : never;

/** Events of which nothing is sealed. */
export type Unsealed<Events> = Readonly<Record<keyof Events & string, object>>;

/**
 * One decision for each command of a stage, from what it asks, the complaint and the circumstances; it records events
 * of its stage, and those of other stages that the stage names (`Also`). Only `file` meets a complaint that is not filed yet.
 */
export type Deciders<Events, Commands, Sealed, Code extends string, Also = object> = {
  readonly [C in keyof Commands]: (
    command: Commands[C],
    complaint: C extends 'file' ? ComplaintState : FiledComplaint,
    context: ComplaintContext,
  ) => Decision<
    EventOf<Events, keyof Events & string, Sealed> | EventOf<Also, keyof Also & string, Unsealed<Also>>,
    Code
  >;
};

/** A stage of a complaint's life, whole: what it records, what it takes, what it decides, and why it refuses. */
export interface Stage<Events, Commands, Sealed, Rests, Refusals, Also = object> {
  /** Its events, each with the personal values sealed beside it. */
  readonly events: Sealed;
  /** Of each event whether a party is told of it, and of each of its personal values whose words they are. */
  readonly disclosed: {
    readonly [T in keyof Events]: Disclosed<Events[T], FieldsIn<Sealed, T>>;
  };
  /** What each of its events rests on, by the names of events: it never lies before the last of these. */
  readonly restsOn: Rests;
  /** Its commands, each with the roles that may give it. */
  readonly commands: { readonly [C in keyof Commands]: readonly Role[] };
  /** Which complaints a technical lead or an area's clerk may give each command for. */
  readonly relations: { readonly [C in keyof Commands]: Asked };
  /** What follows from each command. */
  readonly decide: Deciders<Events, Commands, Sealed, SharedCode | (keyof Refusals & string), Also>;
  /** What each event changes. */
  readonly evolve: Evolvers<Events>;
  /** The refusals that only this stage gives; those that several give are in `guards.ts`. */
  readonly refusals: Refusals;
  /** Never there at run time: carries the shapes of its events and commands to the types assembled from the stages. */
  readonly shapes?: { readonly events: Events; readonly commands: Commands };
}

/**
 * Defines a stage. A command without a decision, an event without an evolver or a line of what is sealed, and a code
 * that a decision gives and nothing declares do not compile.
 */
export const defineStage =
  <Events, Commands, Also = object>() =>
  <
    const Sealed extends SealedFields<Events>,
    const Rests extends Readonly<Record<keyof Events, readonly string[]>>,
    const Refusals extends RefusalTable,
  >(
    stage: Stage<Events, Commands, Sealed, Rests, Refusals, Also>,
  ): Stage<Events, Commands, Sealed, Rests, Refusals, Also> =>
    stage;
