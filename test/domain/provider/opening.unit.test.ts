import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { channels, type Channel } from '../../../src/domain/complaint/vocabulary.js';
import { instantOf, isInstant, parseInstant, type Instant } from '../../../src/domain/kernel/instant.js';
import {
  conectared,
  emenet,
  type HolidayPolicy,
  type ProviderProfile,
} from '../../../src/domain/provider/index.js';
import { openingOf } from '../../../src/domain/provider/opening.js';
import type { Week } from '../../../src/domain/sla/week.js';

const instant = (text: string): Instant => {
  const at = isInstant(text) ? text : parseInstant(text);
  if (at === undefined) throw new Error(`${text} is no instant`);
  return at;
};

const providerWith = (
  zone: string,
  hours: Week,
  holidayPolicy: HolidayPolicy = 'unspecified',
): ProviderProfile => ({
  ...emenet,
  zone,
  channels: [
    { channel: 'phone', label: { es: 'Teléfono', en: 'Phone' }, contactPoints: [], hours, holidayPolicy },
  ],
});

const phoneIsOpen = (profile: ProviderProfile, at: string, holidays: readonly string[] = []) =>
  openingOf(profile, holidays).isOpenAt('phone', instant(at));

describe('I-03 receipt out of hours is marked', () => {
  it.each([
    ['Friday 08:59:59.999', '2026-11-27T08:59:59.999-06:00', false],
    ['Friday 09:00', '2026-11-27T09:00:00.000-06:00', true],
    ['Friday 20:59:59.999', '2026-11-27T20:59:59.999-06:00', true],
    ['Friday 21:00', '2026-11-27T21:00:00.000-06:00', false],
    ['Saturday 16:59', '2026-11-28T16:59:00.000-06:00', true],
    ['Saturday 17:00', '2026-11-28T17:00:00.000-06:00', false],
    ['Sunday 12:00', '2026-11-29T12:00:00.000-06:00', true],
    ['Independence day 12:00: the procedure says nothing of holidays', '2026-09-16T12:00:00.000-06:00', true],
    ['a summer day of 2022, when Mexico still changed its clocks', '2022-07-15T20:30:00.000-05:00', true],
    ['the same day at 21:00 of the wall', '2022-07-15T21:00:00.000-05:00', false],
  ])('I-03 O-10 the phone of Conectared on %s', (_, at, open) => {
    expect(phoneIsOpen(conectared, at)).toBe(open);
  });

  it.each([
    ['Saturday 14:59', '2026-11-28T14:59:00.000-06:00', true],
    ['Saturday 15:00', '2026-11-28T15:00:00.000-06:00', false],
    ['Sunday 12:00', '2026-11-29T12:00:00.000-06:00', false],
  ])('I-03 O-13 the office of Emenet on %s', (_, at, open) => {
    expect(openingOf(emenet).isOpenAt('in-person', instant(at))).toBe(open);
  });

  it('I-03 O-11 O-12 a channel of 24 hours, 365 days is never out of hours, 29 February included', () => {
    const moments = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2040, 0) }).map(instantOf);
    fc.assert(
      fc.property(moments, fc.constantFrom<Channel>('email', 'web'), (at, channel) => {
        expect(openingOf(conectared).isOpenAt(channel, at)).toBe(true);
        expect(openingOf(emenet).isOpenAt(channel, at)).toBe(true);
      }),
    );
    expect(openingOf(emenet).isOpenAt('phone', instant('2028-02-29T03:00:00.000-06:00'))).toBe(true);
  });

  it('I-03 O-09 a channel that the profile does not know is never out of hours', () => {
    const opening = openingOf(conectared);
    const known = new Set(conectared.channels.map(({ channel }) => channel));
    for (const channel of channels.filter((each) => !known.has(each)))
      expect(opening.isOpenAt(channel, instant('2026-11-29T03:00:00.000-06:00'))).toBe(true);
  });
});

