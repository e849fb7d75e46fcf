import fc from 'fast-check';
import type { BusinessCalendar } from '../../../src/domain/sla/compile-calendar.js';
import type { Span } from '../../../src/domain/sla/pauses.js';
import { formatInterval, weekdays } from '../../../src/domain/sla/week.js';
import type { PublishedCalendar } from '../../../src/domain/sla/calendar.js';
import { compiled, source, transitionsOf } from './calendars.js';

/** Zones with a story: reforms, borders, half hours, midnights and a whole date that are skipped or shown twice. */
export const zones = [
  'America/Mexico_City',
  'America/Tijuana',
  'America/Ciudad_Juarez',
  'America/Ojinaga',
  'America/Cancun',
  'America/Hermosillo',
  'America/Mazatlan',
  'Europe/Madrid',
  'America/Sao_Paulo',
  'America/Havana',
  'America/Asuncion',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Asia/Beirut',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Chatham',
  'UTC',
];

const minuteMs = 60_000;

/** Intervals of a day that do not overlap: cut points, taken in pairs. */
const intervals = (most: number): fc.Arbitrary<readonly string[]> =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: most / 15 }), { maxLength: 6 })
    .map((points) => points.map((point) => point * 15).sort((a, b) => a - b))
    .map((points) =>
      points.flatMap((from, index) => {
        const to = points[index + 1];
        return index % 2 === 1 || to === undefined || from >= 1440 ? [] : [formatInterval({ from, to })];
      }),
    );

const years = { noInvalidDate: true, min: new Date('2008-01-01'), max: new Date('2026-12-31') };
const dates = fc.date(years).map((date) => date.toISOString().slice(0, 10));

/** A week that opens, with holidays and overrides; night shifts where nothing follows them. */
export const publishedCalendars: fc.Arbitrary<PublishedCalendar> = fc
  .record({
    zone: fc.constantFrom(...zones),
    week: fc.oneof(
      fc.constant(Object.fromEntries(weekdays.map((day) => [day, ['00:00-24:00']]))),
      fc.constant(Object.fromEntries(weekdays.map((day) => [day, ['22:00-30:00']]))),
      fc
        .tuple(...weekdays.map(() => intervals(1440)))
        .map((days) => Object.fromEntries(weekdays.map((day, index) => [day, days[index] ?? []])))
        .filter((week) => Object.values(week).some((day) => day.length > 0)),
    ),
    holidays: fc.array(dates, { maxLength: 12 }),
    overrides: fc.dictionary(dates, intervals(1320), { maxKeys: 6 }),
  })
  .filter(({ week, overrides }) => {
    const nightly = week['mon']?.[0] === '22:00-30:00';
    return !nightly || Object.keys(overrides).length === 0;
  })
  .map(({ zone, week, holidays, overrides }) => ({
    ...source(zone, week, { holidays, overrides }),
    until: '2028-12-31',
    transitions: transitionsOf(zone, Date.UTC(1999, 11, 31), Date.UTC(2029, 0, 2)) ?? [],
  }));

export const calendars: fc.Arbitrary<BusinessCalendar> = publishedCalendars.map(compiled);

/** The seasons in which clocks change come as often as all the rest. */
const seasons = [
  '2010-10-01',
  '2011-12-29',
  '2018-11-03',
  '2022-10-29',
  '2026-03-07',
  '2026-10-31',
  '2022-11-29',
];

export const starts: fc.Arbitrary<number> = fc.oneof(
  fc.date({ ...years, min: new Date('2008-06-01') }).map((date) => date.getTime()),
  fc
    .tuple(fc.constantFrom(...seasons), fc.integer({ min: 0, max: 4 * 1440 }))
    .map(([date, minutes]) => Date.parse(`${date}T00:00:00Z`) + minutes * minuteMs),
);

/** Pauses in minutes from a start, in no order, some of them overlapping. */
export const pausesFrom = (start: number, most = 8): fc.Arbitrary<readonly Span[]> =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -2000, max: 20_000 }), fc.integer({ min: 0, max: 6000 }))
      .map(([after, length]) => ({
        from: start + after * minuteMs,
        to: start + (after + length) * minuteMs,
      })),
    { maxLength: most },
  );
