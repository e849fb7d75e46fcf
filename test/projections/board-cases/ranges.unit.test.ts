import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { blockOf, rangeAt, rangeOf, rangesInBlock } from '../../../src/projections/board-cases/ranges.js';

const durations = fc.oneof(
  fc.nat({ max: 2_000 }),
  fc.nat({ max: 2 ** 31 - 1 }),
  fc.maxSafeNat(),
  fc.tuple(fc.nat({ max: 52 }), fc.constantFrom(-1, 0, 1)).map(([power, by]) => Math.max(0, 2 ** power + by)),
);

describe('The ranges that durations are kept in', () => {
  it('hold each duration in the one range that it lies in, in the order of the durations', () => {
    fc.assert(
      fc.property(durations, durations, (one, other) => {
        const range = rangeOf(one);
        const { least, width } = rangeAt(range);
        expect(least).toBeLessThanOrEqual(one);
        expect(one - least).toBeLessThan(width);
        if (one < other) expect(range).toBeLessThanOrEqual(rangeOf(other));
        expect(rangeOf(least)).toBe(range);
        expect(rangeOf(least + width)).toBe(range + 1);
        expect(blockOf(range)).toBe((range - (range % rangesInBlock)) / rangesInBlock);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are narrow: a day lies in one of 132 seconds at the most', () => {
    const { width } = rangeAt(rangeOf(24 * 3_600_000));
    expect(width).toBeLessThanOrEqual(132_000);
    expect(rangeAt(rangeOf(300)).width).toBe(1);
  });
});
