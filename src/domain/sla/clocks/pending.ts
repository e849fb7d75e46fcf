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
}

/** A clock that still has something to record, or runs. */
export interface PendingClock {
  /** Which run of which clock. */
  readonly run: Run;
  /**
   * `paused`: held up without a known end. `ended`: it ended late, and its breach is not recorded. `unanswered`: nothing
   * known here tells its due instant.
   */
  readonly state: 'running' | 'paused' | 'ended' | 'unanswered';
  /** When it is due; `null` where that cannot be said. */
  readonly dueAt: Instant | null;
  /** What its calendar is asked; absent where nothing known here answers. */
  readonly question?: DueQuestion;
  /** What is not recorded yet, the earliest first; nothing of what has no due instant. */
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
  const warned = facts.filter(({ type }) => type === 'SlaWarned');
  const breached = facts.filter(({ type }) => type === 'SlaBreached');
  const levels = standing.seen.flatMap(({ type, data }) =>
    type === 'Escalated' ? [numberOf(data['level']) ?? 0] : [],
  );
  return {
    warned: new Set(
      warned.map((fact) => warningKey({ ...refIn(fact), percent: numberOf(fact.data['percent']) ?? 0 })),
    ),
    breached: new Set(breached.map((fact) => breachKey(refIn(fact)))),
    level: Math.max(0, ...levels),
  };
};

/** Which run it is, as what is recorded about it names it. */
export const refOfRun = ({ clock, cycle, run }: Run) => ({ clock: clock.id, cycle, run });

/** What a run asks, and what it is asked of. */
interface Asked {
  readonly run: Run;
  readonly calendar: BusinessCalendar;
  readonly question: DueQuestion;
}

const order = { warning: 0, breach: 1, escalation: 2 } as const;

/** In the order of their instants; of one instant, a warning before a breach before an escalation. */
export const inTime = (one: PendingAct, other: PendingAct): number => {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return order[one.act.kind] - order[other.act.kind];
};

const at = (instant: Instant | null, act: DueAct): readonly PendingAct[] =>
  instant === null ? [] : [{ at: instant, act }];

const warningsOf = ({ run, calendar, question }: Asked, { warned }: OnRecord): readonly PendingAct[] =>
  run.clock.warnings
    .filter((percent) => !warned.has(warningKey({ ...refOfRun(run), percent })))
    .flatMap((percent) => at(instantOfShare(calendar, question, percent), { kind: 'warning', percent }));

const escalationsOf = (
  { run, calendar, question }: Asked,
  { level: reached }: OnRecord,
  { clocks, levels }: EscalationRule,
): readonly PendingAct[] =>
  clocks.includes(run.clock.id)
    ? levels
        .filter(({ level }) => level > reached)
        .flatMap(({ percent, level }) =>
          at(instantOfShare(calendar, question, percent), { kind: 'escalation', level }),
        )
    : [];

const breachOf = ({ run }: Asked, dueAt: Instant | null, { breached }: OnRecord): readonly PendingAct[] =>
  breached.has(breachKey(refOfRun(run))) ? [] : at(dueAt, { kind: 'breach' });

const lastsWithoutEnd = ({ question: { pauses } }: Asked): boolean =>
  pauses.some(({ to }) => to === undefined);

interface Known {
  readonly recorded: OnRecord;
  readonly pauses: readonly Pause[];
  readonly calendarOf: CalendarOf;
  readonly cycle: number;
  readonly escalation: EscalationRule | undefined;
}

const unanswered = (run: Run): readonly PendingClock[] =>
  run.end === undefined ? [{ run, state: 'unanswered', dueAt: null, acts: [] }] : [];

/** What a run asks of its calendar; `undefined` where nothing known here answers. */
const askedOf = (run: Run, { pauses, calendarOf }: Known): Asked | undefined => {
  const calendar = run.calendar === undefined ? undefined : calendarOf(run.calendar);
  const question = questionOf({ run, pauses }, run.startedAt);
  return calendar === undefined || question === undefined || millisecondsOf(run.startedAt) < calendar.from
    ? undefined
    : { run, calendar, question };
};

/** A run that ended: its breach, where it ended late and that is not on record. */
const endedLate = (asked: Asked, dueAt: Instant | null, endedAt: Instant, recorded: OnRecord) => {
  const acts = breachOf(asked, dueAt, recorded);
  return dueAt !== null && endedAt > dueAt && acts.length > 0
    ? [{ run: asked.run, state: 'ended', dueAt, question: asked.question, acts } as const]
    : [];
};

const actsOfOpen = (asked: Asked, dueAt: Instant, { recorded, escalation, cycle }: Known) => {
  const isCurrent = asked.run.cycle === cycle && escalation !== undefined;
  return [
    ...warningsOf(asked, recorded),
    ...breachOf(asked, dueAt, recorded),
    ...(isCurrent ? escalationsOf(asked, recorded, escalation) : []),
  ].sort(inTime);
};

const pendingRun = (run: Run, known: Known): readonly PendingClock[] => {
  const asked = askedOf(run, known);
  if (asked === undefined) return unanswered(run);
  const { question } = asked;
  const dueAt = instantOfShare(asked.calendar, question, 100);
  if (run.end !== undefined) return endedLate(asked, dueAt, run.end.at, known.recorded);
  if (dueAt !== null)
    return [{ run, state: 'running', dueAt, question, acts: actsOfOpen(asked, dueAt, known) }];
  return lastsWithoutEnd(asked) ? [{ run, state: 'paused', dueAt, question, acts: [] }] : unanswered(run);
};

const knownOf = (folded: FoldedClocks, calendarOf: CalendarOf): Known => ({
  recorded: onRecord(folded),
  pauses: pausesIn(folded.pauses),
  calendarOf,
  cycle: folded.standing.cycle,
  escalation: folded.standing.era?.policy.escalation,
});

const ofProvider = ({ standing: { runs } }: FoldedClocks): readonly Run[] =>
  runs.filter(({ clock: { owedBy } }) => owedBy === 'provider');

/**
 * What the clocks of a complaint still have to record, and from when on: a pure function of its events and of what was
 * published, so that two programs find the same. What a user lets pass is no breach of the provider's: such clocks are
 * not among them.
 */
export const pendingClocks = (folded: FoldedClocks, calendarOf: CalendarOf): readonly PendingClock[] => {
  const known = knownOf(folded, calendarOf);
  return ofProvider(folded).flatMap((run) => pendingRun(run, known));
};

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
  const known = knownOf(folded, calendarOf);
  const runsBefore = new Set(before.standing.runs);
  return ofProvider(folded).flatMap((run) =>
    runsBefore.has(run) ? pending.filter((each) => each.run === run) : pendingRun(run, known),
  );
};
