import { describe, expect, it } from '@jest/globals';
import { foldClocks } from '../../../../src/domain/sla/clocks/clock-fold.js';
import type { ClockEvent } from '../../../../src/domain/sla/clocks/facts.js';
import { heededTypes } from '../../../../src/domain/sla/clocks/heeded.js';
import type { Published } from '../../../../src/domain/sla/clocks/read-clocks.js';
import type { Clock, ClockTerm } from '../../../../src/domain/sla/policy/policy.js';
import { usualTerms } from '../../../../src/testing/builders-terms.js';
import { calendar, local, mexico, on, workdays } from '../calendars.js';
import { contractFrom, minutes, policyWith, testedClock } from '../policy/policies.js';
import {
  closed,
  contact,
  countedAt,
  event,
  filed,
  held,
  history,
  publishedWith,
  readingsAt,
  repaired,
  resumed,
  type Planned,
} from './histories.js';

const by = (more: Partial<Clock>): Published => publishedWith([policyWith([testedClock(more)])]);
const term = (each: ClockTerm) => [{ term: each, from: contractFrom }];
const hour = 3_600_000;

const required = (at: string, dueAt: string) =>
  event('AuthorityRequirementReceived', at, {
    authority: 'PROFECO',
    requirement: 1,
    reference: 'P-1',
    dueAt: local(dueAt),
  });
const setBy = (field: string): Partial<Clock> => ({
  starts: [{ event: 'AuthorityRequirementReceived' }],
  terms: term({ kind: 'fixed', field }),
  warnings: [50],
});

describe('a clock of which no due instant can be told says why', () => {
  const codeOf = (events: readonly ClockEvent[], published: Published, at: string) =>
    readingsAt(events, published, at).map((each) =>
      each.state === 'unanswered' ? [each.clock, each.code, each.startedAt] : each.state,
    );
  const received = '2026-06-02 09:00';
  const short = calendar(mexico, on(workdays, '09:00-18:00'), { until: '2026-06-05' });

  it('as the complaint names no version of its calendar, or one that is not known', () => {
    const unknown = [['tested-clock', 'calendar-unknown', local(received)]];
    const under = (...calendars: string[]) =>
      history(filed(received, { terms: usualTerms({ policy: 'tested', version: 1, calendars }) }));
    expect(codeOf(under('always@9'), by({}), '2026-06-02 10:00')).toEqual(unknown);
    expect(codeOf(under('office@1'), by({}), '2026-06-02 10:00')).toEqual(unknown);
    expect(codeOf(history(filed(received)), by({ calendar: 'of-no-role' }), '2026-06-02 10:00')).toEqual(
      unknown,
    );
  });

  it.each<[string, ClockTerm]>([
    ['a date', { kind: 'fixed', field: 'dueAt' }],
    ['what it is due before', { kind: 'before', field: 'window.from', minutes: 60 }],
  ])('as the event that started it does not tell %s', (_, each) => {
    expect(codeOf(history(filed(received)), by({ terms: term(each) }), '2026-06-02 10:00')).toEqual([
      ['tested-clock', 'term-unknown', local(received)],
    ]);
  });

  it('as the calendar ends before, or begins after', () => {
    const office = publishedWith(
      [policyWith([testedClock({ calendar: 'business', terms: [minutes(3000)] })])],
      { 'office@1': short },
    );
    expect(codeOf(history(filed(received)), office, '2026-06-02 10:00')).toEqual([
      ['tested-clock', 'beyond-calendar', local(received)],
    ]);
    expect(codeOf(history(filed('1999-06-02 09:00')), by({}), '2026-06-02 10:00')).toEqual([
      ['tested-clock', 'before-calendar', local('1999-06-02 09:00')],
    ]);
  });
});

