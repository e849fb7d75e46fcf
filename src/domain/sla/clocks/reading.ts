import type { Pause } from '../../complaint/pauses.js';
import type { PauseAttribution, PauseReason } from '../../complaint/pause-reasons.js';
import { instantOf, laterOf, millisecondsOf, type Instant } from '../../kernel/instant.js';
import type { RejectionText } from '../../kernel/rejection-text.js';
import { openTimeBetween } from '../business-time.js';
import type { BusinessCalendar } from '../compile-calendar.js';
import { dueOf, type Due, type DueQuestion, type PauseSpan, type Term } from '../due.js';
import { minuteMs } from '../local-date.js';
import type { Owner, TermChoice } from '../policy/policy.js';
import { instantIn } from './facts.js';
import type { Run } from './run.js';
import { instantOfShare } from './share.js';

/** Which clock it is. */
export interface ClockName {
  /** Name in the policy, `C-07`. */
  readonly clock: string;
  /** What a person reads. */
  readonly name: RejectionText;
  /** Who has to act before it is due: what a user lets pass is no breach of the provider's. */
  readonly owedBy: Owner;
  /** `id@version` of the policy that it counts by. */
  readonly policy: string;
}

/** A clock of this complaint that has not started. */
export interface NotStartedClock extends ClockName {
  /** Tells the readings apart. */
  readonly state: 'not-started';
  /** When it starts, where that is known already, such as the beginning of a window for a visit; else `null`. */
  readonly startsAt: Instant | null;
}

/** Which of a clock's runs it is. */
export interface StartedClock extends ClockName {
  /** The cycle of the complaint that it runs in, from 1. */
  readonly cycle: number;
  /** Which one of the clock's in this cycle, from 1. */
  readonly run: number;
  /** When it started. */
  readonly startedAt: Instant;
  /** `id@version` of the calendar that it counts on; `null` where the complaint names none. */
  readonly calendar: string | null;
  /** Revision of the event that started it. */
  readonly startedBy: number;
  /** When its breach was recorded to have happened, first; `null` where none was. No later success takes it away (I-24). */
  readonly breachRecordedAt: Instant | null;
}

/** A pause that holds a clock up. */
export interface CurrentPause {
  /** Why. */
  readonly reason: PauseReason;
  /** Whom it is put down to. */
  readonly attributedTo: PauseAttribution;
  /** When it began. */
  readonly from: Instant;
  /** When it ends by itself; `null` while that is not known. */
  readonly to: Instant | null;
}

/** A clock's due instant and how it stands. Times are open milliseconds of its calendar. */
export interface ClockStanding extends StartedClock {
  /** `met`: done at or before it was due. `breached`: due and not done by then, whatever became of it since. */
  readonly state: 'running' | 'paused' | 'met' | 'breached' | 'cancelled';
  /** When it is due; `null` while a pause without end holds it up. */
  readonly dueAt: Instant | null;
  /** The local date of `dueAt`; of a term in days its last day. */
  readonly dueDay: string | null;
  /** Consumed until the instant asked for, never beyond the due instant. */
  readonly consumedMs: number;
  /** What is left of the term. */
  readonly remainingMs: number;
  /** Open time beyond the due instant, until it was done or until the instant asked for. */
  readonly overdueMs: number;
  /** Open time that pauses have taken away. */
  readonly pausedMs: number;
  /** When it would be due if whatever pauses it ended now; `null` once it has ended. */
  readonly forecastDueAt: Instant | null;
  /** When it was done or became pointless; `null` while it is open. */
  readonly endedAt: Instant | null;
  /** What pauses it now; `null` where nothing does, or only that the complaint had ended. */
  readonly pause: CurrentPause | null;
  /** Every pause that held it up until then, by whom and why, in the order in which they began. */
  readonly pauses: readonly CurrentPause[];
  /** When each share of its term that it is warned at is consumed; `null` where that cannot be said yet. */
  readonly warnings: readonly { readonly percent: number; readonly at: Instant | null }[];
}

/** The same with what it was counted by. */
export interface CountedClock extends ClockStanding {
  /** The term that it counts by, and where its number comes from. */
  readonly term: TermChoice;
  /** What its calendar was asked: `stepsOf` tells how the answer was counted. */
  readonly question: DueQuestion;
}

/** Why no due instant can be told: nothing is guessed. */
export type UnansweredCode = 'calendar-unknown' | 'term-unknown' | 'beyond-calendar' | 'before-calendar';

/** A clock that was started and of which no due instant can be told. */
export interface UnansweredClock extends StartedClock {
  /** Tells the readings apart. */
  readonly state: 'unanswered';
  /** Why. */
  readonly code: UnansweredCode;
}

/** How a clock of a complaint stands at an instant: `state` tells which of the readings it is. */
export type ClockReading = NotStartedClock | CountedClock | UnansweredClock;

/** A term in the numbers that are counted with; `undefined` where the event that started it does not tell its instant. */
const termOf = ({ choice: { term }, startedBy, startedAt }: Run): Term | undefined => {
  switch (term.kind) {
    case 'minutes':
    case 'business-days':
      return term;
    case 'fixed': {
      const dueAt = instantIn(startedBy, term.field);
      return dueAt && { kind: 'fixed', dueAt };
    }
    case 'before': {
      const of = instantIn(startedBy, term.field);
      if (of === undefined) return undefined;
      const dueAt = instantOf(millisecondsOf(of) - term.minutes * minuteMs);
      return { kind: 'fixed', dueAt: laterOf(dueAt, startedAt) };
    }
    case 'next-cut-off': {
      const dueAt = instantIn(startedBy, term.field);
      return dueAt === undefined
        ? { kind: 'minutes', minutes: term.otherwiseDays * 24 * 60 }
        : { kind: 'fixed', dueAt };
    }
  }
};

