import type { Language } from '../../../domain/complaint/vocabulary.js';
import { parseInstant, type Instant } from '../../../domain/kernel/instant.js';
import type { LocalClocks } from '../../../domain/texts/words/read-moment.js';
import { readWord, wordsToName } from '../../../domain/texts/words/read-word.js';
import { vocabularyOf, type Vocabulary } from '../../../domain/texts/words/vocabularies.js';
import { isMomentTyped } from '../../../domain/texts/words/wall-time.js';
import { fault } from '../faults.js';
import { kebabCase } from './flag.js';
import type { Options } from './read-flags.js';

/** An option as it is typed, by which a fault names it. */
const typed = (name: string): string => `--${kebabCase(name)}`;

/** The text given for an option; `undefined` where it was not given. */
export const textOf = (options: Options, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};

/** The texts given for an option that may be repeated. */
export const textsOf = (options: Options, name: string): readonly string[] => {
  const value = options[name];
  return Array.isArray(value) ? value.map((each: unknown) => String(each)) : [];
};

/** An instant that is asked for, once it is known by whose clocks a local time is meant. */
export type AskedMoment = (clocks?: LocalClocks) => Promise<Instant>;

/**
 * The instant or the local time given for an option. Throws `instant-invalid`: at once where it can be neither, and once the
 * clocks are known where they skip that hour, or where none are known.
 */
export const momentOption = (options: Options, name: string): AskedMoment | undefined => {
  const text = textOf(options, name);
  if (text === undefined) return undefined;
  const invalid = () => fault('instant-invalid', { name: typed(name), value: text });
  if (!isMomentTyped(text)) throw invalid();
  return async (clocks) => {
    // Loaded when it is asked: help needs no library of dates.
    const { readMoment } = await import('../../../domain/texts/words/read-moment.js');
    const at = clocks === undefined ? parseInstant(text.trim()) : readMoment(text, clocks);
    if (at === undefined) throw invalid();
    return at;
  };
};

/** The whole number given for an option. Throws `number-invalid`. */
export const numberOption = (
  options: Options,
  name: string,
  [least, most]: readonly [number, number],
): number | undefined => {
  const text = textOf(options, name);
  if (text === undefined) return undefined;
  const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  throw fault('number-invalid', { name: typed(name), value: text, least, most });
};

/** None of the words that may stand there, or several of them; each is told by what it is called. */
export const choiceInvalid = (
  name: string,
  value: string,
  allowed: readonly string[],
  labels: Vocabulary,
) => {
  const told = (language: Language) => ({
    allowed: wordsToName(allowed, labels, value).map((word) => labels[word]?.[language] ?? word),
  });
  return fault('choice-invalid', { name, value, allowed }, undefined, { es: told('es'), en: told('en') });
};

/** The word that is meant by what was typed for an option, by its code or by what it is called. Throws `choice-invalid`. */
export const choiceMeant = <Word extends string>(
  name: string,
  text: string,
  allowed: readonly Word[],
  labels: Vocabulary = vocabularyOf(allowed) ?? {},
): Word => {
  const word = readWord(allowed, labels, text);
  if (word === undefined) throw choiceInvalid(typed(name), text, allowed, labels);
  return word;
};

/** The word given for an option, one of those allowed. Throws `choice-invalid`. */
export const choiceOption = <Word extends string>(
  options: Options,
  name: string,
  allowed: readonly Word[],
  labels?: Vocabulary,
): Word | undefined => {
  const text = textOf(options, name);
  return text === undefined ? undefined : choiceMeant(name, text, allowed, labels);
};
