import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { maskedText } from '../../../src/application/errors/masked-url.js';
import { proof } from '../../support/proof.js';

/** What is masked, said by one search: it takes a time that grows with the square of a long word. */
const bySearch = (text: string): string => text.replace(/([a-z][a-z+]*:\/\/)\S*@/gi, '$1***@');

describe('a text without the passwords of the URLs in it', () => {
  it('has none of them, and is else as it was', () => {
    expect(maskedText('no se llegó a esdb://ana:secreto@nodo:2113, esdb+discover://a:b@c')).toBe(
      'no se llegó a esdb://***@nodo:2113, esdb+discover://***@c',
    );
    expect(maskedText('ana@example.com http://a/b +://a@b')).toBe('ana@example.com http://a/b +://a@b');
  });

  it('is what one search for them gives, of any text', () => {
    const part = fc.constantFrom('a', 'Z', '+', ':', '/', '://', '@', ' ', '\n', 'ñ', 'esdb://', 'u:p@');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 24 }), (parts) => {
        const text = parts.join('');
        expect(maskedText(text)).toBe(bySearch(text));
      }),
      proof(500),
    );
  });

  it('takes no time to speak of, though a word of it has a million letters', () => {
    for (const word of ['x', '+', 'a+', ':', '/', '@', '://']) {
      const begun = performance.now();
      maskedText(word.repeat(1_000_000));
      expect(performance.now() - begun).toBeLessThan(5_000);
    }
  });
});
