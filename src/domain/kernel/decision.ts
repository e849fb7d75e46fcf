import type { JsonObject } from './json.js';

/** A refusal by a rule of the domain: data with a stable code, never an exception. */
export interface Rejection<Code extends string = string> {
  /** Stable kebab-case name of the rule that refused. */
  readonly code: Code;
  /** What the text of the refusal is filled in with; no personal values. */
  readonly details: JsonObject;
}

/** A command that was refused. */
export type Refused<Code extends string = string> = { readonly ok: false } & Rejection<Code>;

/** The outcome of a decision: at least one event, or one rejection. A command that brings no new fact is rejected. */
export type Decision<Event, Code extends string = string> =
  { readonly ok: true; readonly events: readonly [Event, ...Event[]] } | Refused<Code>;

/**
 * Takes a command: these events follow from it. The kind of event is that of the decision it stands in, so that a field
 * which no event has does not compile.
 */
export const accept = <Event>(
  first: NoInfer<Event>,
  ...rest: NoInfer<Event>[]
): { readonly ok: true; readonly events: readonly [Event, ...Event[]] } => ({
  ok: true,
  events: [first, ...rest],
});

/** Refuses a command: a stable code, and the details that its text is filled in with. */
export const reject = <Code extends string>(code: Code, details: JsonObject = {}): Refused<Code> => ({
  ok: false,
  code,
  details,
});
