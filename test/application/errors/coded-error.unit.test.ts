import { describe, expect, it } from '@jest/globals';
import { isCodedError } from '../../../src/application/errors/coded-error.js';
import { storeError } from '../../../src/application/errors/store-error.js';

describe('An error of the library', () => {
  it('is told from everything else, also from an object whose properties throw when they are read', () => {
    const thrown = (): never => {
      throw new Error('a trap');
    };
    const hostile = new Proxy({}, { get: thrown, has: thrown });
    const given = [
      hostile,
      null,
      undefined,
      5,
      'x',
      {},
      { code: 'store-closed' },
      storeError('store-closed'),
    ];
    expect(given.map(isCodedError)).toEqual([false, false, false, false, false, false, false, true]);
  });
});
