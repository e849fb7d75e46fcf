import { describe, expect, it } from '@jest/globals';
import { causeLabels } from '../../../src/domain/texts/labels/causes.js';
import { actionLabels } from '../../../src/domain/texts/labels/actions.js';
import { withdrawalLabels } from '../../../src/domain/texts/labels/endings.js';
import { rulingLabels } from '../../../src/domain/texts/labels/outcomes.js';
import type { Bilingual } from '../../../src/domain/texts/language.js';
import { plainWord, readWord, wordsToName } from '../../../src/domain/texts/words/read-word.js';
import { synonyms } from '../../../src/domain/texts/words/synonyms.js';
import { vocabularies, vocabularyOf } from '../../../src/domain/texts/words/vocabularies.js';
import { channels, kinds, roles, severities } from '../../../src/domain/complaint/vocabulary.js';
import { channelLabels, kindLabels, severityLabels } from '../../../src/domain/texts/labels/requests.js';
import { roleLabels } from '../../../src/domain/texts/labels/people.js';

const causes = Object.keys(causeLabels);

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
    [kinds, kindLabels, 'Fallas', 'fault'],
    [kinds, kindLabels, 'aclaraciones', 'clarification'],
    [severities, severityLabels, 'crítico', 'critical'],
    [causes, causeLabels, 'módems defectuosos', 'faulty-modem'],
    [Object.keys(withdrawalLabels), withdrawalLabels, 'otro', 'other'],
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

/** What people say beside labels, with the words that each vocabulary has. */
const alsoSaid = synonyms.flatMap(({ vocabulary, said }) =>
  [...said].flatMap(([code, names]) => (names ?? []).map((name) => [name, code, vocabulary] as const)),
);

describe('what people say for a word beside its label', () => {
  it.each(alsoSaid)(
    '%s means %s, in any letters, and in the plural where it has one',
    (name, code, vocabulary) => {
      const words = Object.keys(vocabulary);
      for (const text of [
        name,
        withoutAccents(name).toUpperCase(),
        ...(/\p{L}{3}[aeo]$/u.test(name) ? [`${name}s`] : []),
      ])
        expect(readWord(words, vocabulary, text)).toBe(code);
    },
  );

  it('takes nothing from what another word is called', () => {
    for (const [name, code, vocabulary] of alsoSaid)
      for (const [other, { es, en }] of Object.entries<Bilingual>(vocabulary))
        if (other !== code) expect([es, en, other].map(plainWord)).not.toContain(plainWord(name));
  });

  it.each([
    ['no', 'procedente'],
    ['un', 'procedente'],
  ])('is never its contrary: %s %s', (negation, word) => {
    expect(readWord(Object.keys(rulingLabels), rulingLabels, `${negation} ${word}`)).toBeUndefined();
  });
});

describe('what is named to who typed a word that may mean several', () => {
  const named = (text: string) => wordsToName(channels, channelLabels, text);

  it('is what it may mean, and nothing else', () => {
    expect(named('correo')).toEqual(['email', 'post']);
    expect(named('Correos')).toEqual(['email', 'post']);
    expect(wordsToName(roles, roleLabels, 'encargado')).toEqual(['ruling-officer', 'privacy-officer']);
  });

  it.each(['paloma', '', 'por'])('is the whole list where it is like none: "%s"', (text) => {
    expect(named(text)).toEqual(channels);
  });

  it('holds every word that is called so, and each of these is understood by its whole name', () => {
    for (const vocabulary of vocabularies) {
      const codes = Object.keys(vocabulary);
      const parts = Object.values<Bilingual>(vocabulary).flatMap(({ es, en }) =>
        plainWord(`${es} ${en}`).split(' '),
      );
      for (const part of new Set(parts.filter(({ length }) => length > 3))) {
        const near = wordsToName(codes, vocabulary, part);
        const meant = readWord(codes, vocabulary, part);
        expect({ part, near: meant === undefined ? near.length > 1 : near.includes(meant) }).toEqual({
          part,
          near: true,
        });
        for (const code of near) expect(readWord(codes, vocabulary, vocabulary[code]?.es ?? '')).toBe(code);
      }
    }
  });
});

describe('the vocabulary of a list of words', () => {
  it('is the one with all of them and the fewest others', () => {
    expect(vocabularyOf(kinds)).toBe(kindLabels);
    expect(vocabularyOf(['phone', 'email'])).toBe(channelLabels);
    expect(vocabularyOf(['csv', 'parquet'])).toBeUndefined();
    expect(vocabularyOf([])).toBeUndefined();
  });
});
