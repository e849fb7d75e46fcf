import { describe, expect, it } from '@jest/globals';
import { openTimeBetween, nextOpenInstant } from '../../../src/domain/sla/business-time.js';
import { instantOf } from '../../../src/domain/kernel/instant.js';
import { always, calendar, instant, local, on } from './calendars.js';
import { due, minuteCases, standing, z } from './oracle-cases.js';

describe('the cases of the oracle: a term in minutes is due', () => {
  it.each(minuteCases)('case %s', (_, asked, expected) => {
    expect(due(asked()).dueAt).toBe(instant(expected.replace(/T(\d\d:\d\d)/, 'T$1:00')));
  });
});

describe('the cases of the oracle: how a term stands', () => {
  it('case 17 five minutes after its start it is running, with 25 minutes left', () => {
    expect(due(standing.seen())).toMatchObject({
      state: 'running',
      consumedMs: 300_000,
      remainingMs: 1_500_000,
      pausedMs: 0,
    });
  });

  it('case 18 what was held from 10:00 on has consumed an hour at 16:00', () => {
    expect(due(standing.held())).toEqual({
      dueAt: null,
      dueDay: null,
      state: 'paused',
      consumedMs: 3_600_000,
      remainingMs: 7 * 3_600_000,
      pausedMs: 6 * 3_600_000,
      forecastDueAt: z('2026-06-02 14:00'),
    });
  });

  it('case 20 a pause outside open hours has taken nothing away', () => {
    expect(due(standing.pausedAtNight())).toMatchObject({
      pausedMs: 0,
      consumedMs: 3 * 3_600_000,
      remainingMs: 3_600_000,
    });
  });

  it.each([
    ['09:30', '10:30', 'paused'],
    ['10:00', '11:00', 'paused'],
    ['10:05', '11:05', 'running'],
    ['08:30', '10:00', 'running'],
    ['11:06', '11:05', 'breached'],
    ['07:00', '10:00', 'not-started'],
  ])('case 24 at %s it is due at %s if it resumes now, and %s', (at, forecast, state) => {
    const answer = due(standing.pending(at));
    expect([answer.forecastDueAt, answer.state]).toEqual([z(`2026-06-01 ${forecast}`), state]);
  });

  it('case 35 an instant in the hour that is shown twice opens when the second one is over', () => {
    const times = calendar('America/New_York', on('sat sun tue', '02:00-17:00'));
    expect(instantOf(nextOpenInstant(times, Date.parse('2015-11-01T01:59:30-04:00')))).toBe(
      instant('2015-11-01T07:00:00Z'),
    );
  });

  it('case 37 26 minutes pass over the hour that is skipped', () => {
    const passed = openTimeBetween(
      always('Europe/Berlin'),
      Date.parse('2020-03-29T01:49:00+01:00'),
      Date.parse('2020-03-29T03:15:00+02:00'),
    );
    expect(passed).toBe(26 * 60_000);
  });

  it.each([
    ['18:00:00.000', 'running'],
    ['18:00:00.001', 'breached'],
  ])('case 48 at %s, where it is due at 18:00, it is %s', (time, state) => {
    expect(due(standing.atClosing(time)).state).toBe(state);
  });

  it('case 48 a pause that begins at 18:00, when it is due, comes too late: it stays due then', () => {
    expect(due(standing.pausedAtClosing())).toMatchObject({
      dueAt: local('2026-06-05 18:00'),
      state: 'breached',
      pausedMs: 0,
    });
  });

  it('case 53 a date set by an authority stays, whatever is paused', () => {
    const fixed = local('2026-12-01 18:00');
    expect(due(standing.fixedByAnAuthority())).toMatchObject({
      dueAt: fixed,
      forecastDueAt: fixed,
      state: 'running',
      pausedMs: 0,
      remainingMs: 3_600_000,
    });
  });
});

describe('the cases of the oracle: a term in business days ends', () => {
  it('case 58 five open days later, the day of receipt and a holiday left out', () => {
    expect(due(standing.daysOverAHoliday())).toMatchObject({
      dueDay: '2026-03-20',
      dueAt: local('2026-03-21 00:00'),
    });
  });

  it('case 60 after the days on which the authority is closed', () => {
    expect(due(standing.daysOverAClosure())).toMatchObject({
      dueDay: '2026-01-12',
      dueAt: local('2026-01-13 00:00'),
    });
  });
});
