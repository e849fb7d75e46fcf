import { describe, expect, it } from '@jest/globals';
import { faultsOfWeek, isAroundTheClock, parseInterval } from '../../../src/domain/sla/week.js';

describe('The hours of a week', () => {
  it('may be written in any order, and may touch', () => {
    expect(faultsOfWeek({ mon: ['14:00-18:00', '09:00-13:00'] })).toEqual([]);
    expect(faultsOfWeek({ mon: ['09:00-13:00', '13:00-18:00'] })).toEqual([]);
    expect(faultsOfWeek({ sun: ['22:00-30:00'], mon: ['06:00-12:00'] })).toEqual([]);
  });

  it('do not overlap, in whatever order they are written, and the fault names both', () => {
    const fault = { code: 'interval-overlap', day: 'mon', part: 'mon 09:00-13:00, mon 12:59-18:00' };
    expect(faultsOfWeek({ mon: ['12:59-18:00', '09:00-13:00'] })).toEqual([fault]);
    expect(faultsOfWeek({ mon: ['09:00-13:00', '12:59-18:00'] })).toEqual([fault]);
  });

  it('of the night to Monday do not run into those of Monday', () => {
    expect(faultsOfWeek({ sun: ['22:00-30:01'], mon: ['06:00-12:00'] })).toEqual([
      { code: 'interval-overlap', day: 'mon', part: 'sun 22:00-30:01, mon 06:00-12:00' },
    ]);
  });

  it('are those of no week where it never opens', () => {
    expect(faultsOfWeek({})).toEqual([{ code: 'hours-empty', part: '' }]);
    expect(faultsOfWeek({ mon: [] })).toEqual([{ code: 'hours-empty', part: '' }]);
  });

  it('that are none are told once, and not as a week that never opens', () => {
    expect(faultsOfWeek({ tue: ['9-5'] })).toEqual([{ code: 'interval-invalid', day: 'tue', part: '9-5' }]);
  });

  it.each(['9-5', '09:00', ' 09:00-17:00', '09:00-17:00 ', '09:60-17:00', '24:00-25:00', '09:00-33:01'])(
    'are none where an interval is written %j',
    (text) => {
      expect(parseInterval(text)).toBeUndefined();
    },
  );

  it('are minutes of the day on which they begin, up to a day of them', () => {
    expect(parseInterval('09:30-17:45')).toEqual({ from: 570, to: 1065 });
    expect(parseInterval('23:59-47:59')).toEqual({ from: 1439, to: 2879 });
  });

  it('are around the clock where no minute is closed, however they are cut', () => {
    const every = (...texts: string[]) =>
      Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, texts]));
    expect(isAroundTheClock(every('00:00-24:00'))).toBe(true);
    expect(isAroundTheClock(every('12:00-36:00'))).toBe(true);
    expect(isAroundTheClock(every('12:00-24:00', '00:00-12:00'))).toBe(true);
    expect(isAroundTheClock(every('00:00-23:59'))).toBe(false);
    // As many minutes as a week has, and yet two of the first hour of each day overlap.
    expect(isAroundTheClock(every('00:00-12:00', '00:30-12:30'))).toBe(false);
  });
});