describe('the pauses of a clock', () => {
  const events = history(
    filed('2026-06-02 09:00'),
    held('2026-06-02 10:00'),
    resumed('2026-06-02 11:00'),
    held('2026-06-02 12:00'),
    resumed('2026-06-02 12:30'),
    repaired('2026-06-02 13:00'),
    held('2026-06-02 14:00'),
  );
  const pause = (from: string, to: string | null) => ({
    reason: 'authority-extension',
    attributedTo: 'authority',
    from: local(`2026-06-02 ${from}`),
    to: to && local(`2026-06-02 ${to}`),
  });

  it('are told in order with their ends, those after its end not among them', () => {
    expect(countedAt(events, by({}), '2026-06-03 09:00')).toMatchObject({
      state: 'met',
      pause: null,
      pauses: [pause('10:00', '11:00'), pause('12:00', '12:30')],
    });
  });

  it('are those that had begun by the instant asked for; the one that lasts is told by itself', () => {
    const at = (time: string) => countedAt(events.slice(0, 2), by({}), `2026-06-02 ${time}`);
    expect(at('09:30')).toMatchObject({ state: 'running', pause: null, pauses: [] });
    expect(at('10:00')).toMatchObject({ state: 'paused', pause: pause('10:00', null), pauses: [] });
    expect(at('10:01')).toMatchObject({ state: 'paused', pauses: [pause('10:00', null)] });
  });

  it('are told of the second pause while that lasts, and of none once it is over', () => {
    const at = (time: string) => countedAt(events.slice(0, 4), by({}), `2026-06-02 ${time}`);
    expect(at('11:00')).toMatchObject({ state: 'running', pause: null });
    expect(at('12:00').pause).toEqual(pause('12:00', null));
    const over = countedAt(events.slice(0, 5), by({}), '2026-06-02 12:30');
    expect(over).toMatchObject({ state: 'running', pause: null, pausedMs: 1.5 * hour });
  });

  it('are not those that were over when it started', () => {
    const since = by({ starts: [{ event: 'Repaired', at: 'restoredAt' }], stops: [{ event: 'Closed' }] });
    const lasting = history(
      filed('2026-06-02 09:00'),
      held('2026-06-02 10:00'),
      resumed('2026-06-02 11:00'),
      repaired('2026-06-02 11:00'),
      held('2026-06-02 12:00'),
    );
    expect(countedAt(lasting, since, '2026-06-02 12:30').pauses).toEqual([pause('12:00', null)]);
  });

  it('are none of a clock that no pause holds up', () => {
    expect(countedAt(events.slice(0, 2), by({ pausedAs: 'never' }), '2026-06-02 10:30')).toMatchObject({
      state: 'running',
      pause: null,
      pauses: [],
      pausedMs: 0,
      dueAt: local('2026-06-02 13:00'),
    });
  });
});

describe('a clock at an instant', () => {
  it('is open until what ends it happens, and takes no notice of what comes later', () => {
    const events = history(filed('2026-06-02 09:00'), repaired('2026-06-02 11:00'));
    expect(countedAt(events, by({}), '2026-06-02 10:59')).toMatchObject({
      state: 'running',
      endedAt: null,
      consumedMs: 119 * 60_000,
      forecastDueAt: local('2026-06-02 13:00'),
      overdueMs: 0,
    });
    expect(countedAt(events, by({}), '2026-06-02 11:00')).toMatchObject({
      state: 'met',
      endedAt: local('2026-06-02 11:00'),
      consumedMs: 2 * hour,
      forecastDueAt: null,
    });
  });

  it('that is not to start yet is not told of as started', () => {
    const since = by({ starts: [{ event: 'Repaired', at: 'restoredAt' }], stops: [{ event: 'Closed' }] });
    const ahead = history(filed('2026-06-02 09:00'), repaired('2026-06-02 10:00', '2026-06-02 12:00'));
    const startedAt = (at: string) =>
      readingsAt(ahead, since, at).filter(({ state }) => state !== 'not-started');
    expect(startedAt('2026-06-02 11:59')).toEqual([]);
    expect(readingsAt(ahead, since, '2026-06-02 11:59')).toMatchObject([
      { clock: 'tested-clock', state: 'not-started', startsAt: local('2026-06-02 12:00') },
    ]);
    expect(readingsAt(ahead, since, '2026-06-02 09:59')).toEqual([]);
    // At the very instant of what will start it, it is known of.
    expect(readingsAt(ahead, since, '2026-06-02 10:00')).toMatchObject([{ state: 'not-started' }]);
    expect(startedAt('2026-06-02 12:00')).toMatchObject([{ state: 'running' }]);
  });

  it('that was to start later is not told of once it has become pointless', () => {
    const since = by({ starts: [{ event: 'Repaired', at: 'restoredAt' }] });
    const over = history(
      filed('2026-06-02 09:00'),
      repaired('2026-06-02 10:00', '2026-06-02 12:00'),
      closed('2026-06-02 11:00'),
    );
    expect(readingsAt(over, since, '2026-06-02 10:30')).toMatchObject([{ state: 'not-started' }]);
    expect(readingsAt(over, since, '2026-06-02 10:59')).toMatchObject([{ state: 'not-started' }]);
    expect(readingsAt(over, since, '2026-06-02 11:00')).toEqual([]);
    expect(readingsAt(over, since, '2026-06-02 11:30')).toEqual([]);
  });

  it('that is done while a pause holds it up is met, and is nothing overdue', () => {
    const answered = by({ stops: [{ event: 'ContactMade' }] });
    const events = history(
      filed('2026-06-02 09:00'),
      held('2026-06-02 10:00'),
      contact('2026-06-04 10:00', 'to-user'),
    );
    expect(countedAt(events, answered, '2026-06-05 10:00')).toMatchObject({
      state: 'met',
      dueAt: null,
      overdueMs: 0,
      pause: null,
      endedAt: local('2026-06-04 10:00'),
    });
  });

  it('that was done before its due instant is nothing overdue', () => {
    const events = history(filed('2026-06-02 09:00'), repaired('2026-06-02 10:00'));
    expect(countedAt(events, by({}), '2026-06-05 10:00').overdueMs).toBe(0);
  });

  it('ends no earlier than it started, though what made it pointless had happened before', () => {
    const since = by({ starts: [{ event: 'Repaired', at: 'restoredAt' }], stops: [{ event: 'Ruled' }] });
    const events = history(
      filed('2026-06-02 09:00'),
      repaired('2026-06-02 10:00', '2026-06-02 12:00'),
      closed('2026-06-02 11:00'),
    );
    expect(countedAt(events, since, '2026-06-02 13:00')).toMatchObject({
      state: 'cancelled',
      startedAt: local('2026-06-02 12:00'),
      endedAt: local('2026-06-02 12:00'),
    });
  });
});

