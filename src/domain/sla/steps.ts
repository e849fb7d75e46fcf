import { instantOf, millisecondsOf, type Instant } from '../kernel/instant.js';
import type { BusinessCalendar, SkippedInterval } from './compile-calendar.js';
import { spansOf, type DueQuestion } from './due.js';
import { dayMs } from './local-date.js';
import { joinedStretches, pausedStretches, type Span } from './pauses.js';
import { dueOfDays, dueOfTime, lastDayOfTerm } from './reckon.js';
import { repeatedAsOne, shapeOf } from './repeated-steps.js';
import type { DayStep, Piece, Step, WallTime } from './step.js';
import { lastAtMost, localDayAt, offsetAt } from './zone.js';

/** True where the calendar never closes. */
const neverCloses = ({ from, to, total }: BusinessCalendar): boolean => total === to - from;

const wallTime = ({ zone }: BusinessCalendar, instant: number, day?: number): WallTime => {
  const ends = day !== undefined;
  const offset = offsetAt(zone, ends ? instant - 1 : instant);
  const date = day ?? Math.floor((instant + offset) / dayMs);
  return { day: date, time: instant + offset - date * dayMs, offset };
};

const piecesOfSegment = (
  calendar: BusinessCalendar,
  index: number,
  [from, to]: readonly [number, number],
  pauses: readonly Span[],
): readonly Piece[] => {
  const start = Math.max(from, calendar.starts[index] ?? to);
  const end = Math.min(to, calendar.ends[index] ?? to);
  const day = calendar.days[index] ?? 0;
  const offset = offsetAt(calendar.zone, start);
  const edges = pauses
    .flatMap((pause) => [pause.from, pause.to])
    .map((edge) => Math.min(end, Math.max(start, edge)));
  const cuts = [...new Set([start, ...edges, end])].sort((a, b) => a - b);
  const cut = cuts.slice(1).map((until, part) => ({ from: cuts[part] ?? start, to: until }));
  const joined: { from: number; to: number; paused: boolean }[] = [];
  for (const each of cut) {
    const paused = pauses.some((pause) => pause.from <= each.from && each.from < pause.to);
    const last = joined.at(-1);
    if (last?.paused === paused) last.to = each.to;
    else joined.push({ ...each, paused });
  }
  const local = (instant: number) => instant + offset - day * dayMs;
  return joined.map((each) => ({
    day,
    from: local(each.from),
    to: local(each.to),
    offset,
    paused: each.paused,
  }));
};

/** The open time from one instant to another, cut where a pause begins or ends. */
const piecesBetween = (
  calendar: BusinessCalendar,
  from: number,
  to: number,
  pauses: readonly Span[],
): readonly Piece[] => {
  const pieces: Piece[] = [];
  const first = lastAtMost(calendar.ends, from) + 1;
  for (let index = first; (calendar.starts[index] ?? to) < to; index += 1)
    pieces.push(...piecesOfSegment(calendar, index, [from, to], pauses));
  return pieces;
};

const lengthOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { from, to }) => sum + to - from, 0);

/** Dates that follow each other and are counted alike become one step; what is paused stands by itself. */
const countedSteps = (pieces: readonly Piece[]): readonly DayStep[] => {
  const steps: DayStep[] = [];
  let sum = 0;
  let run: { first: number; last: number; pieces: readonly Piece[] } | undefined;
  const finish = (): void => {
    if (run === undefined) return;
    const ms = lengthOf(run.pieces);
    sum += ms * (run.last - run.first + 1);
    steps.push({ kind: 'counted', ...run, ms, sum });
    run = undefined;
  };
  for (const [day, ofDay] of byDay(pieces)) {
    if (ofDay.some(({ paused }) => paused)) {
      finish();
      for (const piece of ofDay) {
        const ms = lengthOf([piece]);
        if (!piece.paused) sum += ms;
        steps.push(
          piece.paused
            ? { kind: 'paused', piece, ms }
            : { kind: 'counted', first: day, last: day, pieces: [piece], ms, sum },
        );
      }
    } else if (run?.last === day - 1 && shapeOf(run.pieces) === shapeOf(ofDay)) run.last = day;
    else {
      finish();
      run = { first: day, last: day, pieces: ofDay };
    }
  }
  finish();
  return repeatedAsOne(steps);
};

