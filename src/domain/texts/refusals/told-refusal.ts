import type { Language } from '../../complaint/vocabulary.js';
import { isInstant } from '../../kernel/instant.js';
import type { JsonObject, JsonValue } from '../../kernel/json.js';
import { fillIn, namesIn, type RejectionText } from '../../kernel/rejection-text.js';
import type { ProviderProfile } from '../../provider/profile.js';
import { written } from '../amounts.js';
import { trackLabels, visitStageLabels } from '../labels/choices.js';
import { eventLabels } from '../labels/events.js';
import { nothingDueLabels, rulingLabels } from '../labels/outcomes.js';
import { capacityLabels, roleLabels, routingPurposeLabels } from '../labels/people.js';
import { endingLabels, reportLabels, subjectLabels } from '../labels/requests.js';
import { attributionLabels, holdLabels } from '../labels/work.js';
import type { Bilingual } from '../language.js';
import { shortDay } from '../page/moments.js';
import { shortMomentsIn } from '../short-moments.js';
import type { Vocabulary } from '../words/vocabularies.js';

/** In whose time, and with whose areas, a refusal is told. */
export type RefusedBy = Pick<ProviderProfile, 'zone' | 'areas'>;

/** Where no provider is known the times are those of the zone that instants are kept in. */
const anyProvider: RefusedBy = { zone: 'UTC', areas: [] };

/** What a detail is called that is a word of a vocabulary, by the name of the detail. */
const byName: Readonly<Record<string, Vocabulary>> = {
  role: roleLabels,
  allowed: roleLabels,
  track: trackLabels,
  purpose: routingPurposeLabels,
  purposes: routingPurposeLabels,
  stage: visitStageLabels,
  ending: endingLabels,
  subject: subjectLabels,
  report: reportLabels,
  ruling: rulingLabels,
  attribution: attributionLabels,
  capacity: capacityLabels,
  event: eventLabels,
  restsOn: eventLabels,
  reason: { ...holdLabels, ...nothingDueLabels },
};

const ofAreas: ReadonlySet<string> = new Set(['area', 'areas', 'may']);

/** Amounts in minor units. The text names their currency, which is a detail of its own. */
const amounts: ReadonlySet<string> = new Set(['charge', 'refund', 'bonus']);

const localDate = /^\d{4}-\d{2}-\d{2}$/;

const isOne = (word: string, vocabulary: Vocabulary): Bilingual | undefined =>
  Object.hasOwn(vocabulary, word) ? vocabulary[word] : undefined;

interface Telling {
  readonly language: Language;
  readonly areas: RefusedBy['areas'];
  readonly details: JsonObject;
  readonly time: (at: string) => string | undefined;
}

const toldText = (name: string, value: string, { language, areas, time }: Telling): string => {
  if (ofAreas.has(name)) return areas.find(({ id }) => id === value)?.label[language] ?? value;
  if (localDate.test(value)) return shortDay(value, language, true);
  return isOne(value, byName[name] ?? {})?.[language] ?? time(value) ?? value;
};

/** What stands for a list of none. */
const noneOf: Bilingual = { es: 'ninguno', en: 'none' };

const toldValue = (name: string, value: JsonValue, telling: Telling): JsonValue => {
  if (Array.isArray(value) && value.length === 0) return noneOf[telling.language];
  if (Array.isArray(value)) return value.map((each: JsonValue) => toldValue(name, each, telling));
  const { currency } = telling.details;
  if (typeof value === 'number' && amounts.has(name) && typeof currency === 'string')
    return written({ amount: value, currency }).replace(` ${currency}`, '');
  return typeof value === 'string' ? toldText(name, value, telling) : value;
};

const told = (text: string, details: JsonObject, by: RefusedBy, language: Language): string => {
  const moments = shortMomentsIn(by.zone, language);
  // The last of several times says whose clock it is for all of them.
  const last = namesIn(text).findLast((name) => {
    const value = details[name];
    return isInstant(value);
  });
  const wordsOf = ([name, value]: [string, JsonValue | undefined]): readonly [string, JsonValue][] => {
    if (value === undefined) return [];
    const time = (at: string): string | undefined => {
      if (!isInstant(at)) return undefined;
      return name === last ? `${moments.exact(at)}, ${moments.zone}` : moments.exact(at);
    };
    return [[name, toldValue(name, value, { language, areas: by.areas, details, time })]];
  };
  return fillIn(text, Object.fromEntries(Object.entries(details).flatMap(wordsOf)));
};

/** A refusal as people read it: its codes by what they are called, its instants in the provider's time, its money as money. */
export const toldRefusal = (
  { es, en }: RejectionText,
  details: JsonObject,
  by: RefusedBy = anyProvider,
): RejectionText => ({ es: told(es, details, by, 'es'), en: told(en, details, by, 'en') });
