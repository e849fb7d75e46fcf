import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sumOf, written } from '../../../src/domain/texts/amounts.js';

describe('An amount', () => {
  it.each([
    [0, 'MXN', '$0.00 MXN'],
    [5, 'MXN', '$0.05 MXN'],
    [4_788, 'MXN', '$47.88 MXN'],
    [123_456, 'MXN', '$1,234.56 MXN'],
    [123_456_789_00, 'MXN', '$123,456,789.00 MXN'],
    [-798, 'MXN', '-$7.98 MXN'],
    [1_234, 'CLP', '$1,234 CLP'],
    [1_234, 'KWD', '$1.234 KWD'],
  ])('%d in minor units of %s is %s', (amount, currency, expected) => {
    expect(written({ amount, currency })).toBe(expected);
  });

  it.each(['CLP', 'GNF', 'ISK', 'JPY', 'KRW', 'PYG', 'UGX', 'UYI', 'VND', 'XAF', 'XOF'])(
    'of a currency without minor units has no fraction: %s',
    (currency) => {
      expect(written({ amount: 1_234, currency })).toBe(`$1,234 ${currency}`);
    },
  );

  it.each(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'])(
    'of a currency of thousandths has three digits: %s',
    (currency) => {
      expect(written({ amount: 1_234, currency })).toBe(`$1.234 ${currency}`);
    },
  );

  it('is written so that its digits give it back', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amount) => {
        const digits = written({ amount, currency: 'MXN' }).replace(/[^\d-]/gu, '');
        expect(Number(digits)).toBe(amount);
      }),
    );
  });

  it('two amounts of the same currency have a sum', () => {
    const sum = sumOf({ amount: 3_990, currency: 'MXN' }, { amount: 798, currency: 'MXN' });
    expect(sum).toEqual({ amount: 4_788, currency: 'MXN' });
  });
});
