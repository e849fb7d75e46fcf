import type { JsonObject, JsonValue } from '../../../domain/kernel/json.js';
import { camelCase, type Flag, type FlagType } from './flag.js';
import { readMoney } from './money.js';

const asInteger = (text: string): JsonValue => (/^-?\d{1,15}$/.test(text) ? Number(text) : text);

const asJson = (text: string): JsonValue => {
  try {
    const read: JsonValue = JSON.parse(text);
    return read;
  } catch {
    return text;
  }
};

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
  json: (given) => asJson(String(given)),
} as const satisfies Record<Extract<FlagType, string>, (given: unknown) => JsonValue>;

/**
 * A flag's value as JSON. What cannot be read stays the text it was: the command's own check then refuses it together
 * with everything else that is wrong, and nothing is checked twice.
 */
const readFlag = (type: FlagType, given: unknown): JsonValue => {
  if (typeof type === 'string') return readers[type](given);
  return 'pair' in type ? listOf(given).map((text) => asPair(text, type.pair)) : String(given);
};

const setAt = (whole: JsonObject, [head, ...rest]: readonly string[], value: JsonValue): JsonObject => {
  if (head === undefined) return whole;
  if (rest.length === 0) return { ...whole, [head]: value };
  const inner = whole[head];
  const part = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? { ...inner } : {};
  return { ...whole, [head]: setAt(part, rest, value) };
};

/** The flags that were given on the command line. */
export const givenFlags = (
  flags: readonly Flag[],
  options: Readonly<Record<string, unknown>>,
): readonly Flag[] => flags.filter(({ name }) => options[camelCase(name)] !== undefined);

/** The command's JSON, from the flags that were given. */
export const readFlags = (flags: readonly Flag[], options: Readonly<Record<string, unknown>>): JsonObject =>
  givenFlags(flags, options).reduce<JsonObject>(
    (whole, { name, type, path }) => setAt(whole, path.split('.'), readFlag(type, options[camelCase(name)])),
    {},
  );
