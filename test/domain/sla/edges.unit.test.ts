import { describe, expect, it } from '@jest/globals';
import { instantOf } from '../../../src/domain/kernel/instant.js';
import { nextOpenInstant, openTimeAt } from '../../../src/domain/sla/business-time.js';
import { dueOf, type PauseSpan, type Term } from '../../../src/domain/sla/due.js';
import { formatDay, parseDay } from '../../../src/domain/sla/local-date.js';
import { instantOfWall, stepsOf } from '../../../src/domain/sla/steps.js';
import { endOfDay, offsetAt, skippedDays, zoneTableOf } from '../../../src/domain/sla/zone.js';
import { explanationOf } from '../../../src/domain/texts/deadlines/explanation.js';
import {
  always,
  calendar,
  everyDay,
  instant,
  mexico,
  office,
  on,
  transitionsOf,
  workdays,
} from './calendars.js';
import type { BusinessCalendar } from '../../../src/domain/sla/compile-calendar.js';

const minutes = (count: number): Term => ({ kind: 'minutes', minutes: count });
const days = (count: number): Term => ({ kind: 'business-days', days: count });

const ask = (
  on: BusinessCalendar,
  start: string,
  term: Term,
  pauses: readonly PauseSpan[] = [],
  at: string = start,
) => dueOf(on, { start: instant(start), term, pauses, at: instant(at) });
const dueAt = (...asked: Parameters<typeof ask>) => {
  const outcome = ask(...asked);
  return outcome.ok ? outcome.due.dueAt : outcome.code;
};
const zoneOf = (zone: string) =>
  zoneTableOf(transitionsOf(zone, Date.UTC(1999, 11, 31), Date.UTC(2030, 0, 1)) ?? []);
const endOf = (zone: string, date: string) => instantOf(endOfDay(zoneOf(zone), parseDay(date) ?? 0));

describe('a local date is over', () => {
  it.each([
    ['where nothing changes, at midnight', mexico, '2026-06-01', '2026-06-02T06:00:00.000Z'],
    ['where midnight is skipped, at the change', 'Asia/Beirut', '2024-03-30', '2024-03-30T22:00:00.000Z'],
    [
      'where midnight is shown twice from above, at the first',
      'America/Havana',
      '2024-11-02',
      '2024-11-03T04:00:00.000Z',
    ],
    [
      'where the last hour is shown twice, at the end of the second',
      'America/Sao_Paulo',
      '2018-02-17',
      '2018-02-18T03:00:00.000Z',
    ],
    [
      'where the next date is skipped whole, at the change',
      'Pacific/Apia',
      '2011-12-29',
      '2011-12-30T10:00:00.000Z',
    ],
    [
      'where it is skipped itself, at the same instant',
      'Pacific/Apia',
      '2011-12-30',
      '2011-12-30T10:00:00.000Z',
    ],
  ])('%s (%s, %s)', (_, zone, date, expected) => {
    expect(endOf(zone, date)).toBe(expected);
  });

  it('a date that a zone skips is known, and no other', () => {
    expect([...skippedDays(zoneOf('Pacific/Apia'))].map(formatDay)).toEqual(['2011-12-30']);
    expect(skippedDays(zoneOf('America/Tijuana')).size).toBe(0);
  });

  it('dates that a table skips by the two days it may are both known', () => {
    const table = zoneTableOf([
      { at: instant('2000-01-01T00:00:00Z'), offset: -1440 },
      { at: instant('2026-06-10T00:00:00Z'), offset: 1440 },
    ]);
    expect([...skippedDays(table)].map(formatDay)).toEqual(['2026-06-09', '2026-06-10']);
  });

  it('the first offset of a zone holds before its first instant too', () => {
    expect(offsetAt(zoneOf(mexico), Date.UTC(1990, 0, 1))).toBe(-6 * 3_600_000);
    expect(endOf(mexico, '1990-01-01')).toBe('1990-01-02T06:00:00.000Z');
  });

  it.each([
    ['2026-02-29', undefined],
    ['2026-00-10', undefined],
    ['2026-6-1', undefined],
    ['2026-06-01T', undefined],
    [' 2026-06-01', undefined],
    ['+012026-01', undefined],
    ['2024-02-29', 19_782],
    ['1970-01-01', 0],
  ])('%s is day %s since 1970', (date, day) => {
    expect(parseDay(date)).toBe(day);
  });
});

