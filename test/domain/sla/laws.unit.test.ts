import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextOpenInstant, openTimeAt, openTimeBetween } from '../../../src/domain/sla/business-time.js';
import { instantOf } from '../../../src/domain/kernel/instant.js';
import type { BusinessCalendar } from '../../../src/domain/sla/compile-calendar.js';
import { dueOf, type Term } from '../../../src/domain/sla/due.js';
import { dayMs } from '../../../src/domain/sla/local-date.js';
import type { Span } from '../../../src/domain/sla/pauses.js';
import { dueOfDays, dueOfTime, lastDayOfTerm } from '../../../src/domain/sla/reckon.js';
import { parseInterval } from '../../../src/domain/sla/week.js';
import { lastAtMost, localDayAt } from '../../../src/domain/sla/zone.js';
import type { PublishedCalendar } from '../../../src/domain/sla/calendar.js';
import { proof } from '../../support/proof.js';
import { calendars, pausesFrom, publishedCalendars, starts } from './arbitraries.js';
import { compiled, weekdayOf } from './calendars.js';
import { withoutTheMachine } from './without-the-machine.js';

const minuteMs = 60_000;
const minutes = fc.integer({ min: 0, max: 12_000 });
const asked = fc
  .tuple(calendars, starts, minutes)
  .chain(([calendar, start, target]) =>
    pausesFrom(start).map((pauses) => ({ calendar, start, target: target * minuteMs, pauses })),
  );
const runs = proof(30);

describe('a term in time obeys the laws of business time', () => {
  it('what is added is what lies between: difference(start, add(start, n)) = n (I-18)', () => {
    fc.assert(
      fc.property(calendars, starts, minutes, (calendar, start, n) => {
        const due = dueOfTime(calendar, start, n * minuteMs, []);
        fc.pre(!Number.isNaN(due));
        expect(openTimeBetween(calendar, start, due)).toBe(n * minuteMs);
      }),
      runs,
    );
  });

  it('a longer target is never due earlier, nor one that starts later', () => {
    fc.assert(
      fc.property(asked, fc.nat(5000), ({ calendar, start, target, pauses }, more) => {
        const due = dueOfTime(calendar, start, target, pauses);
        fc.pre(!Number.isNaN(due));
        const [longer, later] = [
          dueOfTime(calendar, start, target + more * minuteMs, pauses),
          dueOfTime(calendar, start + more * minuteMs, target, pauses),
        ];
        for (const other of [longer, later]) expect(Number.isNaN(other) || other >= due).toBe(true);
      }),
      runs,
    );
  });

  it('neither the order of pauses, nor their splitting, nor their repetition matters', () => {
    fc.assert(
      fc.property(asked, fc.nat(), ({ calendar, start, target, pauses }, cut) => {
        const halves = pauses.flatMap(({ from, to }) => {
          const middle = from + Math.floor((to - from) / 2);
          return [
            { from: middle, to },
            { from, to: middle + (cut % 2) * 1000 },
          ].filter((half) => half.to <= to);
        });
        const due = dueOfTime(calendar, start, target, pauses);
        for (const others of [[...pauses].reverse(), halves, [...pauses, ...pauses]])
          expect(dueOfTime(calendar, start, target, others)).toBe(due);
      }),
      runs,
    );
  });

  it('a pause outside open time changes nothing', () => {
    fc.assert(
      fc.property(asked, ({ calendar, start, target, pauses }) => {
        const closed = pauses.filter(({ from, to }) => openTimeBetween(calendar, from, to) === 0);
        expect(dueOfTime(calendar, start, target, closed)).toBe(dueOfTime(calendar, start, target, []));
      }),
      runs,
    );
  });

  it('a pause that begins at the due instant or later moves nothing, nor one that was over at the start', () => {
    const term = fc.oneof(
      fc.integer({ min: 1, max: 12_000 }).map((n) => ({ due: dueOfTime, n: n * minuteMs })),
      fc.integer({ min: 1, max: 20 }).map((n) => ({ due: dueOfDays, n })),
    );
    fc.assert(
      fc.property(
        calendars,
        starts,
        term,
        fc.constantFrom(0, 0, 1, 5000),
        fc.constantFrom(Infinity, 1, 6000 * minuteMs),
        (calendar, start, { due, n }, after, length) => {
          const free = due(calendar, start, n, []);
          fc.pre(!Number.isNaN(free));
          const from = free + after * minuteMs;
          expect(due(calendar, start, n, [{ from, to: from + length }])).toBe(free);
          expect(due(calendar, start, n, [{ from: start - 6000 * minuteMs, to: start - after }])).toBe(free);
        },
      ),
      runs,
    );
  });

  it('at every instant what is consumed and what is left make the target, and the forecast fits what is left', () => {
    fc.assert(
      fc.property(
        asked,
        fc.integer({ min: -3000, max: 30_000 }),
        ({ calendar, start, target, pauses }, after) => {
          const at = instantOf(start + after * minuteMs);
          const outcome = dueOf(calendar, {
            start: instantOf(start),
            term: { kind: 'minutes', minutes: target / minuteMs },
            pauses: pauses.map(({ from, to }) => ({ from: instantOf(from), to: instantOf(to) })),
            at,
          });
          fc.pre(outcome.ok);
          const { consumedMs, remainingMs, pausedMs, forecastDueAt, dueAt } = outcome.due;
          expect(consumedMs + remainingMs).toBe(target);
          expect(pausedMs).toBeGreaterThanOrEqual(0);
          expect(dueAt === null || forecastDueAt <= dueAt).toBe(true);
          const from = Math.max(start, Date.parse(at));
          if (Date.parse(at) < Date.parse(dueAt ?? forecastDueAt))
            expect(Date.parse(forecastDueAt)).toBe(dueOfTime(calendar, from, remainingMs, []));
        },
      ),
      runs,
    );
  });
});