describe('a share of a term', () => {
  const warned = (more: Partial<Clock>, at = '2026-06-02 10:00', ...planned: readonly Planned[]) =>
    countedAt(
      history(filed('2026-06-01 10:00'), ...planned),
      by({ calendar: 'business', ...more }),
      at,
    ).warnings.map((each) => each.at);
  const days = (count: number) => term({ kind: 'business-days', days: count });

  it('of days ends with a day where it is whole, else so much open time into the next', () => {
    expect(warned({ terms: days(2), warnings: [25, 50, 75, 100] })).toEqual([
      local('2026-06-02 13:30'),
      local('2026-06-03 00:00'),
      local('2026-06-03 13:30'),
      local('2026-06-04 00:00'),
    ]);
  });

  it('of days leaves a pause out, which moves the rest of its day', () => {
    const pauses = [held('2026-06-02 09:00'), resumed('2026-06-02 11:00')] as const;
    expect(warned({ terms: days(1), warnings: [50] }, '2026-06-02 12:00', ...pauses)).toEqual([
      local('2026-06-02 15:30'),
    ]);
    const long = [held('2026-06-02 09:00'), resumed('2026-06-02 17:00')] as const;
    expect(warned({ terms: days(1), warnings: [50] }, '2026-06-02 18:00', ...long)).toEqual([
      local('2026-06-03 00:00'),
    ]);
  });

  it('of days is a part of the day that counts: one that is paused whole before it makes it no longer', () => {
    const whole = [held('2026-06-02 09:00'), resumed('2026-06-02 18:00')] as const;
    expect(warned({ terms: days(1), warnings: [50] }, '2026-06-03 12:00', ...whole)).toEqual([
      local('2026-06-03 13:30'),
    ]);
  });

  it('of days cannot be told while a pause holds it up', () => {
    expect(
      warned({ terms: days(2), warnings: [25, 75, 100] }, '2026-06-03 12:00', held('2026-06-03 08:00')),
    ).toEqual([local('2026-06-02 13:30'), null, null]);
  });

  it('of a date that was set is of the time until then, open or not', () => {
    const events = history(filed('2026-06-01 10:00'), required('2026-06-01 12:00', '2026-06-07 12:00'));
    const { warnings, dueAt } = countedAt(events, by(setBy('dueAt')), '2026-06-02 10:00');
    expect(warnings).toEqual([{ percent: 50, at: local('2026-06-04 12:00') }]);
    expect(dueAt).toBe(local('2026-06-07 12:00'));
  });
});

describe('the events that can change clocks where they stand', () => {
  const always = [
    ...['ClocksRecomputed', 'Classified', 'Filed', 'Reclassified', 'Reopened', 'AuthorityResolved'],
  ].sort();
  const heededBy = (events: readonly ClockEvent[], published: Published) =>
    [...heededTypes(foldClocks(events, published.policyOf).standing)].sort();
  const published = by({
    starts: [{ event: 'Filed', at: 'receivedAt' }, { event: 'VisitRequested' }],
    terms: [minutes(60, { once: { event: 'CauseVerified' } }), minutes(240)],
  });

  it('are those that change the complaint itself, before anything has happened', () => {
    expect(heededBy([], published)).toEqual(always);
  });

  it('are also what starts a clock, and what ends an open one or changes its term', () => {
    const opened = history(filed('2026-06-02 09:00'));
    expect(heededBy(opened, published)).toEqual(
      [...always, 'CauseVerified', 'Closed', 'Repaired', 'VisitRequested'].sort(),
    );
  });

  it('are no longer what ends a clock that has ended', () => {
    const ended = history(filed('2026-06-02 09:00'), repaired('2026-06-02 10:00'));
    expect(heededBy(ended, published)).toEqual([...always, 'VisitRequested'].sort());
  });
});
