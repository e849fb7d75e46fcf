import type { Intakes } from '../commands/dto/intake.js';
import type { EventSchemas } from './event-schema.js';

/**
 * A stage of a complaint's life as the application knows it, beside the stage of that name in the domain: how each of
 * its commands is taken in, and what is known of each of its events.
 */
export interface Stage<Events, OfCommands> {
  /** How each command is taken in from what a host sends. */
  readonly intakes: OfCommands;
  /** What each event means and carries, in every version that was ever written. */
  readonly events: EventSchemas<Events>;
}

/** Defines a stage. A command without an intake, and an event or a field of one without its line, do not compile. */
export const defineStage =
  <Events, Commands>() =>
  <OfCommands extends Intakes<Commands>>(stage: Stage<Events, OfCommands>): Stage<Events, OfCommands> =>
    stage;
