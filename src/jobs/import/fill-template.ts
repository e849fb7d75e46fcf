import { minuteMs } from '../../domain/kernel/durations.js';
import { instantOf, millisecondsOf, type Instant } from '../../domain/kernel/instant.js';
import type { JsonObject, JsonValue } from '../../domain/kernel/json.js';
import { latestVisitNumber, type Situation } from './conditions.js';
import type { Lookup, Mapping, Template, TemplateObject } from './mapping.js';
import { caseName, pseudonym, slug } from './pseudonyms.js';

type Value = string | number | undefined;

const subscriberOf = (mapping: Mapping, situation: Situation): string => {
  const { event, found } = situation;
  const name = mapping.people.subscriber.replace(/\{(event|trace):([^}]+)\}|\{case\}/g, (_all, from, key) => {
    if (from === undefined) return found.id;
    return (from === 'event' ? event : found).attributes.get(String(key)) ?? '';
  });
  return pseudonym(mapping, 'subscriber', name === '' ? found.id : name);
};

type Find = (mapping: Mapping, situation: Situation, key: string) => Value;

/** What the first word of a placeholder stands for; what follows its colon is the key. */
const words: ReadonlyMap<string, Find> = new Map<string, Find>([
  ['case', (mapping, { found }) => caseName(mapping, found.id)],
  ['ordinal', (_mapping, { ordinal }) => ordinal],
  ['activity', (_mapping, { event }) => event.activity],
  ['at', (_mapping, { event }) => event.timestamp],
  ['subscriber', subscriberOf],
  ['resource', (_mapping, { resource }) => resource],
  ['technician', (_mapping, { state }) => state.technician ?? undefined],
  ['owner', (_mapping, { owner }) => owner],
  ['visit', (_mapping, { state }) => latestVisitNumber(state)],
  ['event', (_mapping, { event }, key) => event.attributes.get(key)],
  ['trace', (_mapping, { found }, key) => found.attributes.get(key)],
  [
    'slug',
    (mapping, situation, key) => {
      const value = valueOf(key, mapping, situation);
      return value === undefined ? undefined : slug(String(value));
    },
  ],
]);

const later = (at: Instant, minutes: string): string | undefined =>
  /^\d{1,6}$/.test(minutes) ? instantOf(millisecondsOf(at) + Number(minutes) * minuteMs) : undefined;

/** What a placeholder stands for; `undefined` where the log or the complaint does not say. */
const valueOf = (placeholder: string, mapping: Mapping, situation: Situation): Value => {
  if (placeholder.startsWith('at+')) return later(situation.event.timestamp, placeholder.slice(3));
  const colon = placeholder.indexOf(':');
  const word = colon === -1 ? placeholder : placeholder.slice(0, colon);
  return words.get(word)?.(mapping, situation, colon === -1 ? '' : placeholder.slice(colon + 1));
};

/** True for a placeholder that some log could fill. */
export const isPlaceholder = (placeholder: string): boolean => {
  if (placeholder.startsWith('slug:')) return isPlaceholder(placeholder.slice(5));
  return /^at\+\d{1,6}$/.test(placeholder) || words.has(placeholder.split(':', 1)[0] ?? '');
};

const isLookup = (template: object): template is Lookup =>
  'of' in template &&
  typeof template.of === 'string' &&
  'table' in template &&
  typeof template.table === 'object';
const isList = (template: object): template is readonly Template[] => Array.isArray(template);
const isObject = (template: object): template is TemplateObject => !isList(template) && !isLookup(template);

const whole = /^\{([^{}]+)\}$/;
const each = /\{([^{}]+)\}/g;

const fillText = (template: string, mapping: Mapping, situation: Situation): Value => {
  if (!template.includes('{')) return template;
  const placeholder = whole.exec(template)?.[1];
  if (placeholder !== undefined) return valueOf(placeholder, mapping, situation);
  return template.replace(each, (_all, name: string) => String(valueOf(name, mapping, situation) ?? ''));
};

const fill = (template: Template, mapping: Mapping, situation: Situation): JsonValue | undefined => {
  if (typeof template === 'string') return fillText(template, mapping, situation);
  if (typeof template !== 'object') return template;
  if (isLookup(template)) {
    const key = String(fillText(template.of, mapping, situation) ?? '');
    const chosen = Object.hasOwn(template.table, key) ? template.table[key] : template.otherwise;
    return chosen === undefined ? undefined : fill(chosen, mapping, situation);
  }
  if (isList(template))
    return template
      .map((item) => fill(item, mapping, situation))
      .filter((value): value is JsonValue => value !== undefined);
  return isObject(template) ? fillObject(template, mapping, situation) : undefined;
};

/** The values of a command for one event of a log. */
export const fillObject = (template: TemplateObject, mapping: Mapping, situation: Situation): JsonObject => {
  const filled: Record<string, JsonValue> = {};
  for (const [field, value] of Object.entries(template)) {
    const found = fill(value, mapping, situation);
    if (found !== undefined) filled[field] = found;
  }
  return filled;
};
