import { isJsonObject } from '../../../application/schema/json-object.js';
import { parseInstant } from '../../../domain/kernel/instant.js';
import type { JsonObject, JsonValue } from '../../../domain/kernel/json.js';
import type { ProviderProfile } from '../../../domain/provider/profile.js';
import { readMoment } from '../../../domain/texts/words/read-moment.js';
import { readWord, wordCalled } from '../../../domain/texts/words/read-word.js';
import type { Flag } from './flag.js';

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
  sort: 'causes' | 'actions' | 'grounds',
  text: string,
): string => {
  const own = vocabulary[sort] ?? {};
  return (sort === 'grounds' ? wordCalled : readWord)(Object.keys(own), own, text) ?? text;
};

const meant = (type: Flag['type'], value: JsonValue, provider: Meant): JsonValue => {
  if (type === 'cause' && Array.isArray(value))
    return value.map((each: JsonValue) =>
      typeof each === 'string' ? ownWordMeant(provider, 'causes', each) : each,
    );
  if (typeof value !== 'string') return value;
  if (type === 'area') return areaMeant(provider, value);
  if (type === 'action') return ownWordMeant(provider, 'actions', value);
  if (type === 'ground') return ownWordMeant(provider, 'grounds', value);
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
const ofProvider: ReadonlySet<string> = new Set(['instant', 'area', 'cause', 'action', 'ground']);

/** What was typed, once it is known to which provider: its areas and its own words by their names, and times in its zone. */
export const inProvidersWords = (input: JsonObject, flags: readonly Flag[], provider: Meant): JsonObject =>
  flags.reduce(
    (whole, { type, path }) =>
      typeof type === 'string' && ofProvider.has(type)
        ? changedAt(whole, path.split('.'), (value) => meant(type, value, provider))
        : whole,
    input,
  );
