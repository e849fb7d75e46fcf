import { describe, expect, it } from '@jest/globals';
import { checkCharacterOf, endsInItsCheckCharacter } from '../../../src/domain/folio/check-character.js';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*';

describe('the check character is that of ISO 7064 MOD 37-2', () => {
  it.each([
    // Blood donation numbers (ISBT 128) end in the same check character.
    ['G123498654321', 'H', 'JPAC Red Book, annex 2, worked example'],
    ['A999914123456', 'N', 'ICCBBA, donation number of the ISBT 128 examples'],
    ['A999922654321', 'S', 'ICCBBA, donation number of the ISBT 128 examples'],
    ['A999922012346', '*', 'ICCBBA, donation number of the ISBT 128 examples'],
  ])('of %s it is %s (%s)', (text, check) => {
    expect(checkCharacterOf(text)).toBe(check);
    expect(endsInItsCheckCharacter(text + check)).toBe(true);
  });

  it.each(['cr000123', 'CR 000123', 'CR-000123', 'CR00012Ñ', 'CR*00012'])('"%s" has none', (text) => {
    expect(checkCharacterOf(text)).toBeUndefined();
  });

  it('no single character is its own proof', () => {
    expect(endsInItsCheckCharacter('1')).toBe(false);
    expect(endsInItsCheckCharacter('')).toBe(false);
  });
});

describe('the check character shows what went wrong on the phone', () => {
  const samples = ['CR000001', 'EM000123', 'QQ999999', 'AZ1234567', 'ZZZZ000000', 'OI010101'].map(
    (text) => text + (checkCharacterOf(text) ?? ''),
  );

  it.each(samples)('every single wrong character of %s', (folio) => {
    for (let place = 0; place < folio.length; place += 1)
      for (const other of alphabet)
        if (other !== folio[place])
          expect(endsInItsCheckCharacter(folio.slice(0, place) + other + folio.slice(place + 1))).toBe(false);
  });

  it.each(samples)('every swap of two neighbours of %s', (folio) => {
    for (let place = 0; place + 1 < folio.length; place += 1) {
      const [a = '', b = ''] = [folio[place], folio[place + 1]];
      if (a !== b)
        expect(endsInItsCheckCharacter(folio.slice(0, place) + b + a + folio.slice(place + 2))).toBe(false);
    }
  });
});
