import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf, millisecondsOf } from '../../../../src/domain/kernel/instant.js';
import { foldClocks } from '../../../../src/domain/sla/clocks/clock-fold.js';
import type { ClockEvent } from '../../../../src/domain/sla/clocks/facts.js';
import { namedIn, readClocks } from '../../../../src/domain/sla/clocks/read-clocks.js';
import { dueOf } from '../../../../src/domain/sla/due.js';
import { instantOfShare } from '../../../../src/domain/sla/clocks/share.js';
import { clockExplanation } from '../../../../src/domain/texts/deadlines/clock-text.js';
import { always, local, office } from '../calendars.js';
import { withoutTheMachine } from '../without-the-machine.js';
import { minutes, policyWith, testedClock } from '../policy/policies.js';
import {
  classified,
  contact,
  countedAt,
  filed,
  held,
  history,
  isCounted,
  publishedWith,
  recomputed,
  repaired,
  resumed,
  type Planned,
} from './histories.js';
import { lives, published, times } from './lives.js';

const seed = 20_261_127;
const parameters = { seed, numRuns: 200 };

const end = local('2026-07-15 00:00');

describe('clocks, whatever happens', () => {
  it('clocks and their explanations ask nothing of the machine: not Intl, no local getter of Date (I-18)', () => {
    const told = () =>
      fc.sample(fc.tuple(lives, times), { numRuns: 100, seed }).map(([life, at]) => {
        const { clocks } = readClocks(life, published, local(at));
        return clocks.map((reading) => {
          const ref = 'calendar' in reading ? reading.calendar : null;
          const calendar = ref === null ? undefined : published.calendarOf(ref);
          return [
            reading,
            clockExplanation(reading, calendar, 'es'),
            clockExplanation(reading, calendar, 'en'),
          ];
        });
      });
    const before = JSON.stringify(told());
    expect(before).toContain('Se cumplió el ');
    expect(withoutTheMachine(() => JSON.stringify(told()))).toBe(before);
  });

  it('are told of any subset of the events, the filing or none', () => {
    fc.assert(
      fc.property(
        lives.chain((life) => fc.subarray([...life])),
        times,
        (events, at) => {
          const { clocks } = readClocks(events, published, local(at));
          for (const reading of clocks.filter(isCounted)) {
            expect(reading.consumedMs).toBeGreaterThanOrEqual(0);
            expect(reading.remainingMs).toBeGreaterThanOrEqual(0);
            expect(reading.overdueMs).toBeGreaterThanOrEqual(0);
            expect(reading.pause === null || reading.state === 'paused').toBe(true);
            expect(reading.endedAt === null || reading.endedAt >= reading.startedAt).toBe(true);
          }
          const names = clocks.map((each) =>
            'run' in each ? `${each.clock} ${each.cycle} ${each.run}` : each.clock,
          );
          expect(new Set(names).size).toBe(names.length);
        },
      ),
      parameters,
    );
  });

  it('are told apart by clock, cycle and run, whatever policies come, go and come back', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const { runs } = foldClocks(life, published.policyOf).standing;
        const names = runs.map(({ clock, cycle, run }) => `${clock.id} ${cycle} ${run}`);
        expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
      }),
      parameters,
    );
  });

  it('are met where it was done at or before they were due, and breached after', () => {
    fc.assert(
      fc.property(lives, (life) => {
        for (const { state, dueAt, endedAt } of readClocks(life, published, end).clocks.filter(isCounted)) {
          if (state === 'met') expect(dueAt === null || (endedAt ?? end) <= dueAt).toBe(true);
          if (state === 'breached') expect(dueAt !== null && (endedAt ?? end) > dueAt).toBe(true);
          if (state === 'running' || state === 'paused') expect(endedAt).toBeNull();
        }
      }),
      parameters,
    );
  });

  it('are the same in the past whatever was recorded to happen later', () => {
    fc.assert(
      fc.property(lives, times, (life, time) => {
        const at = local(time);
        const then = life.filter(({ recorded }) => recorded.occurredAt <= at);
        const withPolicies = readClocks(then, published, at);
        expect(readClocks(then, { ...published, policyOf: published.policyOf }, at)).toEqual(withPolicies);
        const more = [
          ...then,
          ...history(recomputed('2026-06-30 00:00', 2)).map((each) => ({
            ...each,
            recorded: { ...each.recorded, revision: 99 },
          })),
        ];
        const dues = (events: readonly ClockEvent[]) =>
          readClocks(events, published, at)
            .clocks.filter(isCounted)
            .filter(({ endedAt }) => endedAt !== null)
            .map(({ clock, cycle, run, dueAt, state }) => [clock, cycle, run, dueAt, state]);
        // What had ended stays as it was, also once everything is counted by another policy.
        expect(dues(more)).toEqual(expect.arrayContaining(dues(then)));
      }),
      parameters,
    );
  });

  it('are due no earlier for a pause', () => {
    const four = publishedWith([policyWith([testedClock()])]);
    fc.assert(
      fc.property(times, times, times, (start, a, b) => {
        const [from, to] = [a, b].sort();
        const plain = countedAt(history(filed(start)), four, start);
        const paused = countedAt(history(filed(start), held(from ?? a), resumed(to ?? b)), four, start);
        expect((paused.dueAt ?? '9') >= (plain.dueAt ?? '')).toBe(true);
      }),
      parameters,
    );
  });

  it('are the same in whatever order facts of one instant are recorded', () => {
    const instants = fc.integer({ min: 1, max: 11 }).map((hour) => `2026-06-02 ${9 + hour}:00`);
    // What is classified once the work is done changes no term: one of the two is drawn.
    const drawn = fc.tuple(instants, fc.boolean()).chain(([at, isDone]) => {
      const last = isDone ? repaired(at) : classified(at, 'critical');
      const facts = [held(at), last, contact(at, 'to-user'), contact(at, 'from-user')];
      return fc.tuple(fc.shuffledSubarray(facts), fc.constant(facts), fc.constant(at));
    });
    const byKind = publishedWith([
      policyWith([
        testedClock({ terms: [minutes(240, { only: { severity: ['critical'] } }), minutes(600)] }),
        testedClock({ id: 'contact', stops: [{ event: 'ContactMade', where: { direction: ['to-user'] } }] }),
      ]),
    ]);
    const told = (planned: readonly Planned[], at: string) =>
      readClocks(history(filed('2026-06-02 09:00'), ...planned), byKind, local(at)).clocks;
    fc.assert(
      fc.property(drawn, ([some, all, at]) => {
        const inOrder = all.filter((each) => some.includes(each));
        for (const asked of [at, '2026-06-02 23:00', '2026-06-05 12:00'])
          expect(told(some, asked)).toEqual(told(inOrder, asked));
      }),
      parameters,
    );
  });

  it('are not changed by a recomputation whose versions are the same', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const plain = life.filter(({ type }) => type !== 'ClocksRecomputed');
        const again = [
          ...plain,
          ...history(recomputed('2026-06-25 00:00', 1)).map((each) => ({
            ...each,
            recorded: { ...each.recorded, revision: 99 },
          })),
        ];
        expect(readClocks(again, published, end)).toEqual(readClocks(plain, published, end));
      }),
      parameters,
    );
  });

  it('name what they need: every policy and calendar of their complaint, once', () => {
    const life = history(
      filed('2026-06-01 00:00'),
      recomputed('2026-06-02 00:00', 2, ['office@2']),
      recomputed('2026-06-03 00:00', 2, ['office@2']),
    );
    expect(namedIn(life)).toEqual({
      policies: ['tested@1', 'tested@2'],
      calendars: ['always@1', 'office@1', 'office@2'],
    });
    expect(readClocks(life, publishedWith([]), end)).toEqual({
      clocks: [],
      missing: ['tested@1', 'tested@2', 'tested@2'],
    });
  });

  it('say that they cannot be answered where their calendar or their term is not known', () => {
    const nowhere = publishedWith([
      policyWith([testedClock({ calendar: 'business' })], { calendars: { business: 'elsewhere' } }),
    ]);
    const life = history(filed('2026-06-01 00:00'));
    expect(readClocks(life, nowhere, end).clocks).toMatchObject([
      { state: 'unanswered', code: 'calendar-unknown', calendar: null },
    ]);
    const noRole = publishedWith([policyWith([testedClock()], { calendars: {} })]);
    expect(readClocks(life, noRole, end).clocks).toMatchObject([{ state: 'unanswered', calendar: null }]);
    const noField = publishedWith([
      policyWith([testedClock({ terms: [{ ...minutes(1), term: { kind: 'fixed', field: 'dueAt' } }] })]),
    ]);
    expect(readClocks(life, noField, end).clocks).toMatchObject([
      { state: 'unanswered', code: 'term-unknown', startedBy: 0 },
    ]);
    const noWindow = publishedWith([
      policyWith([
        testedClock({ terms: [{ ...minutes(1), term: { kind: 'before', field: 'a.b', minutes: 1 } }] }),
      ]),
    ]);
    expect(readClocks(life, noWindow, end).clocks).toMatchObject([{ code: 'term-unknown' }]);
    const endless = publishedWith([policyWith([testedClock({ terms: [minutes(999_999_999)] })])]);
    expect(readClocks(life, endless, end).clocks).toMatchObject([{ code: 'beyond-calendar' }]);
  });
});

