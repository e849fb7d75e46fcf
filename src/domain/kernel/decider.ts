import type { Decision } from './decision.js';
import type { Instant } from './instant.js';
import type { CommandOf, EventOf, Recorded } from './message.js';

/**
 * The skeleton every aggregate of Quejas has: where a stream starts, how an event changes what we know, and what a
 * command makes of that. All three are pure and total; `evolve` accepts any subset of a stream's events, since a
 * reader may ask for the state as of any date (design: Time).
 */
export interface Decider<
  Commands,
  Events,
  State,
  Context,
  Code extends string,
  Event extends EventOf<Events> = EventOf<Events>,
> {
  /** Beginning of the names of its streams, `{kind}-{id}`. */
  readonly kind: string;
  /** What is known before the first event. */
  readonly initial: State;
  /** What is known after one more event; never refuses one that was stored. */
  readonly evolve: (state: State, event: EventOf<Events>, recorded: Recorded) => State;
  /** What follows from a command: at least one event, or a refusal; reads no clock and changes nothing. */
  readonly decide: (command: CommandOf<Commands>, state: State, context: Context) => Decision<Event, Code>;
  /** When the fact of an event was, where the event itself says so; absent: when the command happened. */
  readonly timeOf?: (event: EventOf<Events>, context: Context) => Instant;
}
