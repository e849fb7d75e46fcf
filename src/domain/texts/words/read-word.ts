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
  const only = (fits: (code: Word) => boolean): Word | undefined => {
    const [found, another] = allowed.filter(fits);
    return another === undefined ? found : undefined;
  };
  return (
    allowed.find((code) => code === text) ??
    only((code) => labelsOf(vocabulary, code).includes(typed)) ??
    only((code) => plainWord(code) === typed) ??
    only((code) => labelsOf(vocabulary, code).some((label) => isPartOf(typed, label)))
  );
};
