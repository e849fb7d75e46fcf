import { describe, expect, it } from '@jest/globals';
import { atDoor } from '../../../src/domain/kernel/door.js';

/** What a call throws, and nothing where it answers. */
const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
    return undefined;
  } catch (thrown) {
    return thrown;
  }
};

describe('A function of the domain, as hosts call it', () => {
  it('says of what failed inside that it may be a fault of ours, and hands on its cause', () => {
    const cause = new TypeError('of ours');
    const failing = atDoor(
      'failing',
      (_text: string): never => {
        throw cause;
      },
      { text: 'text' },
    );
    expect(thrownBy(() => failing('a'))).toMatchObject({
      code: 'option-invalid',
      details: { option: 'failing', reason: 'not-usable' },
      text: {
        es: expect.stringContaining('falla de Quejas'),
        en: expect.stringContaining('a fault of Quejas'),
      },
      cause,
    });
  });

  it('reads nothing but the parts that it names, where it reads them by name alone', () => {
    const ending = atDoor('ending', (facets: { readonly ending: unknown }) => facets.ending, {
      facets: { read: ['ending'] },
    });
    const facets = {
      ending: 'open',
      get others(): never {
        throw new Error('looked at');
      },
    };
    expect(ending(facets)).toBe('open');
    expect(thrownBy(() => Reflect.apply(ending, undefined, [{ others: 1 }]))).toMatchObject({
      code: 'option-invalid',
      details: { option: 'facets' },
      text: { en: 'facets does not take what was given: give { ending }.' },
    });
  });

  it('looks through what is read to its end, and refuses what has none', () => {
    const size = atDoor('size', (given: object) => Object.keys(given).length, { given: ['self'] });
    const endless: { self?: unknown } = {};
    endless.self = endless;
    expect(thrownBy(() => size(endless))).toMatchObject({
      details: { option: 'size', reason: 'not-usable' },
    });
  });
});
