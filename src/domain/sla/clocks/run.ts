import { laterOf, type Instant } from '../../kernel/instant.js';
import type { PauseSpan } from '../due.js';
import type { Clock, SlaPolicy, TermChoice } from '../policy/policy.js';
import { refOf } from '../policy/policy.js';
import { matches, type Attributes } from './attributes.js';
import { isMeant, type Fact } from './facts.js';

/** What complaints count by from some moment on: a policy, and which version of each calendar. */
export interface Era {
  /** The policy. */
  readonly policy: SlaPolicy;
  /** `id@version` of its calendars. */
  readonly calendars: readonly string[];
}

/** A clock that was started for a complaint: once, or several times in a cycle. */
export interface Run {
  /** The clock as its policy has it. */
  readonly clock: Clock;
  /** `id@version` of the policy. */
  readonly policy: string;
  /** `id@version` of the calendar; `undefined` where the complaint names no version of it. */
  readonly calendar: string | undefined;
  /** The cycle of the complaint that it runs in, from 1. */
  readonly cycle: number;
  /** Which one of the clock's in this cycle, from 1. */
  readonly run: number;
  /** What started it. */
  readonly startedBy: Fact;
  /** When it started. */
  readonly startedAt: Instant;
  /** What the complaint is, as far as its term depends on that. */
  readonly attributes: Attributes;
  /** The term that it counts by. */
  readonly choice: TermChoice;
  /** The facts of earlier cycles that it was there for: a term that one of them brought holds on. */
  readonly lived: readonly Fact[];
  /** What ended it; absent while it is open. */
  readonly end?: RunEnd;
  /** Times that count in no calendar: between an ending and the reopening that resumed it. */
  readonly apart: readonly PauseSpan[];
}

/** How a run ended: what it waited for was done, or it became pointless. */
export interface RunEnd {
  /** `done` or `cancelled`. */
  readonly how: 'done' | 'cancelled';
  /** When. */
  readonly at: Instant;
  /** Revision of the event that ended it. */
  readonly revision: number;
}

/** True for the record that a run was missed. */
export const isBreachOf =
  ({ clock, cycle, run }: Run) =>
  ({ type, data }: Fact): boolean =>
    type === 'SlaBreached' &&
    data['clock'] === clock.id &&
    data['cycle'] === cycle &&
    (data['run'] ?? 1) === run;

/** The version of a clock's calendar that holds in an era. */
export const calendarIn = ({ policy, calendars }: Era, { calendar: role }: Clock): string | undefined => {
  const id = policy.calendars[role];
  return id === undefined ? undefined : calendars.find((ref) => ref.startsWith(`${id}@`));
};

/** The term of a clock for such a complaint, `seen` being the facts of its cycle; `undefined` where none fits. */
export const choiceOf = (
  { terms }: Clock,
  attributes: Attributes,
  seen: readonly Fact[],
): TermChoice | undefined =>
  terms.find(
    ({ only, once }) =>
      (only === undefined || matches(only, attributes)) &&
      (once === undefined || seen.some((fact) => isMeant(once, fact))),
  );

/** The term of a run for such a complaint, `seen` being the facts of this cycle; `undefined` where none fits any more. */
export const choiceFor = (
  { lived }: Run,
  clock: Clock,
  attributes: Attributes,
  seen: readonly Fact[],
): TermChoice | undefined => choiceOf(clock, attributes, lived.length === 0 ? seen : [...lived, ...seen]);

/** True where a fact is about this one of several that run at once. */
export const concerns = ({ clock: { per = [] }, startedBy }: Run, { data }: Fact): boolean =>
  per.every((field) => data[field] === undefined || data[field] === startedBy.data[field]);

/** The clock counted by another era from now on; `undefined` where no term of it fits any more. */
export const countedIn = (run: Run, era: Era, clock: Clock, seen: readonly Fact[]): Run | undefined => {
  const choice = choiceFor(run, clock, run.attributes, seen);
  return choice && { ...run, clock, choice, policy: refOf(era.policy), calendar: calendarIn(era, clock) };
};

/** One more run, as the next one of its clock in its cycle. */
export const withNext = (runs: readonly Run[], added: Run): readonly Run[] => {
  const isOfClock = ({ clock, cycle }: Run) => clock.id === added.clock.id && cycle === added.cycle;
  return [...runs, { ...added, run: runs.filter(isOfClock).length + 1 }];
};

export const ended = (run: Run, how: RunEnd['how'], at: Instant, { revision }: Fact): Run => ({
  ...run,
  end: { how, at: at < run.startedAt ? run.startedAt : at, revision },
});

/** An ended run that goes on in a cycle since a fact: the time between counts in no calendar. */
export const goneOn = ({ end, ...run }: Run, cycle: number, { occurredAt }: Fact): readonly Run[] =>
  end === undefined
    ? []
    : [{ ...run, cycle, apart: [...run.apart, { from: end.at, to: laterOf(end.at, occurredAt) }] }];