describe('a shift past midnight belongs to the day on which it starts', () => {
  const nights = providerWith(
    'America/Mexico_City',
    { fri: ['22:00-30:00'], sun: ['20:00-28:00'] },
    'closed',
  );

  it.each([
    ['Friday 21:59', '2026-11-27T21:59:00.000-06:00', false],
    ['Friday 22:00', '2026-11-27T22:00:00.000-06:00', true],
    ['Saturday 05:59', '2026-11-28T05:59:00.000-06:00', true],
    ['Saturday 06:00', '2026-11-28T06:00:00.000-06:00', false],
    ['Monday 03:59, over the end of the week', '2026-11-30T03:59:00.000-06:00', true],
    ['Monday 04:00', '2026-11-30T04:00:00.000-06:00', false],
  ])('%s', (_, at, open) => {
    expect(phoneIsOpen(nights, at)).toBe(open);
  });

  it('a holiday takes away the whole shift that starts on it, and not the end of the one before', () => {
    expect(phoneIsOpen(nights, '2026-11-28T03:00:00.000-06:00', ['2026-11-27'])).toBe(false);
    expect(phoneIsOpen(nights, '2026-11-28T03:00:00.000-06:00', ['2026-11-28'])).toBe(true);
  });
});

describe('holidays close only what says so', () => {
  const all: Week = Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, ['00:00-24:00']]),
  );
  it.each<[HolidayPolicy, boolean]>([
    ['closed', false],
    ['open', true],
    ['unspecified', true],
  ])('%s', (policy, open) => {
    const profile = providerWith('America/Mexico_City', all, policy);
    expect(phoneIsOpen(profile, '2026-12-25T12:00:00.000-06:00', ['2026-12-25'])).toBe(open);
    expect(phoneIsOpen(profile, '2026-12-26T00:00:00.000-06:00', ['2026-12-25'])).toBe(true);
  });
});

describe('hours follow the clock on the wall', () => {
  const tijuana = providerWith('America/Tijuana', { sat: ['22:00-30:00'], sun: ['09:00-17:00'] });

  it.each([
    ['9:00 in winter', '2026-01-11T09:00:00.000-08:00', true],
    ['8:59 in winter', '2026-01-11T08:59:00.000-08:00', false],
    ['9:00 in summer', '2026-07-12T09:00:00.000-07:00', true],
    ['8:59 in summer', '2026-07-12T08:59:00.000-07:00', false],
    ['the night the clocks go forward, 05:59', '2026-03-08T05:59:00.000-07:00', true],
    ['the night the clocks go forward, 06:00', '2026-03-08T06:00:00.000-07:00', false],
    ['the night the clocks go back, 01:30 the first time', '2026-11-01T01:30:00.000-07:00', true],
    ['the night the clocks go back, 01:30 the second time', '2026-11-01T01:30:00.000-08:00', true],
    ['the night the clocks go back, 06:00', '2026-11-01T06:00:00.000-08:00', false],
  ])('in Tijuana at %s', (_, at, open) => {
    expect(phoneIsOpen(tijuana, at)).toBe(open);
  });

  it.each([
    ['Asia/Kolkata', '2026-11-24T09:00:00.000+05:30', true],
    ['Asia/Kolkata', '2026-11-24T08:59:00.000+05:30', false],
    ['Pacific/Apia', '2026-11-24T09:00:00.000+13:00', true],
    ['Pacific/Apia', '2026-11-24T17:00:00.000+13:00', false],
    ['UTC', '1969-12-30T09:00:00.000Z', true],
    ['UTC', '1969-12-30T08:00:00.000Z', false],
  ])('in %s at %s', (zone, at, open) => {
    expect(phoneIsOpen(providerWith(zone, { tue: ['09:00-17:00'] }), at)).toBe(open);
  });

  it('two intervals a day leave the time between closed', () => {
    const split = providerWith('America/Mexico_City', { tue: ['09:00-14:00', '16:00-19:00'] });
    const open = [10, 14, 15, 16, 18, 19].map((hour) =>
      phoneIsOpen(split, `2026-11-24T${hour}:00:00.000-06:00`),
    );
    expect(open).toEqual([true, false, false, true, true, false]);
  });
});
