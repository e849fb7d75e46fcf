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

/** Whether every part of what was typed is a part of the label, and one of them says something. */
const isPartOf = (typed: string, label: string): boolean => {
  const parts = partsOf(label);
  return (
    partsOf(typed).every((part) => parts.includes(part)) &&
    partsOf(typed).some((part) => part.length >= tellingLength)
  );
};

const labelsOf = (vocabulary: Vocabulary, code: string): readonly string[] => {
  const label = vocabulary[code];
  return label === undefined ? [] : [plainWord(label.es), plainWord(label.en)];
};

const onlyOf = <Word extends string>(
  allowed: readonly Word[],
  fits: (code: Word) => boolean,
): Word | undefined => {
  const [found, another] = allowed.filter(fits);
  return another === undefined ? found : undefined;
};

/**
 * The code that is typed, or that is called so in either language; a name may be left off at its first comma. `undefined`
 * where none is, or several: what else is typed stands for itself.
 */
export const wordCalled = <Word extends string>(
  allowed: readonly Word[],
  vocabulary: Vocabulary,
  text: string,
): Word | undefined => {
  const typed = plainWord(text);
  if (typed === '') return undefined;
  const names = (code: Word): readonly string[] => {
    const label = vocabulary[code];
    return label === undefined
      ? []
      : [label.es, label.en].flatMap((name) => [name, ...name.split(',').slice(0, 1)]);
  };
  return (
    allowed.find((code) => code === text) ??
    onlyOf(allowed, (code) => names(code).some((name) => plainWord(name) === typed)) ??
    onlyOf(allowed, (code) => plainWord(code) === typed)
  );
};

/**
 * The code that a typed word stands for, of those allowed: the code itself, else what it is called in either language, else
 * a part of what only one of them is called (`falla` of *reporte de falla*). `undefined` where none is meant, or several.
 */
export const readWord = <Word extends string>(
  allowed: readonly Word[],
  vocabulary: Vocabulary,
  text: string,
): Word | undefined => {
  const typed = plainWord(text);
  if (typed === '') return undefined;
  const only = (fits: (code: Word) => boolean) => onlyOf(allowed, fits);
  return (
    allowed.find((code) => code === text) ??
    only((code) => labelsOf(vocabulary, code).includes(typed)) ??
    only((code) => plainWord(code) === typed) ??
    only((code) => labelsOf(vocabulary, code).some((label) => isPartOf(typed, label)))
  );
};