/** What is asked of a run at an instant: until then, or until it ended. */
export interface AskedRun {
  /** The run. */
  readonly run: Run;
  /** The pauses of its complaint. */
  readonly pauses: readonly Pause[];
  /** The instant of the answer. */
  readonly at: Instant;
  /** When its breach was recorded to have happened; `null` where none was. */
  readonly breachRecordedAt: Instant | null;
}

const holdingUp = ({ run: { clock }, pauses }: Pick<AskedRun, 'run' | 'pauses'>): readonly Pause[] => {
  const { pausedAs } = clock;
  return pausedAs === 'never' ? [] : pauses.filter(({ clocks }) => clocks.includes(pausedAs));
};

/** True where the run had ended by the instant asked for: what ends it later is not looked at. */
const hasEnded = ({ run: { end }, at }: AskedRun): boolean => end !== undefined && end.at <= at;

/** Until when a run counts: the instant asked for, or its end. */
const untilOf = ({ run: { end }, at }: AskedRun): Instant => (end !== undefined && end.at < at ? end.at : at);

const stateOf = ({ state, dueAt }: Due, asked: AskedRun): CountedClock['state'] => {
  const { end } = asked.run;
  if (end === undefined || !hasEnded(asked)) return state === 'not-started' ? 'running' : state;
  if (dueAt !== null && end.at > dueAt) return 'breached';
  return end.how === 'done' ? 'met' : 'cancelled';
};

const told = ({ reason, attributedTo, from, to }: Pause): CurrentPause => ({
  reason,
  attributedTo,
  from,
  to: to ?? null,
});

const currentPause = (pauses: readonly Pause[], at: Instant): CurrentPause | null => {
  const pause = pauses.find(({ from, to }) => from <= at && (to === undefined || at < to));
  return pause === undefined ? null : told(pause);
};

/** The pauses that took something of a run, or may have: begun before it ended, not over when it started. */
const pausesOf = (asked: AskedRun, until: Instant): readonly CurrentPause[] =>
  holdingUp(asked)
    .filter(({ from, to }) => from < until && (to === undefined || to > asked.run.startedAt))
    .map(told)
    .sort((a, b) => (a.from < b.from ? -1 : 1));

const nameOf = ({
  run: { clock, policy, calendar, cycle, run, startedAt, startedBy },
  breachRecordedAt,
}: AskedRun) => ({
  clock: clock.id,
  name: clock.name,
  owedBy: clock.owedBy,
  policy,
  cycle,
  run,
  startedAt,
  calendar: calendar ?? null,
  startedBy: startedBy.revision,
  breachRecordedAt,
});

/** What of a reading depends on how the run ended, and on what came after its due instant. */
const endOf = (asked: AskedRun, calendar: BusinessCalendar, due: Due, until: Instant) => {
  const isOver = hasEnded(asked);
  const state = stateOf(due, asked);
  const overdue = state === 'breached' && due.dueAt !== null;
  return {
    state,
    overdueMs: overdue ? openTimeBetween(calendar, millisecondsOf(due.dueAt), millisecondsOf(until)) : 0,
    forecastDueAt: isOver ? null : due.forecastDueAt,
    endedAt: isOver ? until : null,
  };
};

/** What a run asks its calendar; `undefined` where the event that started it does not tell the instant of its term. */
export const questionOf = (asked: Pick<AskedRun, 'run' | 'pauses'>, at: Instant): DueQuestion | undefined => {
  const { run } = asked;
  const term = termOf(run);
  if (term === undefined) return undefined;
  const pauses: readonly PauseSpan[] = [
    ...holdingUp(asked).map(({ from, to }) => ({ from, to })),
    ...run.apart,
  ];
  return { start: run.startedAt, term, pauses, at };
};

/** How a run stands at an instant. What no calendar answers for is said, never guessed. */
export const readRun = (
  asked: AskedRun,
  calendar: BusinessCalendar | undefined,
): CountedClock | UnansweredClock => {
  const { run, at } = asked;
  const unanswered = (code: UnansweredCode): UnansweredClock => ({
    ...nameOf(asked),
    state: 'unanswered',
    code,
  });
  if (calendar === undefined) return unanswered('calendar-unknown');
  const until = untilOf(asked);
  const question = questionOf(asked, until);
  if (question === undefined) return unanswered('term-unknown');

  const outcome = dueOf(calendar, question);
  if (!outcome.ok) return unanswered(outcome.code);

  const { dueAt, dueDay, consumedMs, remainingMs, pausedMs } = outcome.due;
  const end = endOf(asked, calendar, outcome.due, until);
  return {
    ...nameOf(asked),
    ...{ dueAt, dueDay, consumedMs, remainingMs, pausedMs },
    ...end,
    pause: end.state === 'paused' ? currentPause(holdingUp(asked), at) : null,
    pauses: pausesOf(asked, until),
    warnings: run.clock.warnings.map((percent) => ({
      percent,
      at: instantOfShare(calendar, question, percent),
    })),
    term: run.choice,
    question,
  };
};
