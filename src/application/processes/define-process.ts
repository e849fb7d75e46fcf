import type { ComplaintEvents, ComplaintEventType } from '../../domain/complaint/events.js';
import type { HouseActor } from '../../domain/texts/labels/house-actors.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { LaterCommand } from '../commands/complaint-commands.js';
import type { StoredEvent } from '../ports/event-store.js';
import type { Symptom } from './symptom.js';

/** An event that a process reacts to, as it was stored: sealed values stay sealed. */
export type Trigger<T extends ComplaintEventType> = StoredEvent & {
  readonly type: T;
  readonly data: ComplaintEvents[T];
};

/** What a process may look up. Every answer knows the trigger, and everything stored before it. */
export interface Lookups {
  /** The folio of the last request with this symptom received within the span, other than the trigger's own. */
  readonly repeatOf: (
    symptom: Symptom,
    span: { readonly from: Instant; readonly to: Instant },
  ) => Promise<string | undefined>;
  /**
   * True where the duplicates from the trigger's complaint on lead back to it, and none of them was marked after the
   * trigger. Asks the store, no rows.
   */
  readonly endsACycle: (trigger: StoredEvent) => Promise<boolean>;
}

/** Says which commands follow from an event, for its complaint; in the order in which they are given. */
export type Reaction<T extends ComplaintEventType> = (
  event: Trigger<T>,
  lookups: Lookups,
) => Promise<readonly LaterCommand[]>;

/**
 * A process manager: what it reacts to and what it asks for, and nothing about delivery. It runs at least once for
 * every event, so its commands are the same each time as far as they can be; whatever it asks twice is stored once,
 * and a refusal is an outcome (design: Process managers).
 */
export interface ProcessDefinition {
  /** Names it for ever: its checkpoint and the ids of its commands are derived from it. */
  readonly name: HouseActor;
  /** True for one that looks rows up: where there are none it has nothing to go by. */
  readonly needsRows?: boolean;
  readonly on: { readonly [T in ComplaintEventType]?: Reaction<T> };
}

/** Defines a process; the types of its events are known by their names. */
export const defineProcess = <Definition extends ProcessDefinition>(definition: Definition): Definition =>
  definition;