/** The pieces of each local date, in order of time; a date that is interrupted by another comes twice. */
const byDay = (pieces: readonly Piece[]): readonly (readonly [number, readonly Piece[]])[] => {
  const days: (readonly [number, Piece[]])[] = [];
  for (const piece of pieces) {
    const last = days.at(-1);
    if (last?.[0] === piece.day) last[1].push(piece);
    else days.push([piece.day, [piece]]);
  }
  return days;
};

const opens = ({ openDays }: BusinessCalendar, day: number): boolean =>
  openDays[lastAtMost(openDays, day)] === day;

/** The dates between two that the calendar names and that do not open: what a person would look for in the list. */
const closedSteps = (calendar: BusinessCalendar, from: number, to: number): readonly DayStep[] => {
  const { holidays, overridden } = calendar;
  return [...new Set([...holidays, ...overridden])]
    .filter((day) => from <= day && day <= to && !opens(calendar, day))
    .map((day) => ({ kind: 'closed', day, why: overridden.has(day) ? 'override' : 'holiday' }));
};

/** The hours of which a person would ask why they are not in the list: the clocks passed over them. */
const skippedSteps = (
  { skipped }: BusinessCalendar,
  isAsked: (each: SkippedInterval) => boolean,
): readonly DayStep[] =>
  skipped.filter(isAsked).map(({ day, from, to }) => ({ kind: 'skipped', day, from, to }));

const dayOfStep = (step: DayStep): number => {
  switch (step.kind) {
    case 'counted':
    case 'open-days':
      return step.first;
    case 'counted-in-turn':
    case 'open-days-in-turn':
      return step.runs[0]?.first ?? 0;
    case 'paused':
      return step.piece.day;
    case 'closed':
    case 'skipped':
    case 'paused-day':
      return step.day;
  }
};

/** True for a date that lies within weeks in turn. */
const liesInTurns = (steps: readonly DayStep[], day: number): boolean =>
  steps.some((step) => {
    if (step.kind !== 'counted-in-turn' && step.kind !== 'open-days-in-turn') return false;
    const [first, last] = [step.runs[0]?.first ?? Infinity, step.runs.at(-1)?.last ?? 0];
    return first <= day && day <= last + (step.times - 1) * step.every * 7;
  });

/** What is counted and what is closed, in order. Dates that a calendar of weeks in turn closes are told by the turn. */
const inOrderOfDays = (
  counted: readonly DayStep[],
  closed: readonly DayStep[],
  skipped: readonly DayStep[],
): readonly DayStep[] =>
  [
    ...skipped,
    ...counted,
    ...closed.filter(
      (step) => step.kind !== 'closed' || step.why === 'holiday' || !liesInTurns(counted, step.day),
    ),
  ].sort((a, b) => dayOfStep(a) - dayOfStep(b));

const pauseSteps = (calendar: BusinessCalendar, spans: readonly Span[]): readonly Step[] =>
  [...spans]
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }) => ({
      kind: 'pause',
      from: wallTime(calendar, from),
      to: to === Infinity ? undefined : wallTime(calendar, to),
    }));

const endSteps = (calendar: BusinessCalendar, due: number, day?: number): readonly Step[] =>
  due === Infinity ? [{ kind: 'held-up' }] : [{ kind: 'due', at: wallTime(calendar, due, day) }];

/**
 * The last date of which it is told that it is closed: nothing is once the sum is complete, which a shift of the night
 * before may reach on a date that is.
 */
const lastToTell = (
  { zone }: BusinessCalendar,
  first: number,
  reached: number,
  due: number,
  pieces: readonly Piece[],
): number =>
  due === Infinity ? Math.max(first, localDayAt(zone, reached - 1)) : (pieces.at(-1)?.day ?? first);

