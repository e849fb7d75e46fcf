import { tz } from '@date-fns/tz';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { format } from 'date-fns/format';
import { enGB } from 'date-fns/locale/en-GB';
import { es } from 'date-fns/locale/es';
import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { instantOf } from '../../../src/domain/kernel/instant.js';
import { momentsOn } from '../../../src/domain/texts/page/moments.js';
import { proof, proofTimeout } from '../../support/proof.js';

/** Zones whose clocks change at midnight, at a minute past it, by half an hour, and by a whole day once. */
const zones = [
  ...['America/Mexico_City', 'America/Tijuana', 'America/Havana', 'America/St_Johns', 'Australia/Lord_Howe'],
  ...['Pacific/Apia', 'Asia/Kathmandu', 'Africa/Casablanca', 'UTC'],
];
const looks = {
  es: { locale: es, day: "EEEE d 'de' MMMM 'de' yyyy", time: "HH:mm'\u00a0h'", end: 'al terminar el día' },
  en: { locale: enGB, day: 'EEEE d MMMM yyyy', time: 'HH:mm', end: 'end of the day' },
};

const [first, last] = [Date.UTC(2000, 0, 1), Date.UTC(2199, 11, 31)];
const hour = 3_600_000;
const instant = fc
  .oneof(
    fc.integer({ min: first, max: last }),
    // Whole hours, where days end, and the days about them in years when clocks change.
    fc.integer({ min: first / hour, max: Date.UTC(2031, 0, 1) / hour }).map((hours) => hours * hour),
    fc.constantFrom(Date.UTC(2010, 2, 14, 3, 31), Date.UTC(2011, 11, 30, 10), Date.UTC(2022, 3, 3, 8)),
  )
  .map(instantOf);

describe('a moment on a page', () => {
  it(
    'is told by the clocks of its zone as date-fns tells it, each by itself and after many others',
    () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...zones),
          fc.constantFrom('es', 'en'),
          fc.array(instant, { minLength: 1, maxLength: 12 }),
          (zone, language, instants) => {
            const { locale, day, time, end } = looks[language];
            const options = { locale, in: tz(zone) };
            const { whole, wholeDeadline } = momentsOn(instantOf(first), zone, language);
            for (const at of instants) {
              const moment = format(at, `${day}, ${time}`, options);
              const before = Date.parse(at) - 1;
              const endsDay = differenceInCalendarDays(at, before, options) > 0;
              expect(whole(at)).toBe(moment);
              expect(wholeDeadline(at)).toBe(endsDay ? `${format(before, day, options)}, ${end}` : moment);
            }
          },
        ),
        proof(300),
      );
    },
    proofTimeout(300),
  );
});
