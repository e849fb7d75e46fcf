import { isJsonObject } from '../../../application/schema/json-object.js';
import type { JsonObject, JsonValue } from '../../../domain/kernel/json.js';
import { actionLabels } from '../../../domain/texts/labels/actions.js';
import { causeLabels } from '../../../domain/texts/labels/causes.js';
import { groundLabels } from '../../../domain/texts/labels/grounds.js';
import { subkindLabels } from '../../../domain/texts/labels/procedures.js';
import { plainWord, readWord, wordCalled } from '../../../domain/texts/words/read-word.js';
import { vocabularyOf, type Vocabulary } from '../../../domain/texts/words/vocabularies.js';
import { camelCase, isWords, wordsIn, type Flag, type FlagType } from './flag.js';
import { fault } from '../faults.js';
import { parseJson, repeatedKeyIn } from './json-text.js';
import { readMoney } from './money.js';

/** The options of a command line, as they were parsed. */
export type Options = Readonly<Record<string, unknown>>;

const asInteger = (text: string): JsonValue => (/^-?\d{1,15}$/.test(text) ? Number(text) : text);

/** The code of a word by what it is called; a word that none of these is called stays as it is, to be refused. */
export const codeMeant = (allowed: readonly string[], text: string): string =>
  readWord(allowed, vocabularyOf(allowed) ?? {}, text) ?? text;

/** The same where other codes may stand beside those that are known. */
const knownAs = (known: Vocabulary, text: string): string =>
  readWord(Object.keys(known), known, text) ?? text;

/** The code of a cause that is called so. */
export const causeMeant = (text: string): string => knownAs(causeLabels, text);

/** The code of an action that is called so. */
export const actionMeant = (text: string): string => knownAs(actionLabels, text);

/** The code of a ground that is called so; any other ground is written out. */
export const groundMeant = (text: string): string =>
  wordCalled(Object.keys(groundLabels), groundLabels, text) ?? text;

/** A place by its name as the reference it is recorded by: `Boca del Río`, `boca-del-rio`. */
const asPlace = (text: string): string =>
  /^[\w.:@-]+$/.test(text.trim()) ? text : plainWord(text).replaceAll(' ', '-');

const asPair = (text: string, type: Extract<FlagType, { readonly pair: unknown }>): JsonValue => {
  const [first, second] = type.pair;
  const at = text.indexOf('=');
  return at < 0
    ? text
    : { [first]: codeMeant(type.words ?? [], text.slice(0, at)), [second]: text.slice(at + 1) };
};

const listOf = (given: unknown): readonly string[] =>
  (Array.isArray(given) ? given : [given]).map((each: unknown) => String(each));

/** Throws `input-key-twice`; what is no JSON stays the text it was. */
const asJson = (text: string, name: string): JsonValue => {
  const value = parseJson(text);
  const key = value === undefined ? undefined : repeatedKeyIn(text);
  if (key !== undefined) throw fault('input-key-twice', { file: `--${name}`, key });
  return value ?? text;
};

const readers = {
  text: (given) => String(given),
  instant: (given) => String(given),
  texts: listOf,
  integer: (given) => asInteger(String(given)),
  integers: (given) => listOf(given).map(asInteger),
  'yes-no': (given) => given === true,
  switch: (given) => given === true,
  money: (given) => readMoney(String(given)),
  json: (given, name) => asJson(String(given), name),
  area: (given) => String(given),
  place: (given) => asPlace(String(given)),
  cause: (given) => listOf(given).map(causeMeant),
  action: (given) => actionMeant(String(given)),
  ground: (given) => groundMeant(String(given)),
  subkind: (given) => knownAs(subkindLabels, String(given)),
} as const satisfies Record<Extract<FlagType, string>, (given: unknown, name: string) => JsonValue>;

/**
 * A flag's value as JSON. What cannot be read stays the text it was: the command's own check then refuses it together
 * with everything else that is wrong, and nothing is checked twice.
 */
const readFlag = ({ type, name }: Pick<Flag, 'type' | 'name'>, given: unknown): JsonValue => {
  if (typeof type === 'string') return readers[type](given, name);
  if (isWords(type)) return codeMeant(wordsIn(type), String(given));
  return listOf(given).map((text) => ('pair' in type ? asPair(text, type) : codeMeant(type.anyOf, text)));
};

const setAt = (whole: JsonObject, [head, ...rest]: readonly string[], value: JsonValue): JsonObject => {
  if (head === undefined) return whole;
  const inner = whole[head];
  const part = isJsonObject(inner) ? inner : {};
  return { ...whole, [head]: rest.length === 0 ? value : setAt(part, rest, value) };
};

/**
 * A request by the word for what it is more closely: `duda` is an inquiry, the name of a procedure a procedure. Nothing where
 * the kind is typed, or what it is more closely has a flag of its own.
 */
const kindBySubkind = (flags: readonly Flag[], { kind, subkind }: Options): JsonObject => {
  const words = flags.find(({ name, type }) => name === 'kind' && isWords(type))?.type;
  const takesSubkind = flags.some(({ type }) => type === 'subkind');
  if (typeof kind !== 'string' || subkind !== undefined || words === undefined || !takesSubkind) return {};
  if (readWord(wordsIn(words), vocabularyOf(wordsIn(words)) ?? {}, kind) !== undefined) return {};
  const meant = readWord(Object.keys(subkindLabels), subkindLabels, kind);
  if (meant === undefined) return {};
  return { kind: meant === 'doubt' ? 'inquiry' : 'procedure', subkind: meant };
};

/** The flags that were given on the command line. */
export const givenFlags = (flags: readonly Flag[], options: Options): readonly Flag[] =>
  flags.filter(({ name }) => options[camelCase(name)] !== undefined);

/** The command's JSON, from the flags that were given. Throws `input-key-twice`. */
export const readFlags = (flags: readonly Flag[], options: Options): JsonObject => ({
  ...givenFlags(flags, options).reduce<JsonObject>(
    (whole, each) => setAt(whole, each.path.split('.'), readFlag(each, options[camelCase(each.name)])),
    {},
  ),
  ...kindBySubkind(flags, options),
});
