import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkCharacterOf } from '../../../src/domain/folio/check-character.js';
import {
  formatFolio,
  hasFolio,
  highestNumber,
  nextNumberWithFolio,
  skippedNumbers,
} from '../../../src/domain/folio/format.js';

describe('a folio is short enough to read out on the phone', () => {
  it.each([
    ['CR', 1, 'CR-000001-K'],
    ['CR', 123, 'CR-000123-0'],
    ['EM', 64, 'EM-000064-7'],
    ['CR', 999_999, 'CR-999999-Z'],
    ['CR', 1_000_000, 'CR-1000000-Q'],
    ['ABCD', 7, 'ABCD-000007-P'],
    ['EM', highestNumber, 'EM-999999999999999-6'],
  ])('of %s, number %d is written %s', (prefix, number, folio) => {
    expect(formatFolio(prefix, number)).toBe(folio);
  });

  it.each([
    ['C', 1],
    ['ABCDE', 1],
    ['cr', 1],
    ['C1', 1],
    ['CR', 0],
    ['CR', -1],
    ['CR', 1.5],
    ['CR', Number.NaN],
    ['CR', highestNumber + 1],
    ['EM', highestNumber + 1],
  ])('of %s, number %d has none', (prefix, number) => {
    expect(formatFolio(prefix, number)).toBeUndefined();
  });
});

describe('numbers that would be hard to say are skipped by the format', () => {
  it('a number is skipped exactly where its check character is *, O or I', () => {
    const skipped = new Set(skippedNumbers('CR', 1, 2000));
    for (let number = 1; number < 2000; number += 1) {
      const check = checkCharacterOf(`CR${String(number).padStart(6, '0')}`) ?? '';
      expect([number, skipped.has(number)]).toEqual([number, ['*', 'O', 'I'].includes(check)]);
    }
  });

  it('an auditor counts them: about three numbers of 37, the same ones on every machine', () => {
    expect(skippedNumbers('CR', 1, 37_001)).toHaveLength(3005);
  });

  it('a range ends before its end: number 2 of CR is skipped, but lies in no range up to 2', () => {
    expect(skippedNumbers('CR', 1, 2)).toEqual([]);
    expect(skippedNumbers('CR', 1, 3)).toEqual([2]);
  });

  it('the next number with a folio is never a skipped one, and nothing between is left out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (from) => {
        const next = nextNumberWithFolio('EM', from) ?? 0;
        expect(hasFolio('EM', next)).toBe(true);
        expect(skippedNumbers('EM', from, next)).toHaveLength(next - from);
      }),
    );
  });

  it('no prefix, no folio; no number after the last', () => {
    expect(nextNumberWithFolio('cr', 1)).toBeUndefined();
    expect(nextNumberWithFolio('CR', highestNumber)).toBe(highestNumber);
    expect(nextNumberWithFolio('CR', highestNumber + 1)).toBeUndefined();
    expect(nextNumberWithFolio('EM', highestNumber + 1)).toBeUndefined();
  });
});

describe('I-02 a folio is unique to its number', () => {
  it('I-02 two numbers or two prefixes never share a folio', () => {
    const prefix = fc.stringMatching(/^[A-Z]{2,4}$/);
    const number = fc.integer({ min: 1, max: highestNumber });
    fc.assert(
      fc.property(prefix, number, prefix, number, (p, n, q, m) => {
        const [a, b] = [formatFolio(p, n), formatFolio(q, m)];
        fc.pre(a !== undefined && b !== undefined);
        expect(a === b).toBe(p === q && n === m);
      }),
    );
  });
});