const timeSteps = (calendar: BusinessCalendar, start: number, ms: number, spans: readonly Span[]) => {
  const due = dueOfTime(calendar, start, ms, spans);
  const reached = due === Infinity ? lastBegin(calendar, spans) : due;
  const pieces = piecesBetween(calendar, start, reached, spans);
  const first = localDayAt(calendar.zone, start);
  const closed = closedSteps(calendar, first, lastToTell(calendar, first, reached, due, pieces));
  return [
    { kind: 'target-time', ms, always: neverCloses(calendar) } as const,
    ...pauseSteps(calendar, spans),
    ...inOrderOfDays(
      countedSteps(pieces),
      closed,
      skippedSteps(calendar, ({ at }) => start <= at && at < reached),
    ),
    ...endSteps(calendar, due),
  ];
};

/** Where a pause without end begins. */
const lastBegin = (calendar: BusinessCalendar, spans: readonly Span[]): number =>
  Math.min(calendar.to, ...spans.filter(({ to }) => to === Infinity).map(({ from }) => from));

/** The open days after the day of receipt up to the last one: counted in runs, or paused whole. */
const openDaySteps = (
  calendar: BusinessCalendar,
  received: number,
  last: number,
  spans: readonly Span[],
): readonly DayStep[] => {
  const { openDays, openDayFrom, openDayTo } = calendar;
  const always = neverCloses(calendar);
  const paused = joinedStretches(pausedStretches(calendar, -Infinity, spans));
  const isPaused = (begin: number, close: number) =>
    paused.some(({ from, to }) => from <= begin && close <= to);
  const steps: DayStep[] = [];
  let nth = 0;
  const end = lastAtMost(openDays, last);
  for (let index = lastAtMost(openDays, received) + 1; index <= end; index += 1) {
    const day = openDays[index] ?? last;
    const run = steps.at(-1);
    if (isPaused(openDayFrom[index] ?? 0, openDayTo[index] ?? 0)) {
      steps.push({ kind: 'paused-day', day });
      continue;
    }
    nth += 1;
    if (run?.kind === 'open-days' && run.last === day - 1) steps[steps.length - 1] = { ...run, last: day };
    else steps.push({ kind: 'open-days', first: day, last: day, nth, always });
  }
  return repeatedAsOne(steps);
};

const daySteps = (calendar: BusinessCalendar, start: number, days: number, spans: readonly Span[]) => {
  const received = localDayAt(calendar.zone, start);
  const due = dueOfDays(calendar, start, days, spans);
  const last =
    due === Infinity
      ? localDayAt(calendar.zone, lastBegin(calendar, spans))
      : lastDayOfTerm(calendar, received, days, spans);
  const counted = openDaySteps(calendar, received, last, spans);
  return [
    { kind: 'target-days', days, always: neverCloses(calendar) } as const,
    { kind: 'received', day: received } as const,
    ...pauseSteps(calendar, spans),
    ...inOrderOfDays(
      counted,
      closedSteps(calendar, received + 1, last),
      skippedSteps(calendar, ({ day }) => received < day && day <= last && !opens(calendar, day)),
    ),
    ...endSteps(calendar, due, days === 0 ? undefined : last),
  ];
};

/**
 * How a due instant was counted, step by step: what an inspector needs to count it again by hand. The question must be
 * one that `dueOf` answers.
 */
export const stepsOf = (
  calendar: BusinessCalendar,
  { start, term, pauses }: DueQuestion,
): readonly Step[] => {
  const from = millisecondsOf(start);
  const spans = spansOf(pauses);
  const heading: readonly Step[] = [
    { kind: 'calendar', id: calendar.id, version: calendar.version, zone: calendar.zoneName },
    { kind: 'start', at: wallTime(calendar, from) },
  ];
  switch (term.kind) {
    case 'minutes':
      return [...heading, ...timeSteps(calendar, from, term.minutes * 60_000, spans)];
    case 'business-days':
      return [...heading, ...daySteps(calendar, from, term.days, spans)];
    case 'fixed': {
      const at = wallTime(calendar, millisecondsOf(term.dueAt));
      return [...heading, { kind: 'fixed', at, isPast: term.dueAt < start }, { kind: 'due', at }];
    }
  }
};

/** The instant that a wall time stands for. */
export const instantOfWall = ({ day, time, offset }: WallTime): Instant =>
  instantOf(day * dayMs + time - offset);
