import type { SlaPolicy } from '../policy/policy.js';
import { attributesAfter } from './attributes.js';
import { adopted, clocksStartedBy, isOver, reopened, withTerms } from './changes.js';
import type { Fact } from './facts.js';
import { mapped } from './mapped.js';
import { reclassified } from './reclassified.js';
import { isOverturned, overturned, rulingAfter } from './rulings.js';
import { withNext, type Era, type Run } from './run.js';
import { clocksOf, endedBy, startedAt, type Standing } from './starts-and-ends.js';

/** Looks a policy up by `id@version`. */
export type PolicyOf = (ref: string) => SlaPolicy | undefined;

/** Where the clocks of a complaint stand of which nothing is recorded yet. */
export const noClocks: Standing = {
  era: undefined,
  cycle: 1,
  attributes: {},
  seen: [],
  runs: [],
  missing: [],
  ruling: undefined,
};

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

/** True for what another policy told of a start as well: what ended it is the same. */
const isToldBy = (run: Run, { clock, startedBy, end }: Run): boolean =>
  run.clock.id === clock.id &&
  run.startedBy.revision === startedBy.revision &&
  run.end?.revision === end?.revision;

/** One more run of a clock that another policy brings, or brings back: what it had come to before is not told twice. */
const brought = (runs: readonly Run[], added: Run): readonly Run[] =>
  runs.some((run) => isToldBy(run, added)) ? runs : withNext(runs, added);

/** What a reopening, or an authority that resolves about an open complaint, takes back; and which ruling stands then. */
const moveOn = (standing: Standing, fact: Fact): Standing => {
  if (fact.type === 'Reopened') return reopened(standing, fact);
  const ruling = rulingAfter(standing.ruling, fact);
  return isOverturned(standing) && !isOver(standing)
    ? overturned(standing, fact)
    : ruling === standing.ruling
      ? standing
      : { ...standing, ruling };
};

/** The clocks after one more fact; `earlier` gives those before it. `first` is what a part of the fold counts by. */
const step = (
  before: Standing,
  fact: Fact,
  earlier: () => readonly Fact[],
  policyOf: PolicyOf,
  first?: Era,
): Standing => {
  const attributes = attributesAfter(before.attributes, fact);
  const now: Standing = { ...before, attributes, seen: [...before.seen, fact] };

  if (fact.type === 'ClocksRecomputed') {
    if (first !== undefined) return now;
    const { policy: id, policyVersion: version } = fact.data;
    const ref = `${String(id)}@${String(version)}`;
    const policy = policyOf(ref);
    if (policy === undefined) return { ...now, missing: [...now.missing, ref] };
    const era: Era = { policy, calendars: textsIn(fact.data['calendars']) };
    const known = new Set(clocksOf(now.era).map(({ id }) => id));
    const others = policy.clocks.filter(({ id }) => !known.has(id));
    const added = fold(earlier(), policyOf, { ...era, policy: { ...policy, clocks: others } });
    const runs = now.runs.map((run) => adopted(run, era, now, fact));
    return { ...now, era, runs: added.runs.reduce(brought, runs) };
  }

  const filed = fact.type === 'Filed' ? filedUnder(now, fact, policyOf, first) : now;
  const runs = mapped(withTerms(filed), (run) => endedBy(run, fact, before.seen));
  const stopped = { ...filed, runs };
  const moved = moveOn(stopped, fact);
  const begun = clocksStartedBy(moved.era, fact.type).reduce<Standing>(
    (next, clock) => startedAt(next, clock, fact),
    moved,
  );
  return attributes === before.attributes || fact.type === 'Filed'
    ? begun
    : reclassified(begun, before.attributes, fact);
};

/** A part of the fold: it takes the clocks of `first`, all of them where it is absent. */
const fold = (facts: readonly Fact[], policyOf: PolicyOf, first?: Era): Standing =>
  facts.reduce<Standing>(
    (before, fact, index) => step(before, fact, () => facts.slice(0, index), policyOf, first),
    noClocks,
  );

/** What a filing says that it counts by. */
const filedUnder = (
  standing: Standing,
  { data }: Fact,
  policyOf: PolicyOf,
  first: Era | undefined,
): Standing => {
  if (first !== undefined) return { ...standing, era: first };
  const { terms } = data;
  if (typeof terms !== 'object' || terms === null) return standing;
  const {
    policy: id,
    version,
    calendars,
  }: { policy?: unknown; version?: unknown; calendars?: unknown } = terms;
  const ref = `${String(id)}@${String(version)}`;
  const policy = policyOf(ref);
  return policy === undefined
    ? { ...standing, missing: [...standing.missing, ref] }
    : { ...standing, era: { policy, calendars: textsIn(calendars) } };
};

/**
 * Every clock that the facts of a complaint started, and what became of it. Total: a subset of the facts gives the
 * clocks that these tell of. A policy that is not known starts none, and is named among the missing.
 */
export const runsOf = (facts: readonly Fact[], policyOf: PolicyOf): Standing => fold(facts, policyOf);

/** The clocks after one more fact, which corrects none of the earlier ones: what `runsOf` gives for all of them. */
export const runsAfter = (
  before: Standing,
  fact: Fact,
  earlier: readonly Fact[],
  policyOf: PolicyOf,
): Standing => step(before, fact, () => earlier, policyOf);
