import { laterOf, type Instant } from '../../kernel/instant.js';
import { refOf, type Clock } from '../policy/policy.js';
import { appliesTo, type Attributes } from './attributes.js';
import { triggeredAt, type Fact } from './facts.js';
import { calendarIn, choiceOf, concerns, ended, type Era, type Run, type RunEnd } from './run.js';

/** Where the clocks of a complaint stand after some of its facts. */
export interface Standing {
  /** What is counted by; `undefined` before a filing with terms. */
  readonly era: Era | undefined;
  /** The cycle of the complaint. */
  readonly cycle: number;
  /** What it is. */
  readonly attributes: Attributes;
  /** The facts of this cycle, in order. */
  readonly seen: readonly Fact[];
  /** Every clock that was started, in the order of their starts. */
  readonly runs: readonly Run[];
  /** `id@version` of policies that were named and are not known. */
  readonly missing: readonly string[];
  /** The ruling that stands; `undefined` where there is none, or none any more. */
  readonly ruling: Fact | undefined;
}

export const clocksOf = (era: Era | undefined): readonly Clock[] =>
  (era?.policy.clocks ?? []).filter(({ inactive }) => inactive === undefined);

export const isOpen = ({ end }: Run): boolean => end === undefined;

/** The first that is not undefined, in the order of the instants. */
const earliest = <Ended extends { readonly at: Instant }>(all: readonly Ended[]): Ended | undefined =>
  all.reduce<Ended | undefined>(
    (first, each) => (first === undefined || each.at < first.at ? each : first),
    undefined,
  );

/**
 * How a fact ends a run: it does what the run waits for, or makes it pointless. What was done after the start may tell of
 * an instant before it, such as a service that was back before it was reported: then nothing was waited for.
 */
export const endedBy = (run: Run, fact: Fact, before: readonly Fact[]): Run => {
  if (!isOpen(run) || !concerns(run, fact)) return run;
  const done = triggeredAt(run.clock.stops, fact, before);
  if (done !== undefined && laterOf(done.at, fact.occurredAt) >= run.startedAt)
    return ended(run, 'done', laterOf(done.at, run.startedAt), fact);
  const pointless = triggeredAt(run.clock.cancels, fact, before);
  return pointless === undefined ? run : ended(run, 'cancelled', pointless.at, fact);
};

/**
 * A run that is known of later than what was done after its start: the earliest of that ended it. At the very instant of
 * the start the order of the record decides, unless it starts later than what started it.
 */
export const endedByEarlier = (run: Run, seen: readonly Fact[], since?: Instant): Run => {
  const isAfter = ({ at, revision }: RunEnd) =>
    at > run.startedAt || (since === undefined && revision > run.startedBy.revision);
  const later = seen.flatMap((fact, index) => {
    const { end } = endedBy(run, fact, seen.slice(0, index));
    return end === undefined || !isAfter(end) ? [] : [end];
  });
  const end = earliest(later.filter(({ how }) => how === 'done')) ?? earliest(later);
  return end === undefined ? run : { ...run, end };
};

/** A start of a clock at a fact; `undefined` where no term of it fits. */
export const started = (
  { era, cycle, attributes, runs }: Standing,
  clock: Clock,
  fact: Fact,
  at: Instant,
  seen: readonly Fact[],
): Run | undefined => {
  const choice = choiceOf(clock, attributes, seen);
  if (era === undefined || choice === undefined) return undefined;
  const before = runs.filter((run) => run.clock.id === clock.id && run.cycle === cycle).length;
  const named = { clock, policy: refOf(era.policy), calendar: calendarIn(era, clock) };
  const begun = { startedBy: fact, startedAt: at, attributes, choice };
  return { ...named, cycle, run: before + 1, ...begun, apart: [], lived: [] };
};

/** One more run, and whether anything that was seen besides its start ended it. */
export const withRun = (standing: Standing, begun: Run, since?: Instant): Standing => {
  const others = standing.seen.filter(({ revision }) => revision !== begun.startedBy.revision);
  return { ...standing, runs: [...standing.runs, endedByEarlier(begun, others, since)] };
};

/** Starts a clock where a fact says so: one that runs already goes on, unless it is to begin again. */
export const startedAt = (standing: Standing, clock: Clock, fact: Fact, since?: Instant): Standing => {
  const earlier = standing.seen.filter(({ revision }) => revision < fact.revision);
  const start = triggeredAt(clock.starts, fact, earlier);
  if (start === undefined || !appliesTo(clock, standing.attributes)) return standing;
  const isSame = (run: Run) => isOpen(run) && run.clock.id === clock.id && concerns(run, fact);
  if (standing.runs.some(isSame) && !start.again) return standing;
  const runs = standing.runs.map((run) => (isSame(run) ? ended(run, 'cancelled', start.at, fact) : run));
  const begun = started(standing, clock, fact, since ?? start.at, standing.seen);
  return begun === undefined ? { ...standing, runs } : withRun({ ...standing, runs }, begun, since);
};
