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
    if (rule === undefined) kept[reported(name)] = null;
    else if (sent[name] !== undefined) kept[name] = rule.clean(sent[name]);
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
