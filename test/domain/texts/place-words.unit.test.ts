import { describe, expect, it } from '@jest/globals';
import { placeTold } from '../../../src/domain/texts/words/place-words.js';
import { plainWord } from '../../../src/domain/texts/words/read-word.js';

describe('the name of a place', () => {
  it.each([
    ['boca-del-rio', 'Boca del Río'],
    ['san-andres-tuxtla', 'San Andrés Tuxtla'],
    ['la-antigua', 'La Antigua'],
    ['medellin-de-bravo', 'Medellín de Bravo'],
    ['santiago-tianguistenco', 'Santiago Tianguistenco'],
    ['xalapa', 'Xalapa'],
  ])('is written as people write it, where it is known by a reference: %s', (reference, name) => {
    expect(placeTold(reference)).toBe(name);
    expect(plainWord(name)).toBe(plainWord(reference));
  });

  it.each(['Xalapa', '15104', 'MX-VER-028', 'Boca del Río', 'ver-28', ''])(
    'is left as it was given, where it is no such reference: "%s"',
    (given) => {
      expect(placeTold(given)).toBe(given);
    },
  );
});
