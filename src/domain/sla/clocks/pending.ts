import { breachKey, warningKey } from '../../complaint/deadlines/keys.js';
import { pausesIn, type Pause } from '../../complaint/pauses.js';
import type { EscalationLevel } from '../../complaint/vocabulary.js';
import { millisecondsOf, type Instant } from '../../kernel/instant.js';
import type { BusinessCalendar } from '../compile-calendar.js';
import type { DueQuestion } from '../due.js';
import type { EscalationRule } from '../policy/policy.js';
import type { FoldedClocks } from './clock-fold.js';
import type { Fact } from './facts.js';
import { questionOf } from './reading.js';
import type { Run } from './run.js';
import { instantOfShare } from './share.js';

/** What falls due by itself: a share of a term is consumed, a term is over, a complaint goes up a level (C-23). */
export type DueAct =
  | { readonly kind: 'warning'; readonly percent: number }
  | { readonly kind: 'breach' }
  | { readonly kind: 'escalation'; readonly level: Exclude<EscalationLevel, 0 | 4> };

/** An act that is not recorded yet, and from when on it may be. */
export interface PendingAct {
  /** The instant of the fact: that is when it happened, whenever it is recorded. */
  readonly at: Instant;
  /** What happens. */
  readonly act: DueAct;
  /** When its clock is due; as it was before a pause that has no known end. */
  readonly dueAt: Instant;
}

/** A clock that still has something to record, or runs. */
export interface PendingClock {
  /** Which run of which clock. */
  readonly run: Run;
  /**
   * `paused`: held up without a known end. `ended`: what fell due before it ended is not all recorded. `unanswered`:
   * nothing known here tells its due instant.
   */
  readonly state: 'running' | 'paused' | 'ended' | 'unanswered';
  /** When it is due; `null` where that cannot be said. */
  readonly dueAt: Instant | null;
  /** What its calendar is asked; absent where nothing known here answers. */
  readonly question?: DueQuestion;
  /** What is not recorded yet, the earliest first: of a clock that is held up or has ended, what fell due before. */
  readonly acts: readonly PendingAct[];
}

type CalendarOf = (ref: string) => BusinessCalendar | undefined;

/** What was recorded about deadlines, by the keys that it is recorded once for. */
interface OnRecord {
  readonly warned: ReadonlySet<string>;
  readonly breached: ReadonlySet<string>;
  /** The level that the complaint has reached in this cycle. */
  readonly level: number;
}

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

const refIn = ({ data }: Fact) => ({
  clock: String(data['clock']),
  cycle: numberOf(data['cycle']) ?? 1,
  run: numberOf(data['run']),
});

const onRecord = ({ facts, standing }: FoldedClocks): OnRecord => {
  const of = (type: Fact['type'], all: readonly Fact[]) => all.filter((fact) => fact.type === type);
  const numberIn = ({ data }: Fact, field: string) => numberOf(data[field]) ?? 0;
  const warned = of('SlaWarned', facts).map((fact) =>
    warningKey({ ...refIn(fact), percent: numberIn(fact, 'percent') }),
  );
  const breached = of('SlaBreached', facts).map((fact) => breachKey(refIn(fact)));
  const levels = of('Escalated', standing.seen).map((fact) => numberIn(fact, 'level'));
  return { warned: new Set(warned), breached: new Set(breached), level: Math.max(0, ...levels) };
};

/** Which run it is, as what is recorded about it names it. */
export const refOfRun = ({ clock, cycle, run }: Run) => ({ clock: clock.id, cycle, run });

/** What a run asks, and what it is asked of. */
interface Asked {
  readonly run: Run;
  readonly calendar: BusinessCalendar;
  readonly question: DueQuestion;
  /** When all of its term is consumed; `null` where nothing tells. */
  readonly dueAt: Instant | null;
}

const order = { warning: 0, breach: 1, escalation: 2 } as const;

/** In the order of their instants; of one instant, a warning before a breach before an escalation. */
export const inTime = (one: PendingAct, other: PendingAct): number => {
  if (one.at < other.at) return -1;
  if (one.at > other.at) return 1;
  return order[one.act.kind] - order[other.act.kind];
};

/** When the clock was due before the pause that has no known end; a day that was not paused whole ends during it. */
const dueBefore = ({ calendar, question }: Asked): Instant | null => {
  const pauses = question.pauses.filter(({ to }) => to !== undefined);
  return instantOfShare(calendar, { ...question, pauses }, 100);
};

/** An act at the instant at which a share of the term is consumed; none where nothing tells when that is. */
const atShare = (asked: Asked, percent: number, act: DueAct): readonly PendingAct[] => {
  const { calendar, question, dueAt: known } = asked;
  const at = percent === 100 ? known : instantOfShare(calendar, question, percent);
  if (at === null) return [];
  const dueAt = known ?? dueBefore(asked);
  return dueAt === null ? [] : [{ at, act, dueAt }];
};

