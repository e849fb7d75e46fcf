import { isJsonObject } from '../../../application/schema/json-object.js';
import { parseInstant } from '../../../domain/kernel/instant.js';
import type { WordSort } from '../../../domain/complaint/vocabulary.js';
import type { JsonObject, JsonValue } from '../../../domain/kernel/json.js';
import type { ProviderProfile } from '../../../domain/provider/profile.js';
import { readMoment } from '../../../domain/texts/words/read-moment.js';
import { readWord, wordCalled } from '../../../domain/texts/words/read-word.js';
import type { Flag, FlagType } from './flag.js';

/** What of a provider decides what a typed word means. */
export type Meant = Pick<ProviderProfile, 'zone' | 'areas' | 'vocabulary'>;

/** The area that is called so, or has that id; the text itself where none does. */
export const areaMeant = ({ areas }: Pick<Meant, 'areas'>, text: string): string =>
  readWord(
    areas.map(({ id }) => id),
    Object.fromEntries(areas.map(({ id, label }) => [id, label])),
    text,
  ) ?? text;

/**
 * The code that a word of the provider's own is called by; the text itself where it has none that is called so. A ground may
 * be written out: it is known by its whole name alone.
 */
export const ownWordMeant = (
  { vocabulary = {} }: Pick<Meant, 'vocabulary'>,
  sort: WordSort,
  text: string,
): string => {
  const own = vocabulary[sort] ?? {};
  return (sort === 'grounds' ? wordCalled : readWord)(Object.keys(own), own, text) ?? text;
};

/** The words of a provider that a flag is one of, by what the flag takes. */
const sortOf: Readonly<Record<string, WordSort>> = {
  cause: 'causes',
  action: 'actions',
  ground: 'grounds',
  subkind: 'procedures',
};

const meant = (type: FlagType & string, value: JsonValue, provider: Meant): JsonValue => {
  if (Array.isArray(value)) return value.map((each: JsonValue) => meant(type, each, provider));
  if (typeof value !== 'string') return value;
  const sort = sortOf[type];
  if (sort !== undefined) return ownWordMeant(provider, sort, value);
  if (type === 'area') return areaMeant(provider, value);
  // What names its own offset goes on as it was given.
  if (type !== 'instant' || parseInstant(value) !== undefined) return value;
  return readMoment(value, provider.zone) ?? value;
};

const changedAt = (
  whole: JsonObject,
  [head = '', ...rest]: readonly string[],
  change: (value: JsonValue) => JsonValue,
): JsonObject => {
  const inner = Object.hasOwn(whole, head) ? whole[head] : undefined;
  if (inner === undefined) return whole;
  if (rest.length === 0) return { ...whole, [head]: change(inner) };
  return isJsonObject(inner) ? { ...whole, [head]: changedAt(inner, rest, change) } : whole;
};

/** What a provider decides the meaning of. */
const ofProvider: ReadonlySet<string> = new Set(['instant', 'area', ...Object.keys(sortOf)]);

/** What was typed, once it is known to which provider: its areas and its own words by their names, and times in its zone. */
export const inProvidersWords = (input: JsonObject, flags: readonly Flag[], provider: Meant): JsonObject =>
  flags.reduce(
    (whole, { type, path }) =>
      typeof type === 'string' && ofProvider.has(type)
        ? changedAt(whole, path.split('.'), (value) => meant(type, value, provider))
        : whole,
    input,
  );