describe('a date that a zone skips opens nothing', () => {
  it('a term in days passes over it, and a night shift that would start on it does not open', () => {
    const apia = calendar('Pacific/Apia', on(everyDay, '22:00-30:00'));
    const received = '2011-12-28T12:00:00-10:00';
    expect(ask(apia, received, days(2))).toMatchObject({ due: { dueDay: '2011-12-31' } });
    expect(dueAt(apia, '2011-12-29T23:00:00-10:00', minutes(90))).toBe(instant('2011-12-31T22:30:00+14:00'));
  });
});

describe('an interval whose edge the clocks skip or repeat', () => {
  it('begins at the change where its beginning is skipped', () => {
    const early = calendar('America/Tijuana', on(everyDay, '02:30-10:00'));
    expect(instantOf(nextOpenInstant(early, Date.parse('2026-03-08T08:00:00Z')))).toBe(
      '2026-03-08T10:00:00.000Z',
    );
  });

  it('opens nothing where it is skipped whole, and its date counts for no term in days', () => {
    const gone = calendar('America/Tijuana', on('sun mon', '02:00-03:00'));
    expect(ask(gone, '2026-03-07T12:00:00-08:00', days(1))).toMatchObject({ due: { dueDay: '2026-03-09' } });
  });

  it('is open twice where its hour is shown twice', () => {
    const twice = calendar('America/Tijuana', on(everyDay, '01:00-02:00'));
    expect(dueAt(twice, '2026-10-31T12:00:00-07:00', minutes(120))).toBe(
      instant('2026-11-01T02:00:00-08:00'),
    );
  });
});

describe('the border towns keep their summer time, and the rest of Mexico does not', () => {
  it.each([
    ['America/Mexico_City', '-06:00'],
    ['America/Chihuahua', '-06:00'],
    ['America/Hermosillo', '-07:00'],
    ['America/Cancun', '-05:00'],
    ['America/Tijuana', '-07:00'],
    ['America/Ciudad_Juarez', '-06:00'],
    ['America/Ojinaga', '-05:00'],
    ['America/Matamoros', '-05:00'],
  ])('%s opens at nine by %s in July 2026', (zone, offset) => {
    const times = calendar(zone, on(everyDay, '09:00-18:00'));
    expect(dueAt(times, `2026-07-15T01:00:00${offset}`, minutes(60))).toBe(
      instant(`2026-07-15T10:00:00${offset}`),
    );
  });
});

describe('an instant at which something begins or ends belongs to what begins', () => {
  const times = office();
  const monday = '2026-06-01T10:00:00-06:00';
  const state = (at: string, ...pauses: PauseSpan[]) => {
    const outcome = ask(times, monday, minutes(60), pauses, at);
    return outcome.ok ? outcome.due.state : outcome.code;
  };

  it('a term runs at its start, and not a millisecond before', () => {
    expect(state('2026-06-01T09:59:59.999-06:00')).toBe('not-started');
    expect(state(monday)).toBe('running');
  });

  it('a term is paused at the beginning of a pause, and runs at its end', () => {
    const pause = { from: instant('2026-06-01T10:30:00-06:00'), to: instant('2026-06-01T10:45:00-06:00') };
    expect(state('2026-06-01T10:29:59.999-06:00', pause)).toBe('running');
    expect(state('2026-06-01T10:30:00-06:00', pause)).toBe('paused');
    expect(state('2026-06-01T10:45:00-06:00', pause)).toBe('running');
  });

  it('a closing is not open: the next opening comes after it', () => {
    const opening = Date.parse('2026-06-02T09:00:00-06:00');
    expect(nextOpenInstant(times, Date.parse('2026-06-01T18:00:00-06:00'))).toBe(opening);
    expect(nextOpenInstant(times, opening)).toBe(opening);
  });

  it('a pause that comes after the instant asked for moves the due instant, and not the forecast', () => {
    const pause = { from: instant('2026-06-01T10:30:00-06:00'), to: instant('2026-06-01T10:45:00-06:00') };
    expect(ask(times, monday, minutes(60), [pause], '2026-06-01T10:10:00-06:00')).toMatchObject({
      due: { dueAt: '2026-06-01T17:15:00.000Z', forecastDueAt: '2026-06-01T17:00:00.000Z' },
    });
  });
});

