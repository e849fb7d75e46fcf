import { synonymsFor } from './synonyms.js';
import type { Vocabulary } from './vocabularies.js';

/** A word as it is compared: accents, case, and what joins its parts make no difference. */
export const plainWord = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Shorter words join others: `de`, `por`, `the`. A label is not known by them alone. */
const tellingLength = 4;

const partsOf = (text: string): readonly string[] => text.split(' ');

/** A part without its gender and number: `fallas` and `falla`, `otro` and `otra`, `aclaraciones` and `aclaración`. */
const stemOf = (part: string): string =>
  part.length < tellingLength ? part : part.replace(/s$/, '').replace(/[aeo]$/, '');

const stemsOf = (text: string): readonly string[] => partsOf(text).map(stemOf);

/** Whether every part of what was typed is a part of the label, and one of them says something. */
const isPartOf = (typed: string, label: string): boolean => {
  const parts = stemsOf(label);
  return (
    stemsOf(typed).every((part) => parts.includes(part)) &&
    partsOf(typed).some((part) => part.length >= tellingLength)
  );
};

const isInflectionOf = (typed: string, name: string): boolean =>
  stemsOf(typed).join(' ') === stemsOf(name).join(' ');

/** What a code is called in either language; a name may be left off at its first comma. */
const namesOf = (vocabulary: Vocabulary, code: string): readonly string[] => {
  const label = Object.hasOwn(vocabulary, code) ? vocabulary[code] : undefined;
  if (label === undefined) return [];
  return [label.es, label.en].flatMap((name) => [name, ...name.split(',').slice(0, 1)]).map(plainWord);
};

/** What people say for a code beside what it is called. */
const saidFor = (vocabulary: Vocabulary, code: string): readonly string[] =>
  synonymsFor(vocabulary, code).map(plainWord);

const onlyOf = <Word extends string>(
  allowed: readonly Word[],
  fits: (code: Word) => boolean,
): Word | undefined => {
  const [found, another] = allowed.filter(fits);
  return another === undefined ? found : undefined;
};

/** Whether a word of the vocabulary is called, or said to be, what was typed in another gender or number. */
const isInflected = (vocabulary: Vocabulary, typed: string, code: string): boolean =>
  [...namesOf(vocabulary, code), ...saidFor(vocabulary, code)].some((name) => isInflectionOf(typed, name));

/** Whether what was typed is a part of what a word of the vocabulary is called. */
const isPartOfName = (vocabulary: Vocabulary, typed: string, code: string): boolean =>
  namesOf(vocabulary, code).some((name) => isPartOf(typed, name));

/** Longer than whatever a word is called: a text beyond it stands for none, and is not gone through. */
const longestName = 200;

/**
 * The words that are to be named to who typed another one: those that it may stand for, where it does not say which (`correo`
 * is a part of two names), else all that are allowed.
 */
export const wordsToName = <Word extends string>(
  allowed: readonly Word[],
  vocabulary: Vocabulary,
  text: string,
): readonly Word[] => {
  if (text.length > longestName) return allowed;
  const typed = plainWord(text);
  const near = allowed.filter(
    (code) => isInflected(vocabulary, typed, code) || isPartOfName(vocabulary, typed, code),
  );
  return typed === '' || near.length === 0 ? allowed : near;
};

/**
 * The code that is typed, or that is called so in either language. `undefined` where none is, or several: what else is typed
 * stands for itself.
 */
export const wordCalled = <Word extends string>(
  allowed: readonly Word[],
  vocabulary: Vocabulary,
  text: string,
): Word | undefined => {
  const typed = plainWord(text);
  if (typed === '') return undefined;
  return (
    allowed.find((code) => code === text) ??
    onlyOf(allowed, (code) => namesOf(vocabulary, code).includes(typed)) ??
    onlyOf(allowed, (code) => plainWord(code) === typed)
  );
};

/**
 * The code that a typed word stands for, of those allowed: the code itself, else what it is called in either language or
 * people say for it (`avería`), in any gender and number, else a part of what only one of them is called (`falla` of
 * *reporte de falla*). `undefined` where none is meant, or several.
 */
export const readWord = <Word extends string>(
  allowed: readonly Word[],
  vocabulary: Vocabulary,
  text: string,
): Word | undefined => {
  const typed = plainWord(text);
  if (typed === '') return undefined;
  return (
    wordCalled(allowed, vocabulary, text) ??
    onlyOf(allowed, (code) => saidFor(vocabulary, code).includes(typed)) ??
    onlyOf(allowed, (code) => isInflected(vocabulary, typed, code)) ??
    onlyOf(allowed, (code) => isPartOfName(vocabulary, typed, code))
  );
};
