import { describe, expect, it } from '@jest/globals';
import { fillIn } from '../../../src/domain/kernel/rejection-text.js';

describe('A refusal is told with its details', () => {
  it.each([
    ['a word', 'mx', 'mx'],
    ['a number', 7, '7'],
    ['a list', ['billing', 'quality'], 'billing, quality'],
    ['an amount', { amount: 3990, currency: 'MXN' }, '{"amount":3990,"currency":"MXN"}'],
  ])('%s as people read it', (_name, detail, shown) => {
    expect(fillIn('Only {detail}.', { detail })).toBe(`Only ${shown}.`);
  });

  it.each([
    [1, 'within 1 day'],
    [0, 'within 0 days'],
    [2, 'within 2 days'],
  ])('a number of %i chooses the word that goes with it', (count, told) => {
    expect(fillIn('within {count} {count:day|days}', { count })).toBe(told);
  });

  it('a detail that is missing hides nothing of a refusal', () => {
    expect(fillIn('Only {detail}.', {})).toBe('Only {detail}.');
    expect(fillIn('Only {constructor}.', {})).toBe('Only {constructor}.');
  });
});