describe('what lies outside a calendar is never guessed', () => {
  const short = calendar(mexico, on(workdays, '09:00-18:00'), { until: '2026-06-05' });

  it.each<[string, Parameters<typeof ask>, string | null]>([
    [
      'the last open minute is answered',
      [short, '2026-06-05T17:00:00-06:00', minutes(60)],
      '2026-06-06T00:00:00.000Z',
    ],
    ['a minute more is not', [short, '2026-06-05T17:00:00-06:00', minutes(61)], 'beyond-calendar'],
    [
      'the last day ends within it',
      [short, '2026-06-04T17:00:00-06:00', days(1)],
      '2026-06-06T06:00:00.000Z',
    ],
    ['a day more does not', [short, '2026-06-04T17:00:00-06:00', days(2)], 'beyond-calendar'],
    ['a start after it', [short, '2026-06-06T00:00:00.001-06:00', minutes(0)], 'beyond-calendar'],
    ['a start before 2000', [short, '1999-12-31T23:59:59.999-06:00', minutes(1)], 'before-calendar'],
    [
      'the first instant of 2000',
      [short, '2000-01-01T00:00:00-06:00', minutes(0)],
      '2000-01-01T06:00:00.000Z',
    ],
    [
      'a date of an authority after it',
      [short, '2026-06-01T10:00:00-06:00', { kind: 'fixed', dueAt: instant('2026-07-01T00:00:00Z') }],
      'beyond-calendar',
    ],
    [
      'a pause to beyond it',
      [
        short,
        '2026-06-05T10:00:00-06:00',
        minutes(60),
        [{ from: instant('2026-06-05T10:30:00-06:00'), to: instant('2026-07-01T00:00:00Z') }],
      ],
      'beyond-calendar',
    ],
    [
      'a state asked for long after the due instant',
      [short, '2026-06-01T10:00:00-06:00', minutes(60), [], '2030-01-01T00:00:00Z'],
      '2026-06-01T17:00:00.000Z',
    ],
    [
      'a state in a pause without end, asked for after it',
      [
        short,
        '2026-06-01T10:00:00-06:00',
        minutes(60),
        [{ from: instant('2026-06-01T10:30:00-06:00') }],
        '2030-01-01T00:00:00Z',
      ],
      'beyond-calendar',
    ],
    [
      'a start after it, though an authority set a date within it',
      [short, '2026-06-06T00:00:00.001-06:00', { kind: 'fixed', dueAt: instant('2026-06-01T00:00:00Z') }],
      'beyond-calendar',
    ],
    [
      'a start at its last instant is answered',
      [short, '2026-06-06T00:00:00-06:00', { kind: 'fixed', dueAt: instant('2026-06-01T00:00:00Z') }],
      '2026-06-01T00:00:00.000Z',
    ],
    [
      'a date of an authority before it',
      [short, '2026-06-01T10:00:00-06:00', { kind: 'fixed', dueAt: instant('2000-01-01T05:59:59.999Z') }],
      'before-calendar',
    ],
    [
      'a date of an authority at its first instant is answered',
      [short, '2026-06-01T10:00:00-06:00', { kind: 'fixed', dueAt: instant('2000-01-01T06:00:00Z') }],
      '2000-01-01T06:00:00.000Z',
    ],
  ])('%s', (_, asked, expected) => {
    expect(dueAt(...asked)).toBe(expected);
  });

  it('no next opening is told beyond its last one', () => {
    const closing = Date.parse('2026-06-05T18:00:00-06:00');
    expect(nextOpenInstant(short, closing - 1)).toBe(closing - 1);
    expect(nextOpenInstant(short, closing)).toBeNaN();
    expect(nextOpenInstant(short, Date.parse('2030-01-01T00:00:00Z'))).toBeNaN();
  });

  it('open time is that of its nearer end', () => {
    expect(openTimeAt(short, Date.parse('1990-01-01T00:00:00Z'))).toBe(0);
    expect(openTimeAt(short, Date.parse('2030-01-01T00:00:00Z'))).toBe(short.total);
    expect(nextOpenInstant(short, Date.parse('1990-01-01T00:00:00Z'))).toBe(
      Date.parse('2000-01-03T09:00:00-06:00'),
    );
  });

  it('the refusal of what lies outside a calendar names it and its end', () => {
    expect(ask(short, '2026-06-05T17:00:00-06:00', minutes(61))).toEqual({
      ok: false,
      code: 'beyond-calendar',
      details: { calendar: 'tested@1', until: '2026-06-05' },
    });
  });
});