describe('a share of a term', () => {
  const calendars = [always(), office()];

  it('of all of it is its due instant, and shares grow with their percentage', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...calendars),
        times,
        fc.oneof(
          fc.record({ kind: fc.constant('minutes' as const), minutes: fc.integer({ min: 0, max: 9999 }) }),
          fc.record({ kind: fc.constant('business-days' as const), days: fc.integer({ min: 0, max: 20 }) }),
        ),
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 5 }),
        (calendar, time, term, percents) => {
          const start = local(time);
          const pause = { from: local('2026-06-04 10:00'), to: local('2026-06-05 12:00') };
          const question = { start, term, pauses: [pause], at: start };
          const due = dueOf(calendar, question);
          expect(due.ok && due.due.dueAt).toBe(instantOfShare(calendar, question, 100));
          const rising = [...percents]
            .sort((a, b) => a - b)
            .map((each) => instantOfShare(calendar, question, each));
          expect([...rising].sort()).toEqual(rising);
          expect(rising.every((each) => each !== null && each >= start)).toBe(true);
        },
      ),
      parameters,
    );
  });

  it('of days is open time of the day that it ends in', () => {
    const start = local('2026-06-01 12:00');
    const share = (days: number, percent: number) =>
      instantOfShare(
        office(),
        { start, term: { kind: 'business-days', days }, pauses: [], at: start },
        percent,
      );
    expect(share(1, 50)).toBe(local('2026-06-02 13:30'));
    expect(share(2, 75)).toBe(local('2026-06-03 13:30'));
    expect(share(2, 50)).toBe(local('2026-06-03 00:00'));
    expect(share(1, 150)).toBe(local('2026-06-03 13:30'));
  });

  it('of days is not a millisecond short, whatever their fraction is in binary', () => {
    const start = local('2026-06-01 12:00');
    const term = { kind: 'business-days', days: 3 } as const;
    const warned = instantOfShare(office(), { start, term, pauses: [], at: start }, 80);
    expect(warned).toBe(local('2026-06-04 12:36'));
  });

  it('of a date that was set is a share of the time until then', () => {
    const start = local('2026-06-01 12:00');
    const dueAt = local('2026-06-03 12:00');
    const question = { start, term: { kind: 'fixed', dueAt } as const, pauses: [], at: start };
    expect(instantOfShare(always(), question, 50)).toBe(instantOf(millisecondsOf(start) + 86_400_000));
  });

  it('cannot be told while a pause has no end', () => {
    const start = local('2026-06-01 12:00');
    const pauses = [{ from: start }];
    for (const term of [
      { kind: 'minutes', minutes: 10 },
      { kind: 'business-days', days: 1 },
    ] as const) {
      expect(instantOfShare(office(), { start, term, pauses, at: start }, 80)).toBeNull();
      expect(instantOfShare(office(), { start, term, pauses, at: start }, 100)).toBeNull();
    }
  });
});
