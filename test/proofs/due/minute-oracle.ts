import { pausesOf, type Pause } from '../../../src/domain/complaint/pauses.js';
import { millisecondsOf } from '../../../src/domain/kernel/instant.js';
import { factsOf, type ClockEvent } from '../../../src/domain/sla/clocks/facts.js';
import { runsOf } from '../../../src/domain/sla/clocks/fold-runs.js';
import type { Run } from '../../../src/domain/sla/clocks/run.js';
import type { CalendarSource } from '../../../src/domain/sla/calendar.js';
import type { SlaPolicy } from '../../../src/domain/sla/policy/policy.js';

/**
 * A second opinion on what is to be recorded, and when: it steps from minute to minute, over whole offsets of Mexico
 * City, and asks at each how much of the term is consumed by then. It knows neither prefix sums nor shares nor due instants
 * nor the due index, and nothing of what a paused clock or one that ended is good for: what has passed has passed. Which
 * clocks were started and ended it takes from their fold, which has its own cases.
 */
const minute = 60_000;
const day = 24 * 60 * minute;
/** Mexico City has had one offset since 2022. */
const offset = -6 * 60 * minute;
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

interface Span {
  readonly from: number;
  readonly to: number;
}

const isIn = (spans: readonly Span[], at: number): boolean =>
  spans.some(({ from, to }) => from <= at && at < to);

const dayOf = (at: number): number => Math.floor((at + offset) / day);
const endOf = (date: number): number => (date + 1) * day - offset;

/** The open minutes of a local date, each by its beginning. */
const openMinutes = ({ week, holidays }: CalendarSource, date: number): readonly number[] => {
  const at = new Date(date * day);
  if (holidays.includes(at.toISOString().slice(0, 10))) return [];
  const intervals = week[weekdays[at.getUTCDay()] ?? 'sun'] ?? [];
  return intervals.flatMap((interval) => {
    const [from = 0, to = 0] = interval.split('-').map((time) => {
      const [hour = '', minutes = ''] = time.split(':');
      return Number(hour) * 60 + Number(minutes);
    });
    return Array.from({ length: to - from }, (_, index) => date * day - offset + (from + index) * minute);
  });
};

/** An instant, and how much of a term is consumed by it, in percent. */
interface Passed {
  readonly at: number;
  readonly percent: number;
}

/** A pause that has begun and has no end: nothing more is consumed. */
const isHeldUp = (pauses: readonly Span[], at: number): boolean =>
  pauses.some(({ from, to }) => from <= at && to === Infinity);

/** Minute by minute, on a clock that always runs. */
function* minutesOf(start: number, minutes: number, pauses: readonly Span[]): Generator<Passed> {
  let consumed = 0;
  for (let at = start; ; at += minute) {
    yield { at, percent: (consumed / minutes) * 100 };
    if (isHeldUp(pauses, at)) return;
    if (!isIn(pauses, at)) consumed += 1;
  }
}

/** What is consumed of one day: its open minutes as they pass, and all of it at its end. One that is paused is no day. */
function* minutesOfDay(open: readonly number[], end: number, pauses: readonly Span[]): Generator<Passed> {
  let consumed = 0;
  for (const at of open) {
    if (isIn(pauses, at)) continue;
    consumed += 1;
    if (consumed < open.length) yield { at: at + minute, percent: (consumed / open.length) * 100 };
  }
  if (consumed > 0) yield { at: end, percent: 100 };
}

/** Day by day from that after the start, and minute by minute within each. */
function* daysOf(
  calendar: CalendarSource,
  start: number,
  days: number,
  pauses: readonly Span[],
): Generator<Passed> {
  let before = 0;
  for (let date = dayOf(start) + 1; ; date += 1) {
    if (isHeldUp(pauses, endOf(date - 1))) return;
    const open = openMinutes(calendar, date);
    for (const { at, percent } of minutesOfDay(open, endOf(date), pauses)) {
      yield { at, percent: (before + percent) / days };
      if (percent === 100) before += 100;
    }
  }
}

/** Something recorded: whose clock, what, when it happened and when that was recorded, to the minute. */
export interface Recorded {
  readonly key: string;
  readonly at: number;
  readonly recordedAt: number;
}

