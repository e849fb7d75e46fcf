import { nearestOf } from './nearest.js';
import { codedError, type CodedError } from './coded-error.js';
import { maskedUrl } from './masked-url.js';
import { copyOf, copyWithFunctions, isSignal, reading, type Reading } from '../host-values.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { Bilingual } from '../../domain/texts/language.js';

/** Characters of a text that are told; of a longer one its beginning is, up to where a URL would begin to name a user. */
const longestShown = 1_000;
const longestBeginning = 40;

const beginningOf = (text: string): string => `${text.slice(0, longestBeginning).split(':', 1).join('')}…`;

/** What was given, as it can be told: never a password, never a whole object or a long text. */
const shown = (given: unknown): string => {
  if (typeof given === 'number') return String(given);
  if (typeof given !== 'string') return typeof given;
  return given.length > longestShown ? beginningOf(given) : maskedUrl(given);
};

const kinds: Readonly<Record<string, Bilingual>> = {
  object: { es: 'un objeto', en: 'an object' },
  function: { es: 'una función', en: 'a function' },
  boolean: { es: 'true ni false', en: 'true or false' },
};

const list: Bilingual = { es: 'una lista', en: 'a list' };

const isList = (given: unknown): boolean => {
  const looked = reading(() => Array.isArray(given));
  return looked.ok && looked.value;
};

/** What was given, in a sentence: a text or a number as it is, of all else what it is. */
const named = (given: unknown): Bilingual => {
  const value = shown(given);
  if (typeof given === 'string') return { es: `«${value}»`, en: `"${value}"` };
  if (given === null) return { es: 'null', en: 'null' };
  return (isList(given) ? list : kinds[typeof given]) ?? { es: value, en: value };
};

/** An option that does not hold. */
export const optionInvalid = (
  option: string,
  text: Bilingual,
  details: Readonly<Record<string, string>> = {},
): CodedError => codedError('option-invalid', text, { option, ...details });

/** An option that a function cannot do without. */
export const missingOption = (option: string, known: string): CodedError =>
  optionInvalid(option, {
    es: `Falta ${option}: indique ${known}.`,
    en: `${option} is missing: give ${known}.`,
  });

/** A part of an option that does not hold, and why. */
export const faultyOption = (option: string, { es, en }: Bilingual): CodedError =>
  optionInvalid(option, { es: `${option}: ${es}`, en: `${option}: ${en}` });

/** What throws when it is looked at, such as a proxy that was revoked. */
const unreadableOption = (option: string): CodedError =>
  optionInvalid(
    option,
    { es: `${option}: no se puede leer.`, en: `${option}: it cannot be read.` },
    { reason: 'not-readable' },
  );

const mustBeRead = <Value>(option: string, read: Reading<Value>): Value => {
  if (!read.ok) throw unreadableOption(option);
  return read.value;
};

/** What a look at an option finds. Throws `option-invalid` where looking at it throws. */
export const lookedAt = <Found>(option: string, look: () => Found): Found =>
  mustBeRead(option, reading(look));

/** An option as plain data, each part of it read once. Throws `option-invalid` where it cannot be read. */
export const copyOfOption = <Value>(option: string, given: Value): Value => mustBeRead(option, copyOf(given));

/** The same for an option with functions to be called. */
export const copyOfPart = <Value>(option: string, given: Value): Value =>
  mustBeRead(option, copyWithFunctions(given));

/** A value that an option does not take. */
export const unsupported = (option: string, given: unknown, known: string): CodedError => {
  const { es, en } = named(given);
  return optionInvalid(
    option,
    {
      es: `${option} no admite ${es}: indique ${known}.`,
      en: `${option} does not take ${en}: give ${known}.`,
    },
    { value: shown(given) },
  );
};

/** Looks whether an argument is an object, as a host without a compiler needs it. Throws `option-invalid`. */
export const mustBeObject = (option: string, given: unknown, known: string): void => {
  if (typeof given !== 'object' || given === null) throw unsupported(option, given, known);
};

