import { describe, expect, it } from '@jest/globals';
import { dayMs, minuteMs } from '../../../src/domain/kernel/durations.js';
import { endOfLocalDate, firstShowing, shownAt } from '../../../src/domain/kernel/zone-clock.js';

const utc = (text: string): number => Date.parse(text);
const iso = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString();
/** A time on the wall of a zone, as if it were UTC. */
const wall = (text: string): number => Date.parse(`${text.replace(' ', 'T')}Z`);

/** Changes of every sort: ahead, back, half an hour, a whole date, at midnight, over midnight, east and west of UTC. */
const changes = [
  ['Asia/Amman', '2020-10-29T22:00:00Z'],
  ['Asia/Beirut', '2026-03-28T22:00:00Z'],
  ['Africa/Cairo', '2025-10-30T21:00:00Z'],
  ['Africa/Cairo', '2026-04-23T22:00:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00:00Z'],
  ['Australia/Lord_Howe', '2030-04-06T15:00:00Z'],
  ['Pacific/Chatham', '2024-09-28T14:00:00Z'],
  ['Antarctica/Troll', '2018-10-28T01:00:00Z'],
  ['Asia/Pyongyang', '2015-08-14T15:00:00Z'],
  ['Atlantic/Azores', '2025-10-26T01:00:00Z'],
  ['America/St_Johns', '2010-11-07T02:31:00Z'],
  ['America/St_Johns', '2011-03-13T03:31:00Z'],
  ['America/Havana', '2025-11-02T05:00:00Z'],
  ['America/Santiago', '2024-04-07T03:00:00Z'],
  ['America/Asuncion', '2023-10-01T04:00:00Z'],
  ['America/Tijuana', '2026-11-01T09:00:00Z'],
  ['America/Ciudad_Juarez', '2026-03-08T09:00:00Z'],
  ['America/Mexico_City', '2022-10-30T07:00:00Z'],
  ['Europe/Dublin', '2023-10-29T01:00:00Z'],
] as const;

/** The minutes of two days on each side of an instant, and what the clocks of a zone show at each. */
const minutesAround = (zone: string, at: number) =>
  Array.from({ length: 4 * 24 * 60 }, (_, index) => at - 2 * dayMs + index * minuteMs).map((minute) => ({
    minute,
    shown: shownAt(minute, zone),
  }));

describe('the clocks of a zone, around a change', () => {
  it.each(changes)(
    'show each time of %s about %s first where a count of minutes finds it, or never',
    (zone, text) => {
      const at = utc(text);
      const minutes = minutesAround(zone, at);
      const first = new Map<number, number>();
      for (const { minute, shown } of minutes) if (!first.has(shown)) first.set(shown, minute);
      const about = [shownAt(at - minuteMs, zone), shownAt(at, zone)];
      for (const offset of [-200, -121, -60, -31, -30, -16, -1, 0, 1, 14, 15, 29, 30, 59, 60, 119, 120, 200])
        for (const middle of about) {
          const shown = middle + offset * minuteMs;
          expect([iso(shown), iso(firstShowing(shown, zone))]).toEqual([iso(shown), iso(first.get(shown))]);
        }
    },
  );

  it.each(changes)('end each date of %s about %s with the last minute that shows it', (zone, text) => {
    const minutes = minutesAround(zone, utc(text));
    const date = Math.floor(shownAt(utc(text), zone) / dayMs);
    for (const each of [date - 1, date]) {
      const last = minutes.findLast(({ shown }) => Math.floor(shown / dayMs) <= each);
      expect(iso(endOfLocalDate(each, zone))).toBe(iso((last?.minute ?? NaN) + minuteMs));
    }
  });

  it('show an hour that comes twice for the first time before the change, east of UTC too', () => {
    expect(iso(firstShowing(wall('2023-10-29 01:30'), 'Europe/Dublin'))).toBe('2023-10-29T00:30:00.000Z');
    expect(iso(firstShowing(wall('2026-11-01 01:30'), 'America/Tijuana'))).toBe('2026-11-01T08:30:00.000Z');
    expect(iso(firstShowing(wall('2030-04-07 01:45'), 'Australia/Lord_Howe'))).toBe(
      '2030-04-06T14:45:00.000Z',
    );
  });

  it('show the first minute after a change at a quarter to an hour (Chatham), and none of those skipped', () => {
    expect(iso(firstShowing(wall('2024-09-29 03:45'), 'Pacific/Chatham'))).toBe('2024-09-28T14:00:00.000Z');
    expect(firstShowing(wall('2024-09-29 03:15'), 'Pacific/Chatham')).toBeUndefined();
    expect(firstShowing(wall('2011-12-30 12:00'), 'Pacific/Apia')).toBeUndefined();
  });
});
