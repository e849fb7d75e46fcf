import type { BusinessCalendar } from '../../../src/domain/sla/compile-calendar.js';
import { dueOf, type Due, type PauseSpan, type Term } from '../../../src/domain/sla/due.js';
import type { Instant } from '../../../src/domain/kernel/instant.js';
import {
  always,
  calendar,
  everyDay,
  instant,
  local,
  mexicanHolidays,
  mexico,
  office,
  officeSource,
  on,
  phoneDesk,
  workdays,
} from './calendars.js';
import { withoutTheMachine } from './without-the-machine.js';

/** What a case asks. */
export interface Asked {
  readonly calendar: BusinessCalendar;
  readonly start: Instant;
  readonly minutes?: number;
  readonly days?: number;
  readonly fixed?: Instant;
  readonly pauses?: readonly PauseSpan[];
  readonly at?: Instant;
}

export const termOf = ({ minutes, days, fixed }: Asked): Term => {
  if (fixed !== undefined) return { kind: 'fixed', dueAt: fixed };
  return days === undefined ? { kind: 'minutes', minutes: minutes ?? 0 } : { kind: 'business-days', days };
};

/** The answer to a case, counted with `Intl` replaced by a thrower (I-18). */
export const due = (asked: Asked): Due => {
  const { start, pauses = [], at = start } = asked;
  const outcome = withoutTheMachine(() => dueOf(asked.calendar, { start, term: termOf(asked), pauses, at }));
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.due;
};

export const utc = (week: ReturnType<typeof on>) => calendar('UTC', week);
export const z = (text: string) => instant(`${text.replace(' ', 'T')}:00Z`);

