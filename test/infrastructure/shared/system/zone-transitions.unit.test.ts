import { describe, expect, it } from '@jest/globals';
import { machineTransitions } from '../../../../src/infrastructure/shared/system/zone-transitions.js';

const dayMs = 86_400_000;

describe('the transitions of a zone, as this machine has them', () => {
  it.each([
    ['America/Recife', Date.UTC(2000, 8, 1), ['2000-10-08T03:00:00.000Z', '2000-10-15T02:00:00.000Z']],
    ['America/Noronha', Date.UTC(2000, 8, 1), ['2000-10-08T02:00:00.000Z', '2000-10-15T01:00:00.000Z']],
    ['Africa/Cairo', Date.UTC(2010, 7, 1), ['2010-08-10T21:00:00.000Z', '2010-09-09T22:00:00.000Z']],
  ])(
    'are found in %s where two lie less than a week or a month apart, whenever it looks',
    (zone, from, at) => {
      for (let hour = 0; hour < 7 * 24; hour += 1) {
        const begin = from + hour * 3_600_000;
        const found = machineTransitions(zone, begin, begin + 60 * dayMs)?.slice(1, 3);
        expect(found?.map((each) => each.at)).toEqual(at);
      }
    },
  );

  it('are none of a zone that is spelt in small letters', () => {
    expect(machineTransitions('america/mexico_city', 0, dayMs)).toBeUndefined();
  });
});
