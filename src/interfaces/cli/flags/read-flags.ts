import { isJsonObject } from '../../../application/schema/json-object.js';
import type { JsonObject, JsonValue } from '../../../domain/kernel/json.js';
import { camelCase, type Flag, type FlagType } from './flag.js';
import { parseJson } from './json-text.js';
import { readMoney } from './money.js';

/** The options of a command line, as they were parsed. */
export type Options = Readonly<Record<string, unknown>>;

const asInteger = (text: string): JsonValue => (/^-?\d{1,15}$/.test(text) ? Number(text) : text);

const asPair = (text: string, [first, second]: readonly [string, string]): JsonValue => {
  const at = text.indexOf('=');
  return at < 0 ? text : { [first]: text.slice(0, at), [second]: text.slice(at + 1) };
};

const listOf = (given: unknown): readonly string[] =>
  (Array.isArray(given) ? given : [given]).map((each: unknown) => String(each));

const readers = {
  text: (given) => String(given),
  instant: (given) => String(given),
  texts: listOf,
  integer: (given) => asInteger(String(given)),
  integers: (given) => listOf(given).map(asInteger),
  'yes-no': (given) => given === true,
  switch: (given) => given === true,
  money: (given) => readMoney(String(given)),
  json: (given) => parseJson(String(given)) ?? String(given),
} as const satisfies Record<Extract<FlagType, string>, (given: unknown) => JsonValue>;

const isWords = (type: FlagType): type is readonly string[] => Array.isArray(type);

/**
 * A flag's value as JSON. What cannot be read stays the text it was: the command's own check then refuses it together
 * with everything else that is wrong, and nothing is checked twice.
 */
const readFlag = (type: FlagType, given: unknown): JsonValue => {
  if (typeof type === 'string') return readers[type](given);
  return isWords(type) ? String(given) : listOf(given).map((text) => asPair(text, type.pair));
};

const setAt = (whole: JsonObject, [head, ...rest]: readonly string[], value: JsonValue): JsonObject => {
  if (head === undefined) return whole;
  const inner = whole[head];
  const part = isJsonObject(inner) ? inner : {};
  return { ...whole, [head]: rest.length === 0 ? value : setAt(part, rest, value) };
};

/** The flags that were given on the command line. */
export const givenFlags = (flags: readonly Flag[], options: Options): readonly Flag[] =>
  flags.filter(({ name }) => options[camelCase(name)] !== undefined);

/** The command's JSON, from the flags that were given. */
export const readFlags = (flags: readonly Flag[], options: Options): JsonObject =>
  givenFlags(flags, options).reduce<JsonObject>(
    (whole, { name, type, path }) => setAt(whole, path.split('.'), readFlag(type, options[camelCase(name)])),
    {},
  );
