import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { rangeAt, rangeOf } from '../../../src/projections/board-cases/ranges.js';
import {
  cellsOf,
  noValues,
  valueAt,
  valuesIn,
  withoutValue,
  withValue,
  type ValueCells,
} from '../../../src/projections/board-values/values-cell.js';

const ranges = fc.constantFrom(0, 7, 511, 600, 3_000, 9_000, 14_000).map(rangeAt);

/** A range, values in it of which some are equal, and one turn of taking out or putting in for each. */
const lives = ranges.chain((range) =>
  fc.record({
    range: fc.constant(range),
    turns: fc.array(
      fc.record({
        value: fc.oneof(fc.nat({ max: Math.min(3, range.width - 1) }), fc.nat({ max: range.width - 1 })),
        isTakenOut: fc.boolean(),
      }),
      { maxLength: 60 },
    ),
  }),
);

const ascending = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b);

describe('The cells of the values in a range', () => {
  it('hold what was put in and not taken out, each as often as it is there, and tell the value at each place', () => {
    fc.assert(
      fc.property(lives, fc.array(fc.nat({ max: 5 }), { maxLength: 3 }), ({ range, turns }, more) => {
        let cells: ValueCells | undefined;
        let values: readonly number[] = [];
        for (const { value: distance, isTakenOut } of turns) {
          const value = range.least + distance;
          if (isTakenOut) {
            const place = values.indexOf(value);
            cells = cells && withoutValue(cells, range, value);
            values = place === -1 ? values : values.toSpliced(place, 1);
          } else {
            cells = withValue(cells ?? noValues, range, value);
            values = [...values, value];
          }
        }
        const told = valuesIn(cells ?? noValues, range);
        expect(told.flatMap(([value, times]) => Array.from({ length: times }, () => value))).toEqual(
          ascending(values),
        );
        expect(cells === undefined).toBe(values.length === 0);
        if (cells !== undefined) expect(valuesIn(cellsOf(ascending(values), range), range)).toEqual(told);
        const others = more.map((each) => range.least + Math.min(each, range.width - 1));
        for (const [place, value] of ascending([...values, ...others]).entries())
          expect(valueAt(cells ?? noValues, range, others, place)).toBe(value);
      }),
      { numRuns: 500 },
    );
  });

  it('stay small where a million did the same at once', () => {
    const range = rangeAt(rangeOf(0));
    const cells = { found: '0', repeated: '0:1000000' };
    expect(withValue(cells, range, 0)).toEqual({ found: '0', repeated: '0:1000001' });
    expect(valueAt(cells, range, [], 999_999)).toBe(0);
  });

  it.each([
    ['digits of another length', { found: 'abc', repeated: null }],
    ['a value beyond the range', { found: 'zzzz', repeated: null }],
    ['a value that is there once and told as repeated', { found: '0001', repeated: '0001:1' }],
    ['no number', { found: '0001', repeated: '0001:x' }],
  ])('are told as damaged with %s', (_, cells) => {
    const range = rangeAt(rangeOf(24 * 3_600_000));
    expect(() => valuesIn(cells, range)).toThrow(expect.objectContaining({ code: 'rows-corrupt' }));
  });
});
