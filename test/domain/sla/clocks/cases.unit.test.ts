import { describe, expect, it } from '@jest/globals';
import { local, mexicanHolidays, office } from '../calendars.js';
import { clockOf, mexican, minutes, policyWith, testedClock } from '../policy/policies.js';
import {
  classified,
  closed,
  contact,
  countedAt,
  event,
  filed,
  held,
  history,
  publishedWith,
  readingsAt,
  recomputed,
  repaired,
  resumed,
  tested,
  type Planned,
} from './histories.js';

const hours = (count: number) => [minutes(count * 60)];
const fourHours = publishedWith([policyWith([testedClock()])]);

describe('the cases of the oracle: a clock', () => {
  it('10 is warned of at the share of its term, also over a night', () => {
    const byOffice = publishedWith([
      policyWith([testedClock({ calendar: 'business', warnings: [75, 100, 150] })]),
    ]);
    const events = history(filed('2026-01-12 17:00'));
    const { dueAt, warnings } = countedAt(events, byOffice, '2026-01-12 17:30');
    expect(dueAt).toBe(local('2026-01-13 12:00'));
    expect(warnings).toEqual([
      { percent: 75, at: local('2026-01-13 11:00') },
      { percent: 100, at: local('2026-01-13 12:00') },
      { percent: 150, at: local('2026-01-13 14:00') },
    ]);
  });

  it('17 runs at the instant it is asked for, wherever who asks lives', () => {
    const halfHour = publishedWith([policyWith([testedClock({ terms: [minutes(30)] })])]);
    const { state, dueAt } = countedAt(history(filed('2026-09-17 12:00')), halfHour, '2026-09-17 12:05');
    expect([state, dueAt]).toEqual(['running', '2026-09-17T18:30:00.000Z']);
  });

  it('18 that is done out of a hold counts no time of the hold', () => {
    const events = history(filed('2026-06-02 09:00'), held('2026-06-02 10:00'), repaired('2026-06-02 16:00'));
    const { consumedMs, pausedMs, state } = countedAt(events, fourHours, '2026-06-03 09:00');
    expect([consumedMs, pausedMs, state]).toEqual([3_600_000, 6 * 3_600_000, 'met']);
  });

  it('24 tells in a pause when it would be due if the pause ended now', () => {
    const twoHours = publishedWith([policyWith([testedClock({ terms: hours(2) })])]);
    const paused = history(filed('2026-06-02 08:00'), held('2026-06-02 09:00'));
    const at = (time: string) => countedAt(paused, twoHours, `2026-06-02 ${time}`);
    expect(at('10:00').forecastDueAt).toBe(local('2026-06-02 11:00'));
    expect(at('09:30').forecastDueAt).toBe(local('2026-06-02 10:30'));
    expect(at('09:30').dueAt).toBeNull();
    expect(at('09:30').pause).toEqual({
      reason: 'authority-extension',
      attributedTo: 'authority',
      from: local('2026-06-02 09:00'),
      to: null,
    });
    const over = history(filed('2026-06-02 08:00'), held('2026-06-02 09:00'), resumed('2026-06-02 10:05'));
    expect(countedAt(over, twoHours, '2026-06-02 10:30').dueAt).toBe(local('2026-06-02 11:05'));
    expect(countedAt(over, twoHours, '2026-06-02 10:30').pause).toBeNull();
  });

  const bySeverity = publishedWith([
    policyWith([testedClock({ terms: [minutes(240, { only: { severity: ['critical'] } }), ...hours(24)] })]),
  ]);

  it('25 that becomes graver counts from its own start, retroactively', () => {
    const events = history(filed('2026-06-02 09:00'), classified('2026-06-02 12:00', 'critical'));
    expect(countedAt(events, bySeverity, '2026-06-02 12:01')).toMatchObject({
      state: 'running',
      dueAt: local('2026-06-02 13:00'),
    });
    const paused = history(
      filed('2026-06-02 09:00'),
      held('2026-06-02 10:00'),
      resumed('2026-06-02 11:00'),
      classified('2026-06-02 12:00', 'critical'),
    );
    expect(countedAt(paused, bySeverity, '2026-06-02 12:01').dueAt).toBe(local('2026-06-02 14:00'));
  });

  it('44 has its own calendar beside that of another clock', () => {
    const both = publishedWith([
      policyWith([
        testedClock({ id: 'first-contact', terms: hours(2) }),
        testedClock({ id: 'resolution', calendar: 'business', terms: hours(8) }),
      ]),
    ]);
    const events = history(filed('2026-11-14 22:00'));
    const due = (clock: string) => countedAt(events, both, '2026-11-14 22:01', clock).dueAt;
    expect(due('first-contact')).toBe(local('2026-11-15 00:00'));
    expect(due('resolution')).toBe(local('2026-11-17 17:00'));
  });

  it('45 keeps its calendar until it is recomputed, and both readings can be told', () => {
    const withoutHoliday = office({ holidays: mexicanHolidays.filter((date) => date !== '2026-03-16') });
    const tenHours = publishedWith([policyWith([testedClock({ calendar: 'business', terms: hours(10) })])], {
      'office@1': withoutHoliday,
      'office@2': office({ version: 2 }),
    });
    const before = history(filed('2026-03-13 16:00'));
    const after = history(
      filed('2026-03-13 16:00'),
      recomputed('2026-03-14 10:00', 1, ['always@1', 'office@2'], 'calendar-change'),
    );
    expect(countedAt(before, tenHours, '2026-03-14 11:00')).toMatchObject({
      dueAt: local('2026-03-16 11:00'),
      calendar: 'office@1',
    });
    expect(countedAt(after, tenHours, '2026-03-14 11:00')).toMatchObject({
      dueAt: local('2026-03-17 11:00'),
      calendar: 'office@2',
    });
  });

  it('48 done at its due instant is met, a millisecond later breached', () => {
    const hour = publishedWith([policyWith([testedClock({ calendar: 'business', terms: hours(1) })])]);
    const done = (time: string) =>
      countedAt(history(filed('2026-06-05 17:00'), repaired(`2026-06-05 ${time}`)), hour, '2026-06-06 09:00');
    expect(done('18:00:00.000')).toMatchObject({
      state: 'met',
      dueAt: local('2026-06-05 18:00'),
      overdueMs: 0,
      endedAt: local('2026-06-05 18:00'),
      forecastDueAt: null,
    });
    expect(done('18:00:00.001').state).toBe('breached');
  });

  const answersPolicy = policyWith([
    testedClock({
      id: 'first-response',
      stops: [{ event: 'ContactMade', where: { direction: ['to-user'] } }],
    }),
    testedClock({
      id: 'next-response',
      starts: [
        {
          event: 'ContactMade',
          where: { direction: ['from-user'] },
          after: { event: 'ContactMade', where: { direction: ['to-user'] } },
        },
      ],
      stops: [{ event: 'ContactMade', where: { direction: ['to-user'] } }],
      terms: [minutes(120)],
    }),
  ]);
  const answers = publishedWith([answersPolicy]);

  it('50 ends with the case: thanks need no answer, and no half hour of it is missed', () => {
    const halfHour = publishedWith([
      policyWith([{ ...clockOf(answersPolicy, 'next-response'), terms: [minutes(30)] }]),
    ]);
    const thanks = [
      filed('2026-06-02 09:00'),
      contact('2026-06-02 09:30', 'to-user'),
      contact('2026-06-02 10:00', 'from-user'),
    ];
    const next = (at: string, ...more: readonly Planned[]) =>
      countedAt(history(...thanks, ...more), halfHour, `2026-06-02 ${at}`, 'next-response');
    expect(next('10:04')).toMatchObject({ state: 'running', dueAt: local('2026-06-02 10:30') });
    expect(next('10:30', closed('2026-06-02 10:05'))).toMatchObject({ state: 'cancelled', overdueMs: 0 });
    expect(next('13:00', closed('2026-06-02 10:05')).state).toBe('cancelled');
    expect(next('10:31').state).toBe('breached');
  });

  it('51 of the next answer does not run before the first one', () => {
    const events = history(filed('2026-06-02 09:00'), contact('2026-06-02 09:05', 'from-user'));
    const readings = readingsAt(events, answers, '2026-06-02 11:30');
    expect(readings.map(({ clock, state }) => [clock, state])).toEqual([
      ['first-response', 'running'],
      ['next-response', 'not-started'],
    ]);
    expect(countedAt(events, answers, '2026-06-02 11:30', 'first-response').dueAt).toBe(
      local('2026-06-02 13:00'),
    );
  });

  it('52 of the next answer stands still until the user writes, and runs anew each time', () => {
    const answered = [
      filed('2026-06-02 09:00'),
      contact('2026-06-02 09:30', 'to-user'),
      contact('2026-06-02 10:00', 'from-user'),
      contact('2026-06-02 10:30', 'to-user'),
    ];
    const still = readingsAt(history(...answered), answers, '2026-06-03 09:00');
    expect(still.map(({ clock, state }) => [clock, state])).toEqual([
      ['first-response', 'met'],
      ['next-response', 'met'],
    ]);
    const again = history(...answered, contact('2026-06-03 10:00', 'from-user'));
    const next = readingsAt(again, answers, '2026-06-03 13:00');
    expect(next.map((each) => [each.clock, 'run' in each ? each.run : 0, each.state])).toEqual([
      ['first-response', 1, 'met'],
      ['next-response', 1, 'met'],
      ['next-response', 2, 'breached'],
    ]);
  });

  it('53 that an authority has fixed is moved by no pause', () => {
    const requirement = publishedWith([policyWith([clockOf(mexican, 'C-28')])]);
    const events = history(
      filed('2026-11-20 10:00'),
      event('AuthorityRequirementReceived', '2026-11-20 12:00', {
        authority: 'PROFECO',
        requirement: 1,
        reference: 'P-1',
        dueAt: local('2026-12-01 18:00'),
      }),
      held('2026-11-25 10:00'),
      resumed('2026-11-25 10:05'),
    );
    expect(countedAt(events, requirement, '2026-11-26 10:00', 'C-28')).toMatchObject({
      state: 'running',
      dueAt: local('2026-12-01 18:00'),
      pausedMs: 0,
    });
  });

  it('54 whose policy is retired while it is breached stays breached, and is open no more', () => {
    const retired = publishedWith([
      policyWith([testedClock()]),
      policyWith([testedClock({ id: 'another' })], { version: 2 }),
    ]);
    const events = history(
      filed('2026-06-02 09:00'),
      event('SlaBreached', '2026-06-02 13:00', {
        clock: 'tested-clock',
        cycle: 1,
        dueAt: local('2026-06-02 13:00'),
        policy: 'tested@1',
        calendar: 'always@1',
      }),
      recomputed('2026-06-02 15:00', 2),
    );
    expect(countedAt(events.slice(0, 2), retired, '2026-06-02 14:00')).toMatchObject({
      state: 'breached',
      endedAt: null,
      overdueMs: 3_600_000,
    });
    expect(countedAt(events, retired, '2026-06-03 09:00')).toMatchObject({
      state: 'breached',
      endedAt: local('2026-06-02 15:00'),
      overdueMs: 2 * 3_600_000,
      breachRecordedAt: local('2026-06-02 13:00'),
    });
  });

  it('56 of a complaint that was closed keeps its due instant through a recomputation', () => {
    const changed = publishedWith([
      policyWith([testedClock()]),
      policyWith([testedClock({ terms: hours(1) })], { version: 2 }),
    ]);
    const events = history(
      filed('2026-06-02 09:00'),
      repaired('2026-06-02 12:00'),
      closed('2026-06-02 12:30'),
      recomputed('2026-06-05 09:00', 2),
    );
    expect(countedAt(events, changed, '2026-06-06 09:00')).toMatchObject({
      state: 'met',
      dueAt: local('2026-06-02 13:00'),
      policy: 'tested@1',
    });
  });

  it('57 that was done in time and recorded late is met by what happened, breached by what was known', () => {
    const eightHours = publishedWith([policyWith([testedClock({ terms: hours(8) })])]);
    const dueAt = local('2026-06-02 17:00');
    const breach = event('SlaBreached', '2026-06-02 17:00', {
      ...{ clock: 'tested-clock', cycle: 1, dueAt, policy: 'tested@1', calendar: 'always@1' },
    });
    const known = history(filed('2026-06-02 09:00'), breach);
    expect(countedAt(known, eightHours, '2026-06-02 18:00')).toMatchObject({ state: 'breached', dueAt });
    const learned = history(
      filed('2026-06-02 09:00'),
      breach,
      repaired('2026-06-02 19:00', '2026-06-02 16:00'),
      recomputed('2026-06-02 19:00', 1, tested.calendars, 'late-fact'),
    );
    expect(countedAt(learned, eightHours, '2026-06-02 19:00')).toMatchObject({
      ...{ state: 'met', dueAt, endedAt: local('2026-06-02 16:00'), breachRecordedAt: dueAt },
    });
  });

  it('61 whose policy is changed after a pause still leaves that pause out', () => {
    const shorter = publishedWith([
      policyWith([testedClock({ terms: hours(8) })]),
      policyWith([testedClock({ terms: hours(4) })], { version: 2 }),
    ]);
    const events = history(
      filed('2026-06-02 09:00'),
      held('2026-06-02 10:00'),
      resumed('2026-06-02 11:00'),
      recomputed('2026-06-02 12:00', 2),
    );
    expect(countedAt(events.slice(0, 3), shorter, '2026-06-02 12:00').dueAt).toBe(local('2026-06-02 18:00'));
    expect(countedAt(events, shorter, '2026-06-02 12:00')).toMatchObject({
      dueAt: local('2026-06-02 14:00'),
      policy: 'tested@2',
    });
  });

  it('62 tells the instant of each level, whenever it is asked', () => {
    const levels = publishedWith([policyWith([testedClock({ warnings: [80, 100, 150] })])]);
    const asked = countedAt(history(filed('2026-06-02 06:00')), levels, '2026-06-03 09:00');
    expect(asked.warnings.map(({ at }) => at)).toEqual([
      local('2026-06-02 09:12'),
      local('2026-06-02 10:00'),
      local('2026-06-02 12:00'),
    ]);
  });
});
