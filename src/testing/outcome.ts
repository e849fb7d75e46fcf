import { deepStrictEqual } from 'node:assert/strict';
import type { ComplaintContext } from '../domain/complaint/context.js';
import type { ComplaintDecision } from '../domain/complaint/decide.js';
import type { ComplaintCommand } from '../domain/complaint/commands.js';
import { dutiesOf, type Duties } from '../domain/complaint/duties.js';
import type { ComplaintEvent, ComplaintEventType } from '../domain/complaint/events.js';
import type { RejectionCode } from '../domain/complaint/rejections.js';
import type { ComplaintState } from '../domain/complaint/state.js';
import { publicStatus } from '../domain/complaint/status.js';
import type { Status } from '../domain/complaint/vocabulary.js';
import type { JsonObject } from '../domain/kernel/json.js';
import type { By } from '../application/commands/actors.js';
import { defined } from './frozen.js';

/** An event as a specification expects it; what is sealed is compared only where it is named. */
export type Expected = ComplaintEvent;

/** What came of a command. Every check throws an `Error` that shows the difference, and gives the outcome back. */
export interface Outcome {
  /** The events that follow from the command, or the refusal. */
  readonly decision: ComplaintDecision;
  /** The complaint with those events; unchanged where it was refused. */
  readonly after: ComplaintState;
  /** Exactly these events, in this order. */
  readonly emits: (...events: readonly Expected[]) => Outcome;
  /** Events of exactly these types, in this order. */
  readonly emitsOnly: (...types: readonly ComplaintEventType[]) => Outcome;
  /** Refused with that code; with those details, where they are given. */
  readonly isRejected: (code: RejectionCode, details?: JsonObject) => Outcome;
  /** Looks at the state afterwards; an answer of `false` fails. */
  readonly state: (check: (state: ComplaintState) => unknown) => Outcome;
  /** The public status afterwards is this one. */
  readonly hasStatus: (status: Status) => Outcome;
  /** Who has what to do next; who is left out is not looked at. */
  readonly leaves: (duties: Partial<Duties>) => Outcome;
  /** The next command of the same story. */
  readonly when: (command: ComplaintCommand, by: By, circumstances?: Partial<ComplaintContext>) => Outcome;
}

const unexpected = (decision: ComplaintDecision, expected: string): Error =>
  new Error(
    decision.ok
      ? `expected ${expected}, but it was accepted: ${decision.events.map(({ type }) => type).join(', ')}`
      : `expected ${expected}, but it was refused: ${decision.code} ${JSON.stringify(decision.details)}`,
  );

const eventsOf = (decision: ComplaintDecision): readonly ComplaintEvent[] => {
  if (decision.ok) return decision.events;
  throw unexpected(decision, 'events');
};

const asExpected = (actual: ComplaintEvent, expected: Expected | undefined) =>
  expected?.personal === undefined ? { type: actual.type, data: actual.data } : actual;

/** The checks of one decision and the state after it. */
export const outcomeOf = (
  decision: ComplaintDecision,
  after: ComplaintState,
  when: Outcome['when'],
): Outcome => {
  const checked = (): Outcome => outcome;
  const outcome: Outcome = {
    decision,
    after,
    when,
    emits: (...expected) => {
      const actual = eventsOf(decision).map((event, index) => asExpected(event, expected[index]));
      deepStrictEqual(defined(actual), defined(expected));
      return checked();
    },
    emitsOnly: (...types) => {
      deepStrictEqual(
        eventsOf(decision).map(({ type }) => type),
        types,
      );
      return checked();
    },
    isRejected: (code, details) => {
      if (decision.ok || decision.code !== code) throw unexpected(decision, `a refusal, ${code}`);
      if (details !== undefined) deepStrictEqual(defined(decision.details), defined(details));
      return checked();
    },
    state: (check) => {
      if (check(after) === false)
        throw new Error(`the state is another one: ${JSON.stringify(after, null, 2)}`);
      return checked();
    },
    hasStatus: (status) => {
      deepStrictEqual(publicStatus(after.facets), status);
      return checked();
    },
    leaves: (duties) => {
      const actual = dutiesOf(after);
      deepStrictEqual({ ...actual, ...duties }, actual);
      return checked();
    },
  };
  return outcome;
};