/** Whether a minute is open, by looking at what the clocks show then, and at nothing that the engine has made. */
const minuteIsOpen = (calendar: PublishedCalendar) => {
  const at = calendar.transitions.map((each) => Date.parse(each.at));
  const shown = (instant: number) => {
    const index = at.findLastIndex((begin) => begin <= instant);
    return instant + (calendar.transitions[Math.max(0, index)]?.offset ?? 0) * minuteMs;
  };
  const exists = (date: string) => {
    const midnight = Date.parse(date);
    return at.every((begin, index) => {
      const before = begin + (calendar.transitions[index - 1]?.offset ?? 0) * minuteMs;
      return index === 0 || before > midnight || shown(begin) < midnight + dayMs;
    });
  };
  const on = (day: number) => {
    const date = new Date(day * dayMs).toISOString().slice(0, 10);
    if (!exists(date)) return [];
    const named = calendar.overrides[date];
    if (named !== undefined) return named;
    return calendar.holidays.includes(date) ? [] : (calendar.week[weekdayOf(day)] ?? []);
  };
  const cache = new Map<number, readonly { from: number; to: number }[]>();
  const intervals = (day: number) => {
    const known = cache.get(day) ?? on(day).flatMap((text) => parseInterval(text) ?? []);
    cache.set(day, known);
    return known;
  };
  return (instant: number) => {
    const wall = shown(instant);
    const day = Math.floor(wall / dayMs);
    const minute = (wall - day * dayMs) / minuteMs;
    return (
      intervals(day).some(({ from, to }) => from <= minute && minute < to) ||
      intervals(day - 1).some(({ from, to }) => from <= minute + 1440 && minute + 1440 < to)
    );
  };
};

const isPaused = (pauses: readonly Span[], instant: number) =>
  pauses.some(({ from, to }) => from <= instant && instant < to);

