import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { endOfTerm, localDateOf } from '../../../src/domain/complaint/terms-in-days.js';
import { instantOf, millisecondsOf } from '../../../src/domain/index.js';
import { at } from '../../../src/testing/index.js';

const zones = ['America/Mexico_City', 'America/Tijuana', 'America/Cancun', 'Pacific/Apia', 'Africa/Cairo'];
const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

describe('A term in days', () => {
  it('ends at the end of its last local day, whatever the hour of the fact', () => {
    for (const hour of ['00:00:00', '13:30:00', '23:59:59'])
      expect(endOfTerm(at(`2026-11-03T${hour}-06:00`), 20, 'America/Mexico_City')).toBe(
        at('2026-11-23T23:59:59.999-06:00'),
      );
  });

  it('keeps its days through a change of the clocks', () => {
    expect(endOfTerm(at('2026-10-30T10:00:00-07:00'), 3, 'America/Tijuana')).toBe(
      at('2026-11-02T23:59:59.999-08:00'),
    );
    expect(endOfTerm(at('2026-03-07T10:00:00-08:00'), 1, 'America/Tijuana')).toBe(
      at('2026-03-08T23:59:59.999-07:00'),
    );
  });

  it('ends where its last date is over, at a midnight that comes twice the first time', () => {
    expect(endOfTerm(at('2020-10-28T15:58:00.000Z'), 1, 'Asia/Amman')).toBe(at('2020-10-29T20:59:59.999Z'));
    expect(endOfTerm(at('2025-10-31T12:00:00.000Z'), 1, 'America/Havana')).toBe(
      at('2025-11-02T03:59:59.999Z'),
    );
  });

  it('has so many local days after that of the fact, in every zone and year', () => {
    const moments = fc.integer({ min: Date.UTC(2012, 0, 1), max: Date.UTC(2040, 0, 1) }).map(instantOf);
    fc.assert(
      fc.property(moments, fc.nat({ max: 60 }), fc.constantFrom(...zones), (fact, days, zone) => {
        const last = endOfTerm(fact, days, zone);
        expect(dayOf(localDateOf(last, zone)) - dayOf(localDateOf(fact, zone))).toBe(days);
        const after = instantOf(millisecondsOf(last) + 1);
        expect(dayOf(localDateOf(after, zone)) - dayOf(localDateOf(fact, zone))).toBe(days + 1);
      }),
    );
  });
});
