import { describe, expect, it } from '@jest/globals';
import { causeLabels } from '../../../src/domain/texts/labels/causes.js';
import { actionLabels } from '../../../src/domain/texts/labels/actions.js';
import { readWord } from '../../../src/domain/texts/words/read-word.js';
import { vocabularies, vocabularyOf } from '../../../src/domain/texts/words/vocabularies.js';
import { channels, kinds, roles } from '../../../src/domain/complaint/vocabulary.js';
import { channelLabels, kindLabels } from '../../../src/domain/texts/labels/requests.js';
import { roleLabels } from '../../../src/domain/texts/labels/people.js';

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

const all = [...vocabularies, causeLabels, actionLabels].flatMap((vocabulary) =>
  Object.entries(vocabulary).map(([code, label]) => [code, label, vocabulary] as const),
);

describe('a word that a person types', () => {
  it.each(all)(
    '%s is known by its code and by what it is called in both languages',
    (code, label, vocabulary) => {
      const words = Object.keys(vocabulary);
      for (const text of [code, label.es, label.en]) {
        expect(readWord(words, vocabulary, text)).toBe(code);
        expect(readWord(words, vocabulary, ` ${withoutAccents(text).toUpperCase()} `)).toBe(code);
      }
    },
  );

  it.each([
    [kinds, kindLabels, 'falla', 'fault'],
    [kinds, kindLabels, 'Cancelación', 'cancellation'],
    [channels, channelLabels, 'telefono', 'phone'],
    [channels, channelLabels, 'presencial', 'in-person'],
    [roles, roleLabels, 'servicio al cliente', 'customer-service'],
    [roles, roleLabels, 'juridico', 'legal'],
  ] as const)('is known by a part that one of them alone has: %s %s %s', (words, labels, text, code) => {
    expect(readWord<string>(words, labels, text)).toBe(code);
  });

  it.each(['', '   ', 'de', 'correo', 'medio', 'constructor', '__proto__', 'fault; drop'])(
    'that is none of them, or several, is none: «%s»',
    (text) => {
      expect(readWord(channels, channelLabels, text)).toBeUndefined();
    },
  );
});

describe('the vocabulary of a list of words', () => {
  it('is the one with all of them and the fewest others', () => {
    expect(vocabularyOf(kinds)).toBe(kindLabels);
    expect(vocabularyOf(['phone', 'email'])).toBe(channelLabels);
    expect(vocabularyOf(['csv', 'parquet'])).toBeUndefined();
    expect(vocabularyOf([])).toBeUndefined();
  });
});
