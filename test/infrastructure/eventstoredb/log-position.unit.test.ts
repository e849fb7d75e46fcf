import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { logPositionOf, positionOf } from '../../../src/infrastructure/eventstoredb/log-position.js';

const places = fc.record({ commit: fc.bigInt(0n, 2n ** 63n - 1n), prepare: fc.bigInt(0n, 2n ** 63n - 1n) });

describe('a position in EventStoreDB', () => {
  it('comes back as the place it was made of', () => {
    fc.assert(fc.property(places, (place) => expect(logPositionOf(positionOf(place))).toEqual(place)));
  });

  it('sorts as a text as the places do in the log', () => {
    fc.assert(
      fc.property(places, places, (a, b) => {
        const before = a.commit < b.commit || (a.commit === b.commit && a.prepare < b.prepare);
        expect(positionOf(a) < positionOf(b)).toBe(before);
      }),
    );
  });

  it.each(['', '12', '0000000000000001', 'x'.repeat(41)])(
    'is refused where it is of another store: %p',
    (text) => {
      expect(() => logPositionOf(text)).toThrow(expect.objectContaining({ code: 'read-invalid' }));
    },
  );
});
