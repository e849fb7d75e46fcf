import { parseInstant, type Instant } from '../../../domain/kernel/instant.js';
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

/** The instant given for an option. Throws `instant-invalid`. */
export const instantOption = (options: Options, name: string): Instant | undefined => {
  const text = textOf(options, name);
  if (text === undefined) return undefined;
  const at = parseInstant(text);
  if (at === undefined) throw fault('instant-invalid', { name: typed(name), value: text });
  return at;
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

/** The word given for an option, one of those allowed. Throws `choice-invalid`. */
export const choiceOption = <Word extends string>(
  options: Options,
  name: string,
  allowed: readonly Word[],
): Word | undefined => {
  const text = textOf(options, name);
  if (text === undefined) return undefined;
  const word = allowed.find((each) => each === text);
  if (word === undefined)
    throw fault('choice-invalid', { name: typed(name), value: text, allowed: [...allowed] });
  return word;
};
