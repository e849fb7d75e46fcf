import { theWork } from '../../complaint/rests-on.js';
import { changesHands, trackIds, type TrackId } from '../../complaint/tracks.js';
import type { Clock } from '../policy/policy.js';
import { appliesTo, type Attributes } from './attributes.js';
import type { Fact } from './facts.js';
import { choiceFor, countedIn, ended, type Run } from './run.js';
import {
  clocksOf,
  endedByEarlier,
  isOpen,
  started,
  startedAt,
  withRun,
  type Standing,
} from './starts-and-ends.js';

const workTypes: ReadonlySet<string> = new Set(theWork);

/** What changes what a request is, or what it is counted by: by nothing of that was a clock ever met. */
const changing: ReadonlySet<string> = new Set(['Classified', 'Reclassified', 'ClocksRecomputed']);

const trackIn = ({ track }: Attributes): TrackId | undefined => trackIds.find((each) => each === track);

const isInOtherHands = (before: Attributes, now: Attributes): boolean => {
  const [from, to] = [trackIn(before), trackIn(now)];
  return from !== undefined && to !== undefined && changesHands(from, to);
};

/** Whose work it is now begins it anew: what others did meets no clock of theirs, and what that started is pointless. */
const withoutTheWork = (standing: Standing, fact: Fact): Standing => {
  const forgotten = new Set(
    standing.seen.filter(({ type }) => workTypes.has(type)).map(({ revision }) => revision),
  );
  const runs = standing.runs.map((run) =>
    isOpen(run) && forgotten.has(run.startedBy.revision)
      ? ended(run, 'cancelled', fact.occurredAt, fact)
      : run,
  );
  return { ...standing, seen: standing.seen.filter(({ revision }) => !forgotten.has(revision)), runs };
};

const otherTerm = (run: Run, seen: readonly Fact[], attributes: Attributes, fact: Fact): Run => {
  const choice = choiceFor(run, run.clock, attributes, seen);
  if (choice === undefined) return ended(run, 'cancelled', fact.occurredAt, fact);
  const restarts = choice !== run.choice && run.clock.onReclassification === 'restart';
  return { ...run, attributes, choice, ...(restarts && { startedAt: fact.occurredAt }) };
};

/** The runs of a clock in the cycle that the complaint is in. */
const runsOfNow = ({ runs, cycle }: Standing, { id }: Clock): readonly Run[] =>
  runs.filter((run) => run.clock.id === id && run.cycle === cycle);

const standsAmong = (facts: readonly Fact[], revision: number | undefined): boolean =>
  facts.some((fact) => fact.revision === revision);

/** The request is again what it was: a run that its being another one had ended goes on, as if it never had been. */
const takenUp = (standing: Standing, clock: Clock): Standing => {
  const { era, attributes, seen } = standing;
  const goesOn = ({ startedBy, lived, end }: Run): boolean =>
    standsAmong([...lived, ...seen], startedBy.revision) &&
    seen.some(({ type, revision }) => revision === end?.revision && changing.has(type));
  const run = runsOfNow(standing, clock).findLast(goesOn);
  if (run === undefined || era === undefined) return standing;
  const { end: _end, ...open } = run;
  const counted = countedIn({ ...open, attributes }, era, clock, seen);
  return counted === undefined
    ? standing
    : {
        ...standing,
        runs: standing.runs.map((each) => (each === run ? endedByEarlier(counted, seen) : each)),
      };
};

/**
 * A start that was before the clock applied. What ended an earlier run of the same start and still stands, ended it for
 * good; where that is forgotten, the clock begins anew with what made it owed again.
 */
const startedBefore = (standing: Standing, clock: Clock, start: Fact, fact: Fact): Standing => {
  if (clock.onReclassification === 'restart') return startedAt(standing, clock, start, fact.occurredAt);
  const earlier = runsOfNow(standing, clock).findLast(
    ({ startedBy: { revision } }) => revision === start.revision,
  );
  if (earlier === undefined) return startedAt(standing, clock, start);
  return standsAmong(standing.seen, earlier.end?.revision)
    ? standing
    : startedAt(standing, clock, start, fact.occurredAt);
};

const isOwedFromReceipt = ({ starts }: Clock): boolean =>
  starts.some(({ event, where }) => event === 'Filed' && where === undefined);

/** What is owed from the receipt is owed from the reopening in a later cycle, unless reopenings leave it alone. */
const startedAgain = (standing: Standing, clock: Clock, fact: Fact): Standing => {
  const [first] = standing.seen;
  const ran = standing.runs.some(({ clock: { id } }) => id === clock.id);
  if (first?.type !== 'Reopened' || !isOwedFromReceipt(clock)) return standing;
  if (runsOfNow(standing, clock).length > 0 || (ran && clock.onReopening === 'keep')) return standing;
  const restarts = clock.onReclassification === 'restart';
  const at = restarts ? fact.occurredAt : first.occurredAt;
  const begun = started(standing, clock, first, at, standing.seen);
  return begun === undefined ? standing : withRun(standing, begun, restarts ? at : undefined);
};

/** Starts a clock that applies only now by all that was seen in this cycle. */
const startedLate = (standing: Standing, clock: Clock, fact: Fact): Standing => {
  if (clock.onReclassification === 'keep') return standing;
  const from = clock.onReclassification === 'restart' ? standing : takenUp(standing, clock);
  const begun = from.seen.reduce<Standing>((next, start) => startedBefore(next, clock, start, fact), from);
  return startedAgain(begun, clock, fact);
};

/** The complaint is another kind, or graver than it was thought: its clocks go by what it is now. */
export const reclassified = (standing: Standing, before: Attributes, fact: Fact): Standing => {
  const now = isInOtherHands(before, standing.attributes) ? withoutTheWork(standing, fact) : standing;
  const { attributes, seen } = now;
  const runs = now.runs.map((run) => {
    if (!isOpen(run) || run.clock.onReclassification === 'keep') return run;
    return appliesTo(run.clock, attributes)
      ? otherTerm(run, seen, attributes, fact)
      : ended(run, 'cancelled', fact.occurredAt, fact);
  });
  return clocksOf(now.era)
    .filter((clock) => !appliesTo(clock, before) && appliesTo(clock, attributes))
    .reduce<Standing>((next, clock) => startedLate(next, clock, fact), { ...now, runs });
};
