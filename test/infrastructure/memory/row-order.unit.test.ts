import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { compareRows, isAfter } from '../../../src/infrastructure/memory/row-order.js';

describe('rows in memory are in the order of the rows in a file', () => {
  const text = fc.string({ unit: 'binary' }).map((any) => any.toWellFormed());

  it('texts by the bytes of UTF-8', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const expected = Buffer.compare(Buffer.from(a), Buffer.from(b));
        return Math.sign(compareRows({ a }, { a: b }, [{ column: 'a', isDescending: false }])) === expected;
      }),
    );
  });

  it('a row comes after another exactly where it sorts after it', () => {
    const value = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 3 }));
    const row = fc.record({ a: value, b: value });
    fc.assert(
      fc.property(
        row,
        row,
        fc.tuple(fc.boolean(), fc.boolean()).map(([a, b]) => [
          { column: 'a', isDescending: a },
          { column: 'b', isDescending: b },
        ]),
        (one, other, orderBy) =>
          isAfter(one, orderBy, [other.a, other.b]) === compareRows(one, other, orderBy) > 0,
      ),
    );
  });
});
