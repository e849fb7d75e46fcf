import { fieldsOf, type FieldTable } from './field.js';
import { missingOr, type Rule } from './rules/rule.js';
import { wellFormed } from './rules/texts.js';

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** More fields than any input has. Of what brings more, no more is read. */
export const mostFields = 100;

const plainName = /^[A-Za-z_$][\w$]{0,59}$/;

/**
 * The name under which a field that does not exist is reported. A name that every object answers to (`constructor`,
 * `__proto__`) would be taken for a known one by code that looks it up in a plain object, so it goes in brackets.
 */
const reported = (name: string): string =>
  plainName.test(name) && !(name in Object.prototype)
    ? name
    : `[${JSON.stringify(wellFormed(name.slice(0, 60)))}]`;

/** Stands in a DTO for a value of a host's that throws when it is looked at. */
export const notReadable: unique symbol = Symbol('not-readable');

/**
 * A field as its rule keeps it, read once, so that what is fingerprinted is what is stored; undefined counts as absent. An
 * object that the rule does not understand is not kept: it may be anything, and whatever looks at it later runs code of
 * the host's.
 */
const fieldIn = (sent: Readonly<Record<string, unknown>>, name: string, rule: Rule<unknown>): unknown => {
  try {
    const value = sent[name];
    if (value === undefined) return undefined;
    const kept = rule.clean(value);
    const isOfHost = kept === value && (typeof kept === 'object' || typeof kept === 'function');
    return isOfHost ? null : kept;
  } catch {
    // Only a host's own object can do this: one whose property throws when it is read.
    return notReadable;
  }
};

/** A DTO from what was sent: known fields cleaned, unknown ones kept by name alone, to be refused by it. */
export const hydrate = <D extends object>(
  Dto: new () => D,
  fields: FieldTable,
  sent: Readonly<Record<string, unknown>>,
): D => {
  const kept: Record<string, unknown> = {};
  let read = 0;
  for (const name in sent) {
    if (!Object.hasOwn(sent, name)) continue;
    if ((read += 1) > mostFields) break;
    const rule = fields.get(name);
    if (rule === undefined) {
      kept[reported(name)] = null;
      continue;
    }
    const value = fieldIn(sent, name, rule);
    if (value !== undefined) kept[name] = value;
  }
  return Object.assign(new Dto(), kept);
};

/** A field that holds another DTO. */
export const nested = <D extends object>(Dto: new () => D): Rule<D> => {
  const fields = fieldsOf(Dto);
  return {
    clean: (value) => (isObject(value) ? hydrate(Dto, fields, value) : undefinedOrNull(value)),
    holds: (value): value is D => value instanceof Dto,
    finds: (value) => missingOr(value, { code: 'not-an-object' }),
    says: { es: 'objeto', en: 'object' },
    optional: false,
    nested: true,
    fields,
  };
};

/** What is no object is not kept: class-validator would walk into lists of lists without end. */
const undefinedOrNull = (value: unknown) => (value === undefined ? undefined : null);
