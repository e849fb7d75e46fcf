import { pausesOf, type Pause } from '../../../src/domain/complaint/pauses.js';
import { millisecondsOf } from '../../../src/domain/kernel/instant.js';
import { factsOf, type ClockEvent } from '../../../src/domain/sla/clocks/facts.js';
import { runsOf } from '../../../src/domain/sla/clocks/fold-runs.js';
import type { Run } from '../../../src/domain/sla/clocks/run.js';
import type { CalendarSource } from '../../../src/domain/sla/calendar.js';
import type { SlaPolicy } from '../../../src/domain/sla/policy/policy.js';

/**
 * A second opinion on what is to be recorded, and when: it steps from minute to minute and from day to day, over whole
 * offsets of Mexico City, and knows neither prefix sums nor shares nor the due index. Which clocks were started and
 * ended it takes from their fold, which has its own cases.
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

/** So many minutes of a clock that always runs, pauses left out; `Infinity` while a pause without end holds it up. */
const afterMinutes = (start: number, minutes: number, pauses: readonly Span[]): number => {
  let left = minutes;
  for (let at = start; ; at += minute) {
    if (left <= 0) return at;
    if (pauses.some(({ from, to }) => from <= at && to === Infinity)) return Infinity;
    if (!isIn(pauses, at)) left -= 1;
  }
};

/** The last of so many open days after that of the start; one that is paused from its opening to its closing is none. */
const lastOfDays = (
  calendar: CalendarSource,
  start: number,
  days: number,
  pauses: readonly Span[],
): number => {
  let date = dayOf(start);
  for (let left = days; left > 0;) {
    date += 1;
    if (pauses.some(({ from, to }) => to === Infinity && from < endOf(date - 1))) return Infinity;
    const minutes = openMinutes(calendar, date);
    if (minutes.length > 0 && minutes.some((at) => !isIn(pauses, at))) left -= 1;
  }
  return date;
};

const afterDays = (
  calendar: CalendarSource,
  start: number,
  hundredths: number,
  pauses: readonly Span[],
): number => {
  const whole = Math.floor(hundredths / 100);
  const rest = hundredths - whole * 100;
  const last = lastOfDays(calendar, start, whole, pauses);
  const reached = last === Infinity ? Infinity : endOf(last);
  if (rest === 0 || reached === Infinity) return reached;
  const next = lastOfDays(calendar, start, whole + 1, pauses);
  if (next === Infinity) return Infinity;
  const open: number[] = [];
  for (let date = last + 1; date <= next; date += 1) open.push(...openMinutes(calendar, date));
  let left = (open.length * rest) / 100;
  for (const at of open) {
    if (isIn(pauses, at)) continue;
    left -= 1;
    if (left <= 0) return at + minute + left * minute;
  }
  return endOf(next);
};

/** Something recorded: whose clock, what, and when it happened, to the minute. */
export interface Recorded {
  readonly key: string;
  readonly at: number;
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

/** When so much of a run's term is consumed; terms that an event sets are left to their own cases. */
const instantOf = (run: Run, percent: number, spans: readonly Span[], calendar: CalendarSource): number => {
  const { term } = run.choice;
  const start = millisecondsOf(run.startedAt);
  if (term.kind === 'minutes') return afterMinutes(start, (term.minutes * percent) / 100, spans);
  if (term.kind === 'business-days') return afterDays(calendar, start, term.days * percent, spans);
  return Infinity;
};

/** What programs that wake at these moments record, each knowing the events of before. */
export const recordedBy = (
  policy: SlaPolicy,
  business: CalendarSource,
  wakes: readonly { readonly at: number; readonly events: readonly ClockEvent[] }[],
): readonly Recorded[] => {
  const recorded = new Map<string, number>();
  let cycle = 1;
  let level = 0;
  let known: readonly ClockEvent[] = [];
  let candidates: readonly { readonly at: number; readonly key: string; readonly level: number }[] = [];

  const candidatesOf = (events: readonly ClockEvent[]) => {
    const standing = runsOf(factsOf(events), () => policy);
    const pauses = pausesOf(events);
    if (standing.cycle !== cycle) level = 0;
    cycle = standing.cycle;
    return standing.runs
      .filter(({ clock }) => clock.owedBy === 'provider')
      .flatMap((run) => {
        const spans = spansFor(run, pauses);
        const due = instantOf(run, 100, spans, business);
        const breach = { at: due, key: `${named(run)} breach`, level: 0 };
        if (run.end !== undefined) return millisecondsOf(run.end.at) > due ? [breach] : [];
        if (due === Infinity) return [];
        const warnings = run.clock.warnings.map((percent) => ({
          ...{
            at: instantOf(run, percent, spans, business),
            key: `${named(run)} warning ${percent}`,
            level: 0,
          },
        }));
        const goes = policy.escalation.clocks.includes(run.clock.id) && run.cycle === cycle;
        const levels = (goes ? policy.escalation.levels : []).map((each) => ({
          at: instantOf(run, each.percent, spans, business),
          key: `cycle ${cycle} level ${each.level}`,
          level: each.level,
        }));
        return [...warnings, breach, ...levels];
      })
      .sort((one, other) => one.at - other.at);
  };

  for (const { at, events } of wakes) {
    if (events !== known) candidates = candidatesOf(events);
    known = events;
    for (const each of candidates) {
      if (each.at > at || recorded.has(each.key) || (each.level > 0 && each.level <= level)) continue;
      recorded.set(each.key, Math.round(each.at / minute));
      level = Math.max(level, each.level);
    }
  }
  return [...recorded].map(([key, at]) => ({ key, at })).sort((one, other) => (one.key < other.key ? -1 : 1));
};
