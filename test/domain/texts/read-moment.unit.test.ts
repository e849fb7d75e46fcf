import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { tz } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { instantOf } from '../../../src/domain/kernel/instant.js';
import { dayMs, minuteMs } from '../../../src/domain/kernel/durations.js';
import { zoneTableOf } from '../../../src/domain/sla/zone.js';
import { machineTransitions } from '../../../src/infrastructure/shared/system/zone-transitions.js';
import { readMoment } from '../../../src/domain/texts/words/read-moment.js';
import { isMomentTyped } from '../../../src/domain/texts/words/wall-time.js';

const mexico = 'America/Mexico_City';

describe('a moment that a person types', () => {
  it.each([
    ['2026-12-21 10:00', '2026-12-21T16:00:00.000Z'],
    ['2026-12-21T10:00', '2026-12-21T16:00:00.000Z'],
    ['21/12/2026 10:00', '2026-12-21T16:00:00.000Z'],
    ['1/6/2026, 9:05 h', '2026-06-01T15:05:00.000Z'],
    [' 2026-12-21 10:00:07 ', '2026-12-21T16:00:07.000Z'],
    ['2026-12-21T10:00-05:00', '2026-12-21T15:00:00.000Z'],
    ['2026-12-21T16:00:00.000Z', '2026-12-21T16:00:00.000Z'],
  ])('%s is understood in the time of the provider', (text, at) => {
    expect(readMoment(text, mexico)).toBe(at);
  });

  it.each([
    '',
    'ayer',
    '21/12/2026',
    '2026-12-21',
    '31/02/2026 10:00',
    '2026-12-21 25:00',
    '1999-12-31 10:00',
    '12/21/2026 10:00',
  ])('«%s» is none', (text) => {
    expect(readMoment(text, mexico)).toBeUndefined();
  });

  it('that the clocks of a zone skip is none there', () => {
    expect(readMoment('2026-03-08 02:30', 'America/Tijuana')).toBeUndefined();
    expect(readMoment('2026-03-08 02:30', mexico)).toBe('2026-03-08T08:30:00.000Z');
  });

  it('is the first of two where the clocks of a zone repeat the hour, east of UTC too', () => {
    expect(readMoment('2025-10-26 02:30', 'Europe/Madrid')).toBe('2025-10-26T00:30:00.000Z');
    expect(readMoment('2026-11-01 01:30', 'America/Tijuana')).toBe('2026-11-01T08:30:00.000Z');
  });

  it('is the same by the changes that a calendar was published with, in hours that are skipped and repeated too', () => {
    const [from, to] = [Date.UTC(2000, 0), Date.UTC(2040, 0)];
    const seed = Date.now() % 1_000_000;
    for (const zone of [mexico, 'America/Tijuana', 'Asia/Amman', 'Pacific/Apia', 'Pacific/Chatham']) {
      const transitions = machineTransitions(zone, from, to) ?? [];
      const table = zoneTableOf(transitions);
      const anyTime = fc.oneof(
        fc.integer({ min: from + dayMs, max: to - dayMs }),
        fc
          .tuple(fc.constantFrom(...transitions), fc.integer({ min: -1500, max: 1500 }))
          .map(([{ at, offset }, minutes]) => Date.parse(at) + (offset + minutes) * minuteMs),
      );
      fc.assert(
        fc.property(anyTime, (shown) => {
          const text = instantOf(Math.max(shown, from + dayMs)).slice(0, 19);
          expect([text, readMoment(text, table)]).toEqual([text, readMoment(text, zone)]);
        }),
        { seed, numRuns: 300 },
      );
    }
  });

  it('is read back from what a wall clock shows, whenever it is and wherever', () => {
    const seed = Date.now() % 1_000_000;
    const anyTime = fc.integer({ min: Date.UTC(2001, 0), max: Date.UTC(2100, 0) });
    const anyZone = fc.constantFrom(
      mexico,
      'America/Tijuana',
      'Asia/Amman',
      'Pacific/Chatham',
      'Europe/Madrid',
    );
    fc.assert(
      fc.property(anyTime, anyZone, (time, zone) => {
        const second = instantOf(time - (time % 1000));
        for (const pattern of ['yyyy-MM-dd HH:mm:ss', 'd/M/yyyy H:mm:ss']) {
          const text = format(second, pattern, { in: tz(zone) });
          expect(isMomentTyped(text)).toBe(true);
          const read = readMoment(text, zone);
          expect(read === undefined ? read : format(read, pattern, { in: tz(zone) })).toBe(text);
          // An hour that is repeated reads as the first of its two.
          expect(read !== undefined && read <= second).toBe(true);
        }
      }),
      { seed, numRuns: 300 },
    );
  });
});
