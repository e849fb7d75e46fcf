import { describe, expect, it } from '@jest/globals';
import { instantOf, isInstant, laterOf, parseInstant } from '../../../src/domain/kernel/instant.js';

describe('An instant has one way to be written', () => {
  it.each(['2026-11-24T06:45:19.000Z', '0000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])(
    'so that instants sort as strings: %s',
    (text) => {
      expect(isInstant(text)).toBe(true);
      expect(parseInstant(text)).toBe(text);
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
  ])('and none with %s', (_name, text) => {
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
    '0000-01-01T00:00+14:00',
    '9999-12-31T23:59-14:00',
  ])('"%s" is none', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});

describe('Of two instants', () => {
  it('the later one is found in either order', () => {
    const [earlier, later] = [instantOf(0), instantOf(1)];
    expect([laterOf(earlier, later), laterOf(later, earlier)]).toEqual([later, later]);
  });
});