describe('a clerk who steps from minute to minute', () => {
  const shortTargets = fc.integer({ min: 1, max: 600 });

  it('comes to the same due instant, the same open time and the same next opening', () => {
    fc.assert(
      fc.property(
        publishedCalendars,
        starts.map((start) => Math.floor(start / minuteMs) * minuteMs),
        shortTargets,
        fc.array(fc.tuple(fc.integer({ min: -200, max: 3000 }), fc.nat(900)), { maxLength: 4 }),
        (source, start, target, drawn) => {
          const calendar = compiled(source);
          const pauses = drawn.map(([after, length]) => ({
            from: start + after * minuteMs,
            to: start + (after + length) * minuteMs,
          }));
          const isOpen = minuteIsOpen(source);
          let [instant, consumed, open] = [start, 0, 0];
          let next = isOpen(start) ? start : Number.NaN;
          const end = start + 30 * dayMs;
          for (; consumed < target && instant < end; instant += minuteMs) {
            if (!isOpen(instant)) continue;
            if (Number.isNaN(next)) next = instant;
            open += 1;
            if (!isPaused(pauses, instant)) consumed += 1;
          }
          expect(openTimeBetween(calendar, start, instant)).toBe(open * minuteMs);
          if (!Number.isNaN(next)) expect(nextOpenInstant(calendar, start)).toBe(next);
          if (consumed === target)
            expect(dueOfTime(calendar, start, target * minuteMs, pauses)).toBe(instant);
        },
      ),
      proof(8),
    );
  });

  it('a clerk who steps from day to day comes to the same last day', () => {
    fc.assert(
      fc.property(
        publishedCalendars,
        starts,
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.tuple(fc.integer({ min: -1440, max: 20_000 }), fc.nat(9000)), { maxLength: 4 }),
        (source, start, days, drawn) => {
          const calendar = compiled(source);
          const isOpen = minuteIsOpen(source);
          const pauses = drawn.map(([after, length]) => ({
            from: start + after * minuteMs,
            to: start + (after + length) * minuteMs,
          }));
          const received = localDayAt(calendar.zone, start);
          const last = lastDayOfTerm(calendar, received, days, pauses);
          fc.pre(!Number.isNaN(last) && last < received + 40);
          const steps = (last - received + 3) * 1440;
          // Open minutes of each date, paused or not; a night shift's belong to the date on which it starts.
          const counted = new Map<number, boolean>();
          const begin = Math.floor((start - dayMs) / minuteMs) * minuteMs;
          for (let step = 0; step < steps + 2880; step += 1) {
            const instant = begin + step * minuteMs;
            if (!isOpen(instant)) continue;
            const day = dayOfSegment(calendar, instant);
            const whole = minuteFree(pauses, instant);
            counted.set(day, (counted.get(day) ?? false) || whole);
          }
          const open = [...counted]
            .filter(([day, free]) => day > received && free)
            .map(([day]) => day)
            .sort((a, b) => a - b);
          expect(open[days - 1]).toBe(last);
        },
      ),
      proof(8),
    );
  });
});

/** True where any part of this minute is not paused. */
const minuteFree = (pauses: readonly Span[], instant: number): boolean => {
  let free = instant;
  for (const { from, to } of [...pauses].sort((a, b) => a.from - b.from)) {
    if (from > free) break;
    free = Math.max(free, to);
  }
  return free < instant + minuteMs;
};

const dayOfSegment = ({ starts: begins, days }: BusinessCalendar, instant: number): number =>
  days[lastAtMost(begins, instant)] ?? 0;

describe('a term in days obeys its laws', () => {
  it('more days, a later start and more pauses never end it earlier', () => {
    fc.assert(
      fc.property(asked, fc.nat(30), fc.nat(10), ({ calendar, start, pauses }, days, more) => {
        const due = dueOfDays(calendar, start, days, pauses);
        fc.pre(!Number.isNaN(due) && days > 0);
        for (const other of [
          dueOfDays(calendar, start, days + more, pauses),
          dueOfDays(calendar, start + more * dayMs, days, pauses),
        ])
          expect(Number.isNaN(other) || other >= due).toBe(true);
        expect(dueOfDays(calendar, start, days, pauses.slice(1))).toBeLessThanOrEqual(due);
      }),
      runs,
    );
  });
});

describe('an answer depends on nothing of the machine that gives it', () => {
  const terms: readonly Term[] = [
    { kind: 'minutes', minutes: 500 },
    { kind: 'business-days', days: 5 },
    { kind: 'fixed', dueAt: instantOf(Date.UTC(2026, 10, 20)) },
  ];

  it('it is the same with Intl and the local getters of Date replaced by throwers (I-18)', () => {
    const [source] = fc.sample(publishedCalendars, { numRuns: 1, seed: 7 });
    if (source === undefined) throw new Error('no calendar');
    const start = instantOf(Date.UTC(2026, 9, 30, 15));
    const answers = () =>
      terms.map((term) => dueOf(compiled(source), { start, term, pauses: [{ from: start }], at: start }));
    const before = answers();
    expect(withoutTheMachine(() => JSON.stringify(answers()))).toBe(JSON.stringify(before));
  });

  it('open time grows with time, and never faster', () => {
    fc.assert(
      fc.property(calendars, starts, fc.nat(10 ** 10), (calendar, start, more) => {
        const passed = openTimeAt(calendar, start + more) - openTimeAt(calendar, start);
        expect(passed).toBeGreaterThanOrEqual(0);
        expect(passed).toBeLessThanOrEqual(more);
      }),
      runs,
    );
  });
});