/** The cases of the oracle whose term is in minutes: name, question, due instant. */
export const minuteCases: readonly (readonly [string, () => Asked, string])[] = [
  [
    '1 on Monday morning, where Friday has half an hour left',
    () => ({ calendar: utc(on(workdays, '09:00-17:00')), start: z('2026-01-30 16:30'), minutes: 60 }),
    '2026-02-02T09:30Z',
  ],
  [
    '2 from the opening on, where it starts before it',
    () => ({ calendar: utc(on(workdays, '09:00-17:00')), start: z('2026-01-28 07:00'), minutes: 120 }),
    '2026-01-28T11:00Z',
  ],
  [
    '4 after the weekend',
    () => ({ calendar: utc(on(workdays, '08:00-18:00')), start: z('2019-03-22 17:00'), minutes: 240 }),
    '2019-03-25T11:00Z',
  ],
  [
    '5 over days of different hours, and one that is closed',
    () => ({
      calendar: utc({
        ...on('mon', '09:00-17:00'),
        ...on('tue', '09:00-16:00'),
        ...on('thu', '08:00-17:00'),
      }),
      start: z('2026-06-01 11:00'),
      minutes: 960,
    }),
    '2026-06-04T11:00Z',
  ],
  ...([60, 120, 180, 240] as const).map(
    (minutes, index) =>
      [
        `6 ${minutes} minutes after an opening in Berlin`,
        () => ({
          calendar: calendar('Europe/Berlin', on(workdays, '09:00-17:00')),
          start: instant('2013-03-21T09:30:00Z'),
          minutes,
        }),
        `2013-03-21T${10 + index}:30Z`,
      ] as const,
  ),
  [
    '7 past midnight, to the minute',
    () => ({ calendar: always(), start: local('2026-05-04 23:30'), minutes: 60 }),
    '2026-05-05T00:30-06:00',
  ],
  [
    '10 the next morning, an hour after its warning',
    () => ({
      calendar: calendar('Europe/Paris', on(workdays, '08:00-18:00')),
      start: instant('2026-01-12T17:00+01:00'),
      minutes: 240,
    }),
    '2026-01-13T11:00+01:00',
  ],
  [
    '10 and its warning an hour before, within open time',
    () => ({
      calendar: calendar('Europe/Paris', on(workdays, '08:00-18:00')),
      start: instant('2026-01-12T17:00+01:00'),
      minutes: 180,
    }),
    '2026-01-13T10:00+01:00',
  ],
  [
    '11 after a pause over a weekend, which costs only the open hours of it',
    () => ({
      calendar: calendar(mexico, on(workdays, '08:00-20:00')),
      start: local('2022-02-04 10:00'),
      minutes: 720,
      pauses: [{ from: local('2022-02-04 12:00'), to: local('2022-02-07 09:00') }],
    }),
    '2022-02-07T19:00-06:00',
  ],
  [
    '14 a week later, where only Tuesday is open',
    () => ({ calendar: utc(on('tue', '08:00-17:00')), start: z('2024-08-07 10:00'), minutes: 240 }),
    '2024-08-13T12:00Z',
  ],
  [
    '15 after lunch, which is closed',
    () => ({
      calendar: calendar(mexico, on(workdays, '09:00-13:00', '14:00-18:00')),
      start: local('2026-06-01 12:30'),
      minutes: 60,
    }),
    '2026-06-01T14:30-06:00',
  ],
  [
    '17 at the same instant, in any process time zone',
    () => ({ calendar: always('Asia/Riyadh'), start: instant('2026-09-17T12:00+03:00'), minutes: 30 }),
    '2026-09-17T15:00+05:30',
  ],
  ...(
    [
      ['20 as without it, where a pause lies outside open hours', '21:00', '07:00', '13:00'],
      ['21 an hour later, where a pause of an hour lies within', '+10:00', '11:00', '14:00'],
    ] as const
  ).map(
    ([name, from, to, expected]) =>
      [
        name,
        () => ({
          calendar: utc(on(workdays, '09:00-17:00')),
          start: z('2026-06-01 20:00'),
          minutes: 240,
          pauses: [
            {
              from: from.startsWith('+') ? z(`2026-06-02 ${from.slice(1)}`) : z(`2026-06-01 ${from}`),
              to: z(`2026-06-02 ${to}`),
            },
          ],
        }),
        `2026-06-02T${expected}Z`,
      ] as const,
  ),
  [
    '23 by an hour later, where a pause begins after hours and ends within them',
    () => ({
      calendar: utc(on(workdays, '09:00-17:00')),
      start: z('2026-06-01 14:00'),
      minutes: 240,
      pauses: [{ from: z('2026-06-01 18:00'), to: z('2026-06-02 10:00') }],
    }),
    '2026-06-02T11:00Z',
  ],
  [
    '24 65 minutes later after a pause of 65 minutes',
    () => ({
      calendar: always('UTC'),
      start: z('2026-06-01 08:00'),
      minutes: 120,
      pauses: [{ from: z('2026-06-01 09:00'), to: z('2026-06-01 10:05') }],
    }),
    '2026-06-01T11:05Z',
  ],
  [
    '25 as from the beginning, where a shorter target is given later',
    () => ({ calendar: always('UTC'), start: z('2026-06-01 09:00'), minutes: 240 }),
    '2026-06-01T13:00Z',
  ],
  [
    '25 an hour later, where an hour of it was paused before',
    () => ({
      calendar: always('UTC'),
      start: z('2026-06-01 09:00'),
      minutes: 240,
      pauses: [{ from: z('2026-06-01 10:00'), to: z('2026-06-01 11:00') }],
    }),
    '2026-06-01T14:00Z',
  ],
  [
    '27 over the night in which Mexican clocks were put back for the last time',
    () => ({ calendar: always(), start: instant('2022-10-29T20:00-05:00'), minutes: 480 }),
    '2022-10-30T09:00Z',
  ],
  [
    '28 at the new offset after that night',
    () => ({ calendar: phoneDesk(), start: instant('2022-10-29T16:30-05:00'), minutes: 120 }),
    '2022-10-30T16:30Z',
  ],
  [
    '30 at the offset of its own year, whenever it is asked',
    () => ({ calendar: office(), start: instant('2022-07-15T17:30-05:00'), minutes: 60 }),
    '2022-07-16T14:30Z',
  ],
  [
    '32 over a night shift that the clocks make an hour shorter',
    () => ({
      calendar: calendar('America/Tijuana', on(everyDay, '22:00-30:00')),
      start: instant('2026-03-07T23:00-08:00'),
      minutes: 300,
    }),
    '2026-03-08T05:00-07:00',
  ],
  [
    '34 within the hour that is shown twice',
    () => ({
      calendar: calendar('Europe/Amsterdam', on(everyDay, '00:00-10:00')),
      start: instant('2022-10-30T00:00Z'),
      minutes: 60,
    }),
    '2022-10-30T01:00Z',
  ],
  [
    '38 after a holiday that is a local date',
    () => ({ calendar: phoneDesk(), start: local('2026-09-15 20:00'), minutes: 240 }),
    '2026-09-17T18:00Z',
  ],
  [
    '40 after 1 October 2024, which the law closes',
    () => ({ calendar: office(), start: local('2024-09-30 17:00'), minutes: 240 }),
    '2024-10-02T12:00-06:00',
  ],
  [
    '42 on 1 December 2024, which the law no longer closes',
    () => ({ calendar: phoneDesk(), start: local('2024-11-30 16:00'), minutes: 240 }),
    '2024-12-01T12:00-06:00',
  ],
  [
    '44 on its own calendar: the first contact around the clock',
    () => ({ calendar: always(), start: local('2026-11-14 22:00'), minutes: 120 }),
    '2026-11-15T00:00-06:00',
  ],
  [
    '44 on its own calendar: the resolution in office hours',
    () => ({ calendar: office(), start: local('2026-11-14 22:00'), minutes: 480 }),
    '2026-11-17T17:00-06:00',
  ],
  [
    '45 by the version of the calendar it was filed under',
    () => ({
      calendar: calendar(mexico, officeSource(), {
        holidays: mexicanHolidays.filter((date) => date !== '2026-03-16'),
      }),
      start: local('2026-03-13 16:00'),
      minutes: 600,
    }),
    '2026-03-16T11:00-06:00',
  ],
  [
    '45 and by the next version only once it is counted anew',
    () => ({ calendar: office({ version: 2 }), start: local('2026-03-13 16:00'), minutes: 600 }),
    '2026-03-17T11:00-06:00',
  ],
  [
    '47 after a pause over a holiday weekend, which counts the holiday once',
    () => ({
      calendar: office(),
      start: local('2026-11-13 16:00'),
      minutes: 480,
      pauses: [{ from: local('2026-11-13 17:00'), to: local('2026-11-17 10:00') }],
    }),
    '2026-11-17T17:00-06:00',
  ],
  [
    '48 at the closing itself, not at the next opening',
    () => ({ calendar: office(), start: local('2026-06-05 17:00'), minutes: 60 }),
    '2026-06-05T18:00-06:00',
  ],
  [
    '61 an hour later than from the beginning: the earlier pause still counts',
    () => ({
      calendar: always('UTC'),
      start: z('2026-06-01 09:00'),
      minutes: 240,
      pauses: [{ from: z('2026-06-01 10:00'), to: z('2026-06-01 11:00') }],
    }),
    '2026-06-01T14:00Z',
  ],
];

