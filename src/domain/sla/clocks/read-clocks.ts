import { pauseLogOf, pausesIn } from '../../complaint/pauses.js';
import type { Instant } from '../../kernel/instant.js';
import type { BusinessCalendar } from '../compile-calendar.js';
import { refOf } from '../policy/policy.js';
import { appliesTo } from './attributes.js';
import type { FoldedClocks } from './clock-fold.js';
import { factsOf, type ClockEvent, type Fact } from './facts.js';
import { runsOf, type PolicyOf } from './fold-runs.js';
import { readRun, type ClockReading, type NotStartedClock } from './reading.js';
import { isBreachOf, type Run } from './run.js';
import type { Standing } from './starts-and-ends.js';

/** The policies and calendars that were published, by `id@version`. */
export interface Published {
  /** A policy; `undefined` where it is not known. */
  readonly policyOf: PolicyOf;
  /** A calendar; `undefined` where it is not known. */
  readonly calendarOf: (ref: string) => BusinessCalendar | undefined;
}

/** The clocks of a complaint at an instant. */
export interface ClockReadings {
  /** By clock, cycle and run; what has not started last of its clock. */
  readonly clocks: readonly ClockReading[];
  /** `id@version` of policies that the complaint names and that are not known: their clocks are not among them. */
  readonly missing: readonly string[];
}

/** When the breach of a clock was first recorded to have happened, in a cycle. */
const breachOf = (facts: readonly Fact[], run: Run): Instant | null =>
  facts.find(isBreachOf(run))?.occurredAt ?? null;

const notStarted = ({ era, attributes, runs }: Standing): readonly NotStartedClock[] =>
  era === undefined
    ? []
    : era.policy.clocks
        .filter((clock) => appliesTo(clock, attributes) && runs.every((run) => run.clock.id !== clock.id))
        .map(({ id, name, owedBy }) => ({
          clock: id,
          name,
          owedBy,
          policy: refOf(era.policy),
          state: 'not-started',
          startsAt: null,
        }));

/** A run that is to start later, by what had happened until an instant: nothing has ended it before. */
const isAhead = ({ startedAt, startedBy, end }: Run, facts: readonly Fact[], at: Instant): boolean =>
  startedAt > at &&
  startedBy.occurredAt <= at &&
  facts.every(({ revision, occurredAt }) => revision !== end?.revision || occurredAt > at);

const startingLater = ({ clock: { id, name, owedBy }, policy, startedAt }: Run): NotStartedClock => ({
  ...{ clock: id, name, owedBy, policy, state: 'not-started', startsAt: startedAt },
});

const byClock = (a: ClockReading, b: ClockReading): number => {
  if (a.clock !== b.clock) return a.clock < b.clock ? -1 : 1;
  return 'run' in a && 'run' in b ? a.cycle - b.cycle || a.run - b.run : 0;
};

/** The clocks of a complaint at an instant, from what its events were folded into. */
export const readFolded = (
  { facts, standing, pauses: log }: FoldedClocks,
  calendarOf: Published['calendarOf'],
  at: Instant,
): ClockReadings => {
  const pauses = pausesIn(log);
  const readings = standing.runs
    .filter(({ startedAt }) => startedAt <= at)
    .map((run) => {
      const calendar = run.calendar === undefined ? undefined : calendarOf(run.calendar);
      return readRun({ run, pauses, at, breachRecordedAt: breachOf(facts, run) }, calendar);
    });
  const later = standing.runs.filter((run) => isAhead(run, facts, at)).map(startingLater);
  const clocks: readonly ClockReading[] = [...readings, ...later, ...notStarted(standing)];
  return { clocks: [...clocks].sort(byClock), missing: standing.missing };
};

/**
 * The clocks of a complaint at an instant, from its events in the order of their revisions and what was published: a
 * pure function, total over any subset of the events (I-18). What had happened by an instant, and what was known by
 * one, is asked by the events that are given.
 */
export const readClocks = (
  events: readonly ClockEvent[],
  { policyOf, calendarOf }: Published,
  at: Instant,
): ClockReadings => {
  const facts = factsOf(events);
  const folded = { facts, standing: runsOf(facts, policyOf), pauses: pauseLogOf(events) };
  return readFolded(folded, calendarOf, at);
};

/** The `id@version` of every policy and calendar that the events of a complaint name. */
export const namedIn = (events: readonly ClockEvent[]) => {
  const policies = new Set<string>();
  const calendars = new Set<string>();
  for (const event of events) {
    if (event.type === 'Filed' && typeof event.data.terms === 'object') {
      policies.add(`${event.data.terms.policy}@${event.data.terms.version}`);
      event.data.terms.calendars.forEach((ref) => calendars.add(ref));
    } else if (event.type === 'ClocksRecomputed') {
      policies.add(`${event.data.policy}@${event.data.policyVersion}`);
      event.data.calendars.forEach((ref) => calendars.add(ref));
    }
  }
  return { policies: [...policies], calendars: [...calendars] };
};