const named = ({ clock, cycle, run }: Run): string => `${clock.id}#${cycle}.${run}`;

const spansFor = ({ clock, apart }: Run, pauses: readonly Pause[]): readonly Span[] =>
  [
    ...pauses.filter(({ clocks }) => clock.pausedAs !== 'never' && clocks.includes(clock.pausedAs)),
    ...apart,
  ].map(({ from, to }) => ({
    from: millisecondsOf(from),
    to: to === undefined ? Infinity : millisecondsOf(to),
  }));

/** How a run's term is consumed; terms that an event sets are left to their own cases. */
const passing = (run: Run, pauses: readonly Span[], calendar: CalendarSource): Iterable<Passed> => {
  const { term } = run.choice;
  const start = millisecondsOf(run.startedAt);
  if (term.kind === 'minutes') return minutesOf(start, term.minutes, pauses);
  if (term.kind === 'business-days') return daysOf(calendar, start, term.days, pauses);
  return [];
};

interface Candidate {
  readonly at: number;
  readonly key: string;
  readonly level: number;
}

interface Level {
  readonly percent: number;
  readonly key: string;
  readonly level: number;
}

/** Each level that is reached before the run ends and until an instant, and the minute in which it is. */
const reachedBy = (
  levels: readonly Level[],
  passed: Iterable<Passed>,
  { endsAt, until }: { readonly endsAt: number; readonly until: number },
): readonly Candidate[] => {
  const reached: Candidate[] = [];
  const left = new Set(levels);
  for (const { at, percent } of passed) {
    if (at >= endsAt || at > until || left.size === 0) break;
    for (const each of left) {
      if (percent + 1e-9 < each.percent) continue;
      reached.push({ at, key: each.key, level: each.level });
      left.delete(each);
    }
  }
  return reached;
};

/** What programs that wake at these moments record, each knowing the events of before. */
export const recordedBy = (
  policy: SlaPolicy,
  business: CalendarSource,
  wakes: readonly { readonly at: number; readonly events: readonly ClockEvent[] }[],
): readonly Recorded[] => {
  const recorded = new Map<string, Recorded>();
  let cycle = 1;
  let level = 0;
  let known: readonly ClockEvent[] = [];
  let candidates: readonly Candidate[] = [];

  const candidatesOf = (events: readonly ClockEvent[], until: number): readonly Candidate[] => {
    const standing = runsOf(factsOf(events), () => policy);
    const pauses = pausesOf(events);
    if (standing.cycle !== cycle) level = 0;
    cycle = standing.cycle;
    return standing.runs
      .filter(({ clock }) => clock.owedBy === 'provider')
      .flatMap((run) => {
        const warnings = run.clock.warnings.map((percent) => ({
          ...{ percent, key: `${named(run)} warning ${percent}`, level: 0 },
        }));
        const goes = policy.escalation.clocks.includes(run.clock.id) && run.cycle === cycle;
        const levels = (goes ? policy.escalation.levels : []).map((each) => ({
          ...{ percent: each.percent, key: `cycle ${cycle} level ${each.level}`, level: each.level },
        }));
        const endsAt = run.end === undefined ? Infinity : millisecondsOf(run.end.at);
        return reachedBy(
          [...warnings, { percent: 100, key: `${named(run)} breach`, level: 0 }, ...levels],
          passing(run, spansFor(run, pauses), business),
          { endsAt, until },
        );
      })
      .sort((one, other) => one.at - other.at);
  };

  const lastOf = (events: readonly ClockEvent[]): number =>
    Math.max(...wakes.filter((wake) => wake.events === events).map(({ at }) => at));

  for (const { at, events } of wakes) {
    if (events !== known) candidates = candidatesOf(events, lastOf(events));
    known = events;
    for (const each of candidates) {
      if (each.at > at || recorded.has(each.key) || (each.level > 0 && each.level <= level)) continue;
      const { key } = each;
      recorded.set(key, { key, at: Math.round(each.at / minute), recordedAt: Math.round(at / minute) });
      level = Math.max(level, each.level);
    }
  }
  return [...recorded.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
};
