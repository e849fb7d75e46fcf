/** Where a value stops being JSON that comes back as it went in, and why. */
export interface JsonFault {
  readonly at: string;
  readonly reason: string;
}

const deepest = 64;

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  // The plain objects of another realm have another prototype, but theirs has none either.
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
};

const below = (step: string, { at, reason }: JsonFault): JsonFault => ({ at: `${step}${at}`, reason });

const inArray = (values: readonly unknown[], sound: boolean, depth: number): JsonFault | undefined => {
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    const fault = value === undefined ? { at: '', reason: 'no value' } : faultIn(value, sound, depth + 1);
    if (fault !== undefined) return below(`[${String(index)}]`, fault);
  }
  return undefined;
};

const inObject = (
  value: Readonly<Record<string, unknown>>,
  sound: boolean,
  depth: number,
): JsonFault | undefined => {
  if (!isPlain(value)) return { at: '', reason: 'an object of a class' };
  for (const name in value) {
    if (!sound && !name.isWellFormed()) return { at: '', reason: 'a name with half a character' };
    const field = value[name];
    const fault = field === undefined ? undefined : faultIn(field, sound, depth + 1);
    if (fault !== undefined) return below(`.${name}`, fault);
  }
  return undefined;
};

const isRecord = (value: object): value is Readonly<Record<string, unknown>> => !Array.isArray(value);

const inNested = (value: object, sound: boolean, depth: number): JsonFault | undefined => {
  if (depth >= deepest) return { at: '', reason: 'nested too deep' };
  return isRecord(value)
    ? inObject(value, sound, depth)
    : Array.isArray(value)
      ? inArray(value, sound, depth)
      : undefined;
};

const faultIn = (value: unknown, sound: boolean, depth: number): JsonFault | undefined => {
  switch (typeof value) {
    case 'string':
      return sound || value.isWellFormed() ? undefined : { at: '', reason: 'a text with half a character' };
    case 'number':
      return Number.isFinite(value) ? undefined : { at: '', reason: 'not a finite number' };
    case 'boolean':
      return undefined;
    case 'object':
      return value === null ? undefined : inNested(value, sound, depth);
    default:
      return { at: '', reason: `a ${typeof value}` };
  }
};

/**
 * The first place where a value would not survive JSON: no dates, no bigint, no NaN, no half surrogate pairs (RFC 8785
 * has no form for them), no cycles. `undefined` where all of it would. A field that is undefined counts as absent.
 * `sound` says that all of its texts are known to be whole.
 */
export const jsonFault = (value: unknown, sound = false): JsonFault | undefined => faultIn(value, sound, 0);