describe('a term of nothing', () => {
  it.each([minutes(0), days(0)])('%j is due at its start, though it is closed then and paused', (term) => {
    const start = '2026-06-06T20:00:00-06:00';
    expect(ask(office(), start, term, [{ from: instant('2026-06-01T00:00:00Z') }])).toMatchObject({
      due: { dueAt: instant(start), dueDay: '2026-06-06', consumedMs: 0, remainingMs: 0, pausedMs: 0 },
    });
  });
});

describe('a term in days and its pauses', () => {
  const times = calendar(mexico, on(workdays, '09:00-13:00', '14:00-18:00'));
  const start = '2026-06-01T10:00:00-06:00';
  const pause = (from: string, to?: string): PauseSpan => ({
    from: instant(`${from}:00-06:00`),
    ...(to !== undefined && { to: instant(`${to}:00-06:00`) }),
  });
  const dayOf = (pauses: readonly PauseSpan[], at = start) => {
    const outcome = ask(times, start, days(2), pauses, at);
    return outcome.ok ? outcome.due.dueDay : outcome.code;
  };

  it.each<[string, readonly PauseSpan[], string | null]>([
    ['without one', [], '2026-06-03'],
    [
      'all of whose open hours are paused, a day does not count',
      [pause('2026-06-02T09:00', '2026-06-02T18:00')],
      '2026-06-04',
    ],
    ['with a minute left at its end, it does', [pause('2026-06-02T09:00', '2026-06-02T17:59')], '2026-06-03'],
    [
      'with a minute left at its beginning, it does',
      [pause('2026-06-02T09:01', '2026-06-02T18:00')],
      '2026-06-03',
    ],
    [
      'two pauses that meet at lunch take a day away',
      [pause('2026-06-02T14:00', '2026-06-02T20:00'), pause('2026-06-02T08:00', '2026-06-02T13:00')],
      '2026-06-04',
    ],
    [
      'a pause of several days takes each away',
      [pause('2026-06-01T12:00', '2026-06-05T18:00')],
      '2026-06-09',
    ],
    [
      'a pause on the day of receipt takes nothing away',
      [pause('2026-06-01T00:00', '2026-06-02T00:00')],
      '2026-06-03',
    ],
    [
      'a pause after the last day takes nothing away',
      [pause('2026-06-04T00:00', '2026-06-05T00:00')],
      '2026-06-03',
    ],
    ['a pause without end after the last day holds nothing up', [pause('2026-06-04T00:00')], '2026-06-03'],
    [
      'a pause without end that begins within the last day leaves it',
      [pause('2026-06-03T12:00')],
      '2026-06-03',
    ],
    ['a pause without end that begins with the last day holds it up', [pause('2026-06-03T09:00')], null],
  ])('%s', (_, pauses, expected) => {
    expect(dayOf(pauses)).toBe(expected);
  });

  it('counts open hours from the end of the day of receipt', () => {
    const at = '2026-06-02T15:00:00-06:00';
    expect(ask(times, start, days(2), [pause('2026-06-02T10:00', '2026-06-02T11:00')], at)).toMatchObject({
      due: { consumedMs: 4 * 3_600_000, pausedMs: 3_600_000, remainingMs: 11 * 3_600_000, state: 'running' },
    });
    expect(ask(times, start, days(2), [], start)).toMatchObject({
      due: { consumedMs: 0, remainingMs: 16 * 3_600_000 },
    });
  });
});

