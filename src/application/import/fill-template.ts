import { instantOf, millisecondsOf } from '../../domain/kernel/instant.js';
import type { JsonObject, JsonValue } from '../../domain/kernel/json.js';
import { latestVisitNumber, type Situation } from './conditions.js';
import type { Lookup, Mapping, Template, TemplateObject } from './mapping.js';
import { caseName, pseudonym, slug } from './pseudonyms.js';

type Value = string | number | undefined;

const minute = 60_000;

const subscriberOf = (mapping: Mapping, situation: Situation): string => {
  const { event, found } = situation;
  const name = mapping.people.subscriber.replace(/\{(event|trace):([^}]+)\}|\{case\}/g, (_all, from, key) => {
    if (from === undefined) return found.id;
    return (from === 'event' ? event : found).attributes.get(String(key)) ?? '';
  });
  return pseudonym(mapping, 'subscriber', name === '' ? found.id : name);
};

/** What a placeholder stands for; `undefined` where the log or the complaint does not say. */
const valueOf = (placeholder: string, mapping: Mapping, situation: Situation): Value => {
  const { event, found, ordinal, state, resource } = situation;
  const [, minutes] = /^at\+(\d{1,6})$/.exec(placeholder) ?? [];
  if (minutes !== undefined) return instantOf(millisecondsOf(event.timestamp) + Number(minutes) * minute);
  if (placeholder.startsWith('slug:')) {
    const value = valueOf(placeholder.slice(5), mapping, situation);
    return value === undefined ? undefined : slug(String(value));
  }
  if (placeholder.startsWith('event:')) return event.attributes.get(placeholder.slice(6));
  if (placeholder.startsWith('trace:')) return found.attributes.get(placeholder.slice(6));
  const simple: Readonly<Record<string, () => Value>> = {
    case: () => caseName(mapping, found.id),
    ordinal: () => ordinal,
    activity: () => event.activity,
    at: () => event.timestamp,
    subscriber: () => subscriberOf(mapping, situation),
    resource: () => resource,
    technician: () => state.technician ?? undefined,
    visit: () => latestVisitNumber(state),
  };
  return Object.hasOwn(simple, placeholder) ? simple[placeholder]?.() : undefined;
};

const isLookup = (template: object): template is Lookup => 'of' in template && 'table' in template;
const isList = (template: object): template is readonly Template[] => Array.isArray(template);
const isObject = (template: object): template is TemplateObject => !isList(template) && !isLookup(template);

/** The command's values for one event. `owner` is who owns the case by then. */
export const createFiller = (mapping: Mapping) => {
  const text = (template: string, situation: Situation, owner: string): Value => {
    const find = (name: string) => (name === 'owner' ? owner : valueOf(name, mapping, situation));
    const [, whole] = /^\{([^{}]+)\}$/.exec(template) ?? [];
    if (whole !== undefined) return find(whole);
    return template.replace(/\{([^{}]+)\}/g, (_all, name: string) => String(find(name) ?? ''));
  };

  const fill = (template: Template, situation: Situation, owner: string): JsonValue | undefined => {
    if (typeof template === 'string') return text(template, situation, owner);
    if (typeof template !== 'object') return template;
    if (isLookup(template)) {
      const key = String(text(template.of, situation, owner) ?? '');
      const chosen = Object.hasOwn(template.table, key) ? template.table[key] : template.otherwise;
      return chosen === undefined ? undefined : fill(chosen, situation, owner);
    }
    if (isList(template))
      return template
        .map((item) => fill(item, situation, owner))
        .filter((value): value is JsonValue => value !== undefined);
    return isObject(template) ? fillObject(template, situation, owner) : undefined;
  };

  const fillObject = (template: TemplateObject, situation: Situation, owner: string): JsonObject =>
    Object.fromEntries(
      Object.entries(template).flatMap(([field, value]) => {
        const filled = fill(value, situation, owner);
        return filled === undefined ? [] : [[field, filled]];
      }),
    );

  return fillObject;
};
