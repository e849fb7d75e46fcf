import type { Instant } from './instant.js';
import type { JsonObject, JsonValue } from './json.js';

/** A pseudonym that stands for a person (subscriber, reporter, technician): never a name, phone or account number. */
export type PersonRef = string;

/**
 * The personal values of an event, by the person they belong to. They are sealed with that person's key before the
 * event is stored, so no decision may depend on them.
 */
export type Personal = Readonly<Record<PersonRef, JsonObject>>;

/** The personal values of an event of which the fields are known by name. */
export type PersonalFields<Field extends string> = [Field] extends [never]
  ? undefined
  : Readonly<Record<PersonRef, { readonly [F in Field]?: JsonValue }>>;

/**
 * An event that a decision proposes: a fact of the domain, not yet stored. `Sealed` names the personal fields of each
 * type of event; where it is left out, any field is taken.
 */
export type EventOf<
  Events,
  T extends keyof Events & string = keyof Events & string,
  Sealed = Record<T, Record<string, unknown>>,
> = {
  [K in T]: {
    readonly type: K;
    readonly data: Events[K];
    /** When it happened, where that is not when the command says that its act did. */
    readonly occurredAt?: Instant;
    readonly personal?:
      PersonalFields<K extends keyof Sealed ? keyof Sealed[K] & string : string> | undefined;
  };
}[T];

/** A command: what a caller wants to happen, with everything the decision needs. */
export type CommandOf<Commands, T extends keyof Commands & string = keyof Commands & string> = {
  [K in T]: { readonly type: K; readonly data: Commands[K] };
}[T];

/** What is known of a recorded event besides its data, as far as the domain looks at it. */
export interface Recorded {
  /** Place in the stream, from 0. */
  readonly revision: number;
  /** When it happened. */
  readonly occurredAt: Instant;
  /**
   * When it was learned, where that is not when it happened: a term that runs against the user counts from then. What an
   * import brings counts as learned when it happened.
   */
  readonly learnedAt?: Instant;
  /** Who did it: a pseudonym. */
  readonly actor: string;
  /** The role they did it in. */
  readonly role: string;
  /** The import that it came by, or was due before; absent for what happened here. */
  readonly source?: string | undefined;
}
