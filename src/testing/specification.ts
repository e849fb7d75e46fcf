import { deepStrictEqual } from 'node:assert/strict';
import type { ComplaintCommand } from '../domain/complaint/commands.js';
import type { ComplaintContext } from '../domain/complaint/context.js';
import type { ComplaintDecision } from '../domain/complaint/decide.js';
import { complaint } from '../domain/complaint/decider.js';
import { fold } from '../domain/complaint/evolve.js';
import type { ComplaintState } from '../domain/complaint/state.js';
import { timeOf } from '../domain/complaint/times.js';
import { laterOf } from '../domain/kernel/instant.js';
import { readBy, type By } from '../application/commands/actors.js';
import { isCommandType } from '../application/commands/parse-command.js';
import { circumstances } from './builders-terms.js';
import { aMinuteAfter, hours } from './builders-times.js';
import { frozen } from './frozen.js';
import { storyOf, type RecordedEvent, type Step } from './history.js';
import { outcomeOf, type Outcome } from './outcome.js';

/** Decides twice over frozen inputs: a decision that is no function of them is caught here. */
const decidePurely = (
  command: ComplaintCommand,
  state: ComplaintState,
  context: ComplaintContext,
): ComplaintDecision => {
  const decision = frozen(complaint.decide(frozen(command), frozen(state), frozen(context)));
  const again = complaint.decide(command, state, context);
  deepStrictEqual(
    again,
    decision,
    'decide gave two different decisions for the same command, state and context',
  );
  return decision;
};

const foldPurely = (story: readonly RecordedEvent[]): ComplaintState => {
  const state = fold(frozen(story), frozen(complaint.initial));
  deepStrictEqual(
    fold(story, complaint.initial),
    state,
    'evolve gave two different states for the same events',
  );
  return frozen(state);
};

/** Throws for what is no command by an actor, as a specification in JavaScript may give it. */
const mustAsk = (command: unknown, by: unknown): void => {
  const type: unknown =
    typeof command === 'object' && command !== null ? Reflect.get(command, 'type') : undefined;
  if (typeof type !== 'string' || !isCommandType(type))
    throw new Error(
      'when: not a command: call a builder, as in when(verifyCause(), asTechnicalLead("rt-4"))',
    );
  if (readBy(by) === undefined)
    throw new Error('when: not an actor: call one of asUser, asCustomerService, asTechnicalLead, …');
};

const whenIn =
  (story: readonly RecordedEvent[]): Outcome['when'] =>
  (command, by, over = {}) => {
    mustAsk(command, by);
    const last = story.reduce((at, { recorded }) => laterOf(at, recorded.occurredAt), hours(0));
    const usually = laterOf(hours(24), aMinuteAfter(last));
    const context = circumstances(by, { occurredAt: usually, ...over });
    const decision = decidePurely(command, foldPurely(story), context);
    const events = decision.ok
      ? decision.events.map((event) => ({
          event,
          by,
          occurredAt: timeOf(event, context),
          ...(context.imported !== true && { learnedAt: context.now }),
        }))
      : [];
    const after = storyOf([events], story);
    return outcomeOf(decision, foldPurely(after), whenIn(after));
  };

/** A story about one complaint, and what is asked of it next. */
export interface Story {
  /** What has happened so far, in order. */
  readonly events: readonly RecordedEvent[];
  /** What the complaint is by these events. */
  readonly state: ComplaintState;
  /**
   * A command, by an actor. It happens a day after the request came in, or a minute after the last event where that
   * is later, unless the circumstances say otherwise.
   */
  readonly when: (command: ComplaintCommand, by: By, circumstances?: Partial<ComplaintContext>) => Outcome;
}

/**
 * The beginning of a specification that reads like the procedure:
 *
 * ```ts
 * given(filed(), assignedTo('rt-3'))
 *   .when(verifyCause(), asTechnicalLead('rt-4'))
 *   .isRejected('not-in-charge');
 * ```
 *
 * It belongs to no test runner: a check that fails throws.
 */
export const given = (...steps: readonly Step[]): Story => {
  const events = storyOf(steps);
  return { events, state: foldPurely(events), when: whenIn(events) };
};
