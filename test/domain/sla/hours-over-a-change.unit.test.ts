import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf } from '../../../src/domain/kernel/instant.js';
import { nextOpenInstant, openTimeBetween } from '../../../src/domain/sla/business-time.js';
import { dueOf } from '../../../src/domain/sla/due.js';
import type { Weekday } from '../../../src/domain/sla/week.js';
import { calendar } from './calendars.js';

const minute = 60_000;
const weekdays: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Days on which the clocks of a zone go back or forward: by an hour, by half an hour, and over a midnight. */
const changes = [
  ['America/Tijuana', '2026-11-01'],
  ['America/Tijuana', '2026-03-08'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Asia/Beirut', '2026-10-25'],
  ['Europe/Berlin', '2026-03-29'],
] as const;

const two = (value: number): string => String(value).padStart(2, '0');
const clock = (at: number): string => `${two(Math.floor(at / 60))}:${two(at % 60)}`;

/** Hours in quarters, up to two on a day; a shift that begins at 20:00 or later may last until the morning. */
const dayHours = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 + 16 }), { minLength: 2, maxLength: 4 })
  .map((marks) => {
    const inOrder = [...marks].sort((a, b) => a - b).map((mark) => mark * 15);
    const pairs = [inOrder.slice(0, 2), inOrder.slice(2, 4)];
    return pairs.flatMap(([from = 0, to = 0]) =>
      from < Math.min(to, 24 * 60) && to - from <= 24 * 60 ? [[from, to] as const] : [],
    );
  });

/** Each weekday's hours, none of which begins before those of the day before have ended. */
const weeks = fc.array(dayHours, { minLength: 7, maxLength: 7 }).map((days) =>
  days.map((hours, place) => {
    const late = days[(place + 6) % 7]?.at(-1)?.[1] ?? 0;
    return hours.filter(([from]) => from + 24 * 60 >= late);
  }),
);

/** What the clocks on the wall show, by what the machine says of the zone. */
const wallOf = (zone: string) => {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  return (at: number) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const day = weekdays.findIndex((each) => each === (parts.get('weekday') ?? '').toLowerCase());
    return { day, time: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) };
  };
};

describe.each(changes)('hours over the change of clocks in %s on %s', (zone, date) => {
  const first = Date.parse(`${date}T00:00:00Z`) - 36 * 60 * minute;
  const minutes = Array.from({ length: 4 * 24 * 60 }, (_, index) => first + index * minute);
  const walls = minutes.map(wallOf(zone));
  const asked = fc.tuple(weeks, fc.nat(2 * 24 * 60), fc.integer({ min: 1, max: 9 * 60 }));

  it('open, last and end as the minutes on the wall are counted one by one, also for the hours in which staff is told', () => {
    fc.assert(
      fc.property(asked, ([week, from, term]) => {
        const isOpen = walls.map(({ day, time }) => {
          const [today, before] = [week[day] ?? [], week[(day + 6) % 7] ?? []];
          const late = time + 24 * 60;
          return (
            today.some(([begin, end]) => begin <= time && time < end) ||
            before.some(([begin, end]) => begin <= late && late < end)
          );
        });
        fc.pre(isOpen.slice(from).filter(Boolean).length > term);
        const hours = calendar(
          zone,
          Object.fromEntries(
            weekdays.map((day, place) => [
              day,
              (week[place] ?? []).map(([begin, end]) => `${clock(begin)}-${clock(end)}`),
            ]),
          ),
          { until: '2026-12-31' },
        );
        const start = first + from * minute;
        const opens = isOpen.indexOf(true, from);
        expect(nextOpenInstant(hours, start)).toBe(minutes[opens]);
        const open = minutes.filter((_at, place) => place >= from && isOpen[place]);
        const due = (open[term - 1] ?? NaN) + minute;
        expect(openTimeBetween(hours, start, due)).toBe(term * minute);
        const question = {
          start: instantOf(start),
          term: { kind: 'minutes', minutes: term },
          pauses: [],
        } as const;
        expect(dueOf(hours, { ...question, at: instantOf(start) })).toMatchObject({
          ok: true,
          due: { dueAt: instantOf(due) },
        });
      }),
      { seed: 20_261_101, numRuns: 25 },
    );
  });
});