const closed2025 = Array.from({ length: 16 }, (_, index) =>
  new Date(Date.UTC(2025, 11, 22 + index)).toISOString().slice(0, 10),
);

/** The cases that ask how a term stands at an instant, or whose term is in days or set. */
export const standing = {
  /** 17 */
  seen: (): Asked => ({
    calendar: always('Asia/Riyadh'),
    start: instant('2026-09-17T12:00:00+03:00'),
    minutes: 30,
    at: instant('2026-09-17T12:05:00+03:00'),
  }),
  /** 18 */
  held: (): Asked => ({
    calendar: utc(on(everyDay, '09:00-18:00')),
    start: z('2026-06-01 09:00'),
    minutes: 480,
    pauses: [{ from: z('2026-06-01 10:00') }],
    at: z('2026-06-01 16:00'),
  }),
  /** 20 */
  pausedAtNight: (): Asked => ({
    calendar: utc(on(workdays, '09:00-17:00')),
    start: z('2026-06-01 20:00'),
    minutes: 240,
    pauses: [{ from: z('2026-06-01 21:00'), to: z('2026-06-02 07:00') }],
    at: z('2026-06-02 12:00'),
  }),
  /** 24 */
  pending: (at = '09:30'): Asked => ({
    calendar: always('UTC'),
    start: z('2026-06-01 08:00'),
    minutes: 120,
    pauses: [{ from: z('2026-06-01 09:00'), to: z('2026-06-01 10:05') }],
    at: z(`2026-06-01 ${at}`),
  }),
  /** 48 */
  atClosing: (time = '18:00:00.001'): Asked => ({
    calendar: office(),
    start: local('2026-06-05 17:00'),
    minutes: 60,
    at: instant(`2026-06-05T${time}-06:00`),
  }),
  /** 48, with a pause that begins when it is due. */
  pausedAtClosing: (): Asked => ({
    ...standing.atClosing(),
    pauses: [{ from: local('2026-06-05 18:00') }],
  }),
  /** 53 */
  fixedByAnAuthority: (): Asked => ({
    calendar: office(),
    start: local('2026-11-20 10:00'),
    fixed: local('2026-12-01 18:00'),
    pauses: [{ from: local('2026-12-01 16:30') }],
    at: local('2026-12-01 17:00'),
  }),
  /** 58 */
  daysOverAHoliday: (): Asked => ({
    calendar: calendar(mexico, on(workdays, '09:00-18:00'), { holidays: ['2026-03-16'] }),
    start: local('2026-03-12 10:00'),
    days: 5,
  }),
  /** 60 */
  daysOverAClosure: (): Asked => ({
    calendar: calendar(mexico, on(workdays, '09:00-18:00'), { holidays: closed2025 }),
    start: local('2025-12-18 10:00'),
    days: 5,
  }),
} as const;
