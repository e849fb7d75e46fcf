import type { Instant } from './instant.js';
import type { JsonObject } from './json.js';

/** A pseudonym that stands for a person (subscriber, reporter, technician): never a name, phone or account number. */
export type PersonRef = string;

/**
 * The personal values of an event, by the person they belong to. They are sealed with that person's key before the
 * event is stored, so no decision may depend on them.
 */
export type Personal = Readonly<Record<PersonRef, JsonObject>>;

/** An event that a decision proposes: a fact of the domain, not yet stored. */
export type EventOf<Events, T extends keyof Events & string = keyof Events & string> = {
  [K in T]: { readonly type: K; readonly data: Events[K]; readonly personal?: Personal };
}[T];

/** A command: what somebody wants to happen, with everything the decision needs. */
export type CommandOf<Commands, T extends keyof Commands & string = keyof Commands & string> = {
  [K in T]: { readonly type: K; readonly data: Commands[K] };
}[T];

/** What is known of a recorded event besides its data, as far as the domain looks at it. */
export interface Recorded {
  /** Place in the stream, from 0. */
  readonly revision: number;
  /** When it happened. */
  readonly occurredAt: Instant;
  /** Who did it: a pseudonym. */
  readonly actor: string;
  /** The role they did it in. */
  readonly role: string;
}