describe('an explanation in English', () => {
  const spoken = (on: BusinessCalendar, start: string, term: Term, pauses: readonly PauseSpan[] = []) =>
    explanationOf(stepsOf(on, { start: instant(start), term, pauses, at: instant(start) }), 'en');

  it('counts runs of days, pauses and closed days', () => {
    expect(
      spoken(office(), '2026-03-11T16:00:30.500-06:00', minutes(2000), [
        { from: instant('2026-03-17T10:00:00-06:00'), to: instant('2026-03-17T11:30:00-06:00') },
        { from: instant('2026-03-30T10:00:00-06:00') },
      ]),
    ).toEqual([
      'Calendar "tested", version 1, central Mexico time (Mexico City, -06:00).',
      'Start: Wednesday 11 Mar 2026 at 16:00:30.500.',
      'Term: 33 h 20 min of business time.',
      'Pause: from Tuesday 17 Mar 2026 at 10:00 to Tuesday 17 Mar 2026 at 11:30.',
      'Pause: since Monday 30 Mar 2026 at 10:00, not over.',
      'Wednesday 11 Mar 2026, from 16:00:30.500 to 18:00: counts 1 h 59 min 29.5 s; sum 1 h 59 min 29.5 s.',
      'From Thursday 12 Mar 2026 to Friday 13 Mar 2026, each day from 09:00 to 18:00: counts 2 × 9 h; sum 19 h 59 min 29.5 s.',
      'Saturday 14 Mar 2026, from 09:00 to 15:00: counts 6 h; sum 25 h 59 min 29.5 s.',
      'Monday 16 Mar 2026: not counted, a closed day of the calendar.',
      'Tuesday 17 Mar 2026, from 09:00 to 10:00: counts 1 h; sum 26 h 59 min 29.5 s.',
      'Tuesday 17 Mar 2026, from 10:00 to 11:30: paused, 1 h 30 min not counted.',
      'Tuesday 17 Mar 2026, from 11:30 to 17:50:30.500: counts 6 h 20 min 30.5 s; sum 33 h 20 min.',
      'Due on Tuesday 17 Mar 2026 at 17:50:30.500.',
    ]);
  });

  it('counts business days, closed dates and days that are paused whole', () => {
    const times = calendar(mexico, on(workdays, '09:00-18:00'), {
      holidays: ['2026-06-03'],
      overrides: { '2026-06-05': [], '2026-06-06': ['09:00-10:00'] },
    });
    expect(
      spoken(times, '2026-06-01T10:00:00-06:00', days(4), [
        { from: instant('2026-06-04T00:00:00-06:00'), to: instant('2026-06-05T00:00:00-06:00') },
      ]).slice(2),
    ).toEqual([
      'Term: 4 business days.',
      'Received on Monday 1 Jun 2026: that day does not count.',
      'Pause: from Thursday 4 Jun 2026 at 00:00 to Friday 5 Jun 2026 at 00:00.',
      'Tuesday 2 Jun 2026: business day 1.',
      'Wednesday 3 Jun 2026: not counted, a closed day of the calendar.',
      'Thursday 4 Jun 2026: not counted, all its hours are paused.',
      'Friday 5 Jun 2026: not counted, the calendar closes this date.',
      'Saturday 6 Jun 2026: business day 2.',
      'From Monday 8 Jun 2026 to Tuesday 9 Jun 2026: business days 3 to 4.',
      'Due at the end of Tuesday 9 Jun 2026.',
    ]);
  });

  it('tells both offsets of a night in which the clocks change', () => {
    const nights = calendar('America/Tijuana', on(everyDay, '22:00-30:00'));
    expect(spoken(nights, '2026-10-31T23:00:00-07:00', minutes(480)).slice(3)).toEqual([
      'Saturday 31 Oct 2026, from 23:00 to 02:00 of the next day (-07:00) and from 01:00 to 06:00, both of the next day (-08:00): counts 8 h; sum 8 h.',
      'Due on Sunday 1 Nov 2026 at 06:00 (-08:00).',
    ]);
  });

  it('has no due time while a pause lasts', () => {
    const held = [{ from: instant('2026-06-01T10:30:00Z') }];
    expect(spoken(always('UTC'), '2026-06-01T10:00:00Z', minutes(60), held).slice(-2)).toEqual([
      'Monday 1 Jun 2026, from 10:00 to 10:30: counts 30 min; sum 30 min.',
      'No due time while the pause lasts.',
    ]);
  });

  it('a wall time stands for the instant it was made of', () => {
    const steps = stepsOf(office(), {
      start: instant('2026-06-01T10:00:00Z'),
      term: minutes(0),
      pauses: [],
      at: instant('2026-06-01T10:00:00Z'),
    });
    const at = steps.flatMap((step) => (step.kind === 'due' ? [instantOfWall(step.at)] : []));
    expect(at).toEqual([instant('2026-06-01T10:00:00Z')]);
  });
});
