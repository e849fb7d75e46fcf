import { evolvePauses, initialPauses, pauseLogOf, type PauseLog } from '../../complaint/pauses.js';
import { factsAfter, type ClockEvent, type Fact } from './facts.js';
import { noClocks, runsAfter, runsOf, type PolicyOf } from './fold-runs.js';
import type { Standing } from './starts-and-ends.js';

/** What the clocks of a complaint are read from, after some of its events. */
export interface FoldedClocks {
  /** The facts that the events tell. */
  readonly facts: readonly Fact[];
  /** The clocks that they started, and what became of these. */
  readonly standing: Standing;
  /** The times that do not count. */
  readonly pauses: PauseLog;
}

/** The clocks of a complaint of which nothing is recorded yet. */
export const unfoldedClocks: FoldedClocks = { facts: [], standing: noClocks, pauses: initialPauses };

/**
 * The clocks after one more event: what folding all events gives, at the cost of one. `all` gives every event up to this
 * one, and is asked only where it corrects an earlier one.
 */
export const clocksAfter = (
  before: FoldedClocks,
  event: ClockEvent,
  all: () => readonly ClockEvent[],
  policyOf: PolicyOf,
): FoldedClocks => {
  const { facts, appended } = factsAfter(before.facts, event, all);
  return {
    facts,
    standing:
      appended === undefined
        ? runsOf(facts, policyOf)
        : runsAfter(before.standing, appended, before.facts, policyOf),
    pauses: appended === undefined ? pauseLogOf(all()) : evolvePauses(before.pauses, event, event.recorded),
  };
};

/** The clocks after all events of a complaint, in the order of their revisions. Total over any subset of them. */
export const foldClocks = (events: readonly ClockEvent[], policyOf: PolicyOf): FoldedClocks =>
  events.reduce<FoldedClocks>(
    (before, event, index) => clocksAfter(before, event, () => events.slice(0, index + 1), policyOf),
    unfoldedClocks,
  );
