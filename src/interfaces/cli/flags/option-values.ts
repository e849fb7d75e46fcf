import { errorOf } from '../../../application/errors/coded-error.js';
import type { Language } from '../../../domain/complaint/vocabulary.js';
import { fillIn } from '../../../domain/kernel/rejection-text.js';
import { parseInstant, type Instant } from '../../../domain/kernel/instant.js';
import { readWord } from '../../../domain/texts/words/read-word.js';
import { vocabularyOf, type Vocabulary } from '../../../domain/texts/words/vocabularies.js';
import { isMomentTyped } from '../../../domain/texts/words/wall-time.js';
import { fault } from '../faults.js';
import { usageTexts } from '../fault-texts.js';
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

/** An instant that is asked for, once it is known in whose zone a local time is meant. */
export type AskedMoment = (zone?: string) => Promise<Instant>;

/**
 * The instant or the local time given for an option. Throws `instant-invalid`: at once where it can be neither, and once the
 * zone is known where its clocks skip that hour, or where no zone is known.
 */
export const momentOption = (options: Options, name: string): AskedMoment | undefined => {
  const text = textOf(options, name);
  if (text === undefined) return undefined;
  const invalid = () => fault('instant-invalid', { name: typed(name), value: text });
  if (!isMomentTyped(text)) throw invalid();
  return async (zone) => {
    // Loaded when it is asked: help needs no library of dates.
    const { readMoment } = await import('../../../domain/texts/words/read-moment.js');
    const at = zone === undefined ? parseInstant(text.trim()) : readMoment(text, zone);
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

/** None of the words that may stand there; each is told by what it is called. */
const choiceInvalid = (name: string, value: string, allowed: readonly string[], labels: Vocabulary) => {
  const code = 'choice-invalid';
  const { kind, details } = fault(code, { name, value, allowed: [...allowed] });
  const told = (language: Language): string =>
    fillIn(usageTexts[code][language], {
      ...details,
      allowed: allowed.map((word) => labels[word]?.[language] ?? word),
    });
  return errorOf(code, kind, { es: told('es'), en: told('en') }, details);
};

/** The word given for an option, one of those allowed, by its code or by what it is called. Throws `choice-invalid`. */
export const choiceOption = <Word extends string>(
  options: Options,
  name: string,
  allowed: readonly Word[],
  labels: Vocabulary = vocabularyOf(allowed) ?? {},
): Word | undefined => {
  const text = textOf(options, name);
  if (text === undefined) return undefined;
  const word = readWord(allowed, labels, text);
  if (word === undefined) throw choiceInvalid(typed(name), text, allowed, labels);
  return word;
};
