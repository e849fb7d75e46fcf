/** Where a value stops being JSON that comes back as it went in, and why. */
export interface JsonFault {
  readonly at: string;
  readonly reason: string;
}

const deepest = 64;

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const inArray = (values: readonly unknown[], at: string, depth: number): JsonFault | undefined => {
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    if (value === undefined) return { at: `${at}[${String(index)}]`, reason: 'no value' };
    const fault = jsonFault(value, `${at}[${String(index)}]`, depth + 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
};

const inObject = (value: object, at: string, depth: number): JsonFault | undefined => {
  if (!isPlain(value)) return { at, reason: 'an object of a class' };
  for (const [name, field] of Object.entries(value)) {
    if (!name.isWellFormed()) return { at, reason: 'a name with half a character' };
    const fault = field === undefined ? undefined : jsonFault(field, `${at}.${name}`, depth + 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
};

const inNested = (value: object, at: string, depth: number): JsonFault | undefined => {
  if (depth >= deepest) return { at, reason: `nested deeper than ${deepest}` };
  return Array.isArray(value) ? inArray(value, at, depth) : inObject(value, at, depth);
};

/**
 * The first place where a value would not survive JSON: no dates, no bigint, no NaN, no half surrogate pairs (RFC 8785
 * has no form for them), no cycles. `undefined` where all of it would. A field that is undefined counts as absent.
 */
export const jsonFault = (value: unknown, at: string, depth = 0): JsonFault | undefined => {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed() ? undefined : { at, reason: 'a text with half a character' };
    case 'number':
      return Number.isFinite(value) ? undefined : { at, reason: 'not a finite number' };
    case 'boolean':
      return undefined;
    case 'object':
      return value === null ? undefined : inNested(value, at, depth);
    default:
      return { at, reason: `a ${typeof value}` };
  }
};