/**
 * Looks whether an argument has these parts, as a host without a compiler needs it. Throws `option-invalid`.
 */
export const mustHave = (
  option: string,
  given: unknown,
  parts: Readonly<Record<string, 'string' | 'object' | 'function'>>,
): void => {
  const has = (name: string, type: string): boolean => {
    if (typeof given !== 'object' || given === null || !(name in given)) return false;
    const part: unknown = Reflect.get(given, name);
    return part !== null && typeof part === type;
  };
  const hasAll = () => Object.entries(parts).every(([name, type]) => has(name, type));
  if (!lookedAt(option, hasAll)) throw unsupported(option, given, `{ ${Object.keys(parts).join(', ')} }`);
};

/** An option that a function does not know: none of its own is silently left at its default by a misspelt name. */
const unknownOption = (of: string, name: string, known: readonly string[]): CodedError => {
  const near = nearestOf(name, known);
  const option = name.length > longestBeginning ? `${name.slice(0, longestBeginning)}…` : name;
  const [es, en] =
    near === undefined
      ? [`tiene: ${known.join(', ')}`, `it has: ${known.join(', ')}`]
      : [`¿quiso decir ${near}?`, `did you mean ${near}?`];
  return optionInvalid(
    option,
    { es: `${of} no tiene la opción ${option}; ${es}`, en: `${of} has no option ${option}; ${en}` },
    near === undefined ? {} : { near },
  );
};

/** The names of the options of a type, each named once: a new one that is not named here does not compile. */
export const namesOf = <Options extends object>(names: Readonly<Record<keyof Options, true>>) =>
  Object.keys(names);

/**
 * The options that a function was given, each read once. Refuses one that it does not know, and what is no object. Throws
 * `option-invalid`.
 */
export const mustKnow = <Given extends object>(of: string, given: Given, known: readonly string[]): Given => {
  mustBeObject(of, given, `{ ${known.join(', ')} }`);
  // By the names alone: what has a million of them is not copied.
  const unknown = lookedAt(of, () => Object.keys(given).find((name) => !known.includes(name)));
  if (unknown !== undefined) throw unknownOption(of, unknown, known);
  return lookedAt(of, () => ({ ...given }));
};

/** Refuses what is neither absent nor an `AbortSignal`. Throws `option-invalid`. */
export const mustBeSignal = (given: unknown): void => {
  if (given !== undefined && !lookedAt('signal', () => isSignal(given)))
    throw unsupported('signal', given, 'AbortSignal');
};

/** Refuses what is neither absent nor a function. Throws `option-invalid`. */
export const mustBeFunction = (option: string, given: unknown): void => {
  if (given !== undefined && typeof given !== 'function') throw unsupported(option, given, '() => …');
};

/** Refuses a span of time that ends before it begins: nothing would lie in it. Throws `option-invalid`. */
export const mustBeInOrder = (from: Instant | undefined, to: Instant | undefined): void => {
  if (from !== undefined && to !== undefined && to < from)
    throw faultyOption('to', {
      es: 'termina antes de empezar: no hay nada entre los dos instantes.',
      en: 'it ends before it begins: nothing lies between the two instants.',
    });
};

/** Characters: more than a path of any system, or a server's URL with every option, has. */
export const longestPlace = 8_000;

/** Refuses what is no text, an empty one, and one that is longer than any path. Throws `option-invalid`. */
export const mustBeText = (option: string, given: unknown, known: string): void => {
  if (given === undefined) throw missingOption(option, known);
  const fits = typeof given === 'string' && given !== '' && given.length <= longestPlace;
  if (!fits) throw unsupported(option, given, known);
};

/** Refuses what is no whole number from `least` to `most`. Throws `option-invalid`. */
export const mustBeWhole = (
  option: string,
  given: unknown,
  [least, most]: readonly [number, number],
): void => {
  const fits = typeof given === 'number' && Number.isInteger(given) && given >= least && given <= most;
  if (!fits) throw unsupported(option, given, `${String(least)}…${String(most)}`);
};