const warningsOf = (asked: Asked, { warned }: OnRecord): readonly PendingAct[] =>
  asked.run.clock.warnings
    .filter((percent) => !warned.has(warningKey({ ...refOfRun(asked.run), percent })))
    .flatMap((percent) => atShare(asked, percent, { kind: 'warning', percent }));

const escalationsOf = (
  asked: Asked,
  { level: reached }: OnRecord,
  { clocks, levels }: EscalationRule,
): readonly PendingAct[] =>
  clocks.includes(asked.run.clock.id)
    ? levels
        .filter(({ level }) => level > reached)
        .flatMap(({ percent, level }) => atShare(asked, percent, { kind: 'escalation', level }))
    : [];

const breachOf = (asked: Asked, { breached }: OnRecord): readonly PendingAct[] =>
  breached.has(breachKey(refOfRun(asked.run))) ? [] : atShare(asked, 100, { kind: 'breach' });

const lastsWithoutEnd = ({ question: { pauses } }: Asked): boolean =>
  pauses.some(({ to }) => to === undefined);

interface Known {
  readonly recorded: OnRecord;
  readonly pauses: readonly Pause[];
  readonly calendarOf: CalendarOf;
  readonly cycle: number;
  readonly escalation: EscalationRule;
}

const unanswered = (run: Run): readonly PendingClock[] =>
  run.end === undefined ? [{ run, state: 'unanswered', dueAt: null, acts: [] }] : [];

/** What a run asks of its calendar; `undefined` where nothing known here answers. */
const askedOf = (run: Run, { pauses, calendarOf }: Known): Asked | undefined => {
  const calendar = run.calendar === undefined ? undefined : calendarOf(run.calendar);
  const question = questionOf({ run, pauses }, run.startedAt);
  return calendar === undefined || question === undefined || millisecondsOf(run.startedAt) < calendar.from
    ? undefined
    : { run, calendar, question, dueAt: instantOfShare(calendar, question, 100) };
};

/**
 * What a run has not recorded yet. A level is of the complaint in the cycle that it is in: one of an earlier cycle would
 * say something of this one.
 */
const actsOf = (asked: Asked, { recorded, escalation, cycle }: Known): readonly PendingAct[] => {
  const acts = [...warningsOf(asked, recorded), ...breachOf(asked, recorded)];
  const levels = asked.run.cycle === cycle ? escalationsOf(asked, recorded, escalation) : [];
  return [...acts, ...levels].sort(inTime);
};

const pendingRun = (run: Run, known: Known): readonly PendingClock[] => {
  const asked = askedOf(run, known);
  if (asked === undefined) return unanswered(run);
  const { question, dueAt } = asked;
  const { end } = run;
  if (end !== undefined) {
    const acts = actsOf(asked, known).filter(({ at }) => at < end.at);
    return acts.length > 0 ? [{ run, state: 'ended', dueAt, question, acts }] : [];
  }
  if (dueAt === null && !lastsWithoutEnd(asked)) return unanswered(run);
  const state = dueAt === null ? 'paused' : 'running';
  return [{ run, state, dueAt, question, acts: actsOf(asked, known) }];
};

/** Asks each run of the provider's; there is none where nothing says what the complaint counts by. */
const askEach = (
  folded: FoldedClocks,
  calendarOf: CalendarOf,
  ask: (run: Run, known: Known) => readonly PendingClock[],
): readonly PendingClock[] => {
  const { era, cycle, runs } = folded.standing;
  if (era === undefined) return [];
  const { escalation } = era.policy;
  const known = {
    recorded: onRecord(folded),
    pauses: pausesIn(folded.pauses),
    calendarOf,
    cycle,
    escalation,
  };
  return runs.filter(({ clock: { owedBy } }) => owedBy === 'provider').flatMap((run) => ask(run, known));
};

/**
 * What the clocks of a complaint still have to record, and from when on: a pure function of its events and of what was
 * published, so that two programs find the same. What a user lets pass is no breach of the provider's: such clocks are
 * not among them.
 */
export const pendingClocks = (folded: FoldedClocks, calendarOf: CalendarOf): readonly PendingClock[] =>
  askEach(folded, calendarOf, pendingRun);

/**
 * The same after events that record nothing about deadlines, and by which no pause, cycle or policy changes: a run that
 * is what it was before them still has the same to record, and its calendar is not asked again.
 */
export const pendingAfter = (
  before: FoldedClocks,
  pending: readonly PendingClock[],
  folded: FoldedClocks,
  calendarOf: CalendarOf,
): readonly PendingClock[] => {
  const runsBefore = new Set(before.standing.runs);
  return askEach(folded, calendarOf, (run, known) =>
    runsBefore.has(run) ? pending.filter((each) => each.run === run) : pendingRun(run, known),
  );
};
