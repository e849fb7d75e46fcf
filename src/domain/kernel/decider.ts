import type { Decision } from './decision.js';
import type { CommandOf, EventOf, Recorded } from './message.js';

/**
 * The skeleton every aggregate of Quejas has: where a stream starts, how an event changes what we know, and what a
 * command makes of that. All three are pure and total; `evolve` accepts any subset of a stream's events, since a
 * reader may ask for the state as of any date (design: Time).
 */
export interface Decider<Commands, Events, State, Context, Code extends string> {
  readonly kind: string;
  readonly initial: State;
  readonly evolve: (state: State, event: EventOf<Events>, recorded: Recorded) => State;
  readonly decide: (
    command: CommandOf<Commands>,
    state: State,
    context: Context,
  ) => Decision<EventOf<Events>, Code>;
}
