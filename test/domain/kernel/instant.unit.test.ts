import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  instantOf,
  isInstant,
  laterOf,
  parseInstant,
  readInstant,
} from '../../../src/domain/kernel/instant.js';

describe('An instant has one way to be written', () => {
  it.each(['2026-11-24T06:45:19.000Z', '0000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])(
    'so that instants sort as strings: %s',
    (text) => {
      expect(isInstant(text)).toBe(true);
    },
  );

  it.each([
    ['something before it', ' 2026-11-24T06:45:19.000Z'],
    ['something after it', '2026-11-24T06:45:19.000Z '],
    ['another zone', '2026-11-24T06:45:19.000+00:00'],
    ['no milliseconds', '2026-11-24T06:45:19Z'],
    ['a year of more digits', '+010000-01-01T00:00:00.000Z'],
    ['a month that no year has', '2026-13-01T00:00:00.000Z'],
    ['a day that its month has not', '2026-02-30T00:00:00.000Z'],
    ['the hour 24', '2026-11-24T24:00:00.000Z'],
  ])('no instant is written with %s', (_name, text) => {
    expect(isInstant(text)).toBe(false);
  });

  it('which a moment beyond the year 9999 has not', () => {
    const last = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
    expect(instantOf(last)).toBe('9999-12-31T23:59:59.999Z');
    expect(() => instantOf(last + 1)).toThrow(`no four-digit year holds ${last + 1} ms`);
  });
});

describe('A time is read where it names its offset', () => {
  it.each([
    ['2026-11-24T06:45Z', '2026-11-24T06:45:00.000Z'],
    ['2026-11-24T06:45:19.5Z', '2026-11-24T06:45:19.500Z'],
    ['2026-11-24T00:45:19-06:00', '2026-11-24T06:45:19.000Z'],
    ['2026-11-24T00:45-0600', '2026-11-24T06:45:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each([
    '2026-11-24',
    '2026-11-24T06:45:19',
    'on 2026-11-24T06:45Z',
    '2026-11-24T06:45Z or so',
    '2026-02-30T06:45Z',
    '2026-11-24T24:00Z',
    '2026-11-24T06:60Z',
    '2026-11-24T06:45+99:00',
    '2026-11-24T06:45-24:00',
    '2026-11-24T06:45+14:01',
    '0000-01-01T00:00+14:00',
    '0001-01-01T00:00Z',
    '1999-12-31T23:59:59.999Z',
    '2201-01-01T00:00Z',
    '2200-12-31T23:59-14:00',
    '9999-12-31T23:59-14:00',
  ])('"%s" is none', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});

describe('A moment of a host', () => {
  it('lies in the years 2000 to 2200, as a text and as a date (osTicket#3044)', () => {
    for (const text of ['2000-01-01T00:00:00.000Z', '2200-12-31T23:59:59.999Z']) {
      expect(readInstant(text)).toBe(text);
      expect(readInstant(new Date(text))).toBe(text);
    }
    for (const text of ['0001-01-01T00:00:00.000Z', '1999-12-31T23:59:59.999Z', '2201-01-01T00:00:00.000Z']) {
      expect(readInstant(text)).toBeUndefined();
      expect(readInstant(new Date(text))).toBeUndefined();
    }
    expect(readInstant(new Date(NaN))).toBeUndefined();
  });

  it('has an offset of at most 14 hours, or is none (date-fns#4139)', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 0, max: 99 }), (hours, minutes) => {
        const sign = hours < 0 ? '-' : '+';
        const two = (count: number) => String(Math.abs(count)).padStart(2, '0');
        const read = parseInstant(`2026-11-24T06:45:00${sign}${two(hours)}:${two(minutes)}`);
        const isOffset = minutes < 60 && Math.abs(hours) * 60 + minutes <= 14 * 60;
        const shift = (sign === '-' ? 1 : -1) * (Math.abs(hours) * 60 + minutes) * 60_000;
        expect(read).toBe(isOffset ? instantOf(Date.parse('2026-11-24T06:45:00.000Z') + shift) : undefined);
      }),
    );
  });
});

describe('Of two instants', () => {
  it('the later one is found in either order', () => {
    const [earlier, later] = [instantOf(0), instantOf(1)];
    expect([laterOf(earlier, later), laterOf(later, earlier)]).toEqual([later, later]);
  });
});
