import { millisecondsIn } from '../domain/kernel/instant.js';

/** What came of looking at something of a host's; not `ok` where looking at it throws. */
export type Reading<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false };

/**
 * Looks at something that a host in JavaScript passed. Only a host's own object makes it fail: one with a getter that
 * throws, or a proxy that was revoked, at which `Array.isArray`, `in` and `instanceof` throw as well.
 */
export const reading = <Found>(look: () => Found): Reading<Found> => {
  try {
    return { ok: true, value: look() };
  } catch {
    return { ok: false };
  }
};

/** True for what ends a long call; throws where looking at it does. */
export const isSignal = (value: unknown): value is AbortSignal =>
  value instanceof AbortSignal && typeof value.aborted === 'boolean';

const deepest = 64;
/** More values than any argument has: an object that holds itself, or says that its length is without end, has them. */
const mostValues = 1_000_000;
/** More fields than any object of an argument has: of one that has more, none is read. */
const mostFields = 10_000;

const plainOf = (given: unknown, functionOf: (given: unknown) => unknown): Reading<unknown> => {
  let left = mostValues;
  const count = (values: number): void => {
    left -= values;
    if (left < 0) throw new RangeError('more values than any argument has');
  };
  const copied = (value: unknown, depth: number): unknown => {
    if (typeof value === 'function') return functionOf(value);
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    if (depth > deepest) throw new RangeError('deeper than any argument is');
    const time = millisecondsIn(value);
    if (time !== undefined) return new Date(time);
    if (Array.isArray(value)) {
      count(value.length);
      return Array.from<unknown, unknown>(value, (each) => copied(each, depth + 1));
    }
    if (Object.keys(value).length > mostFields) throw new RangeError('more fields than any object has');
    const fields = Object.entries(value);
    count(fields.length);
    return Object.fromEntries(
      fields.map(([name, each]: [string, unknown]) => [name, copied(each, depth + 1)]),
    );
  };
  return reading(() => copied(given, 0));
};

/** Stands in data for a function, which is none of it: whatever checks the data finds a function, and no code of a host's. */
const noData = () => () => undefined;

/** A function to be called; throws at one that was revoked, as `Array.isArray` would wherever it is looked at next. */
const toBeCalled = (given: unknown): unknown => (Array.isArray(given) ? undefined : given);

/**
 * A copy that no code of a host's stands in: every property is read once, so that what is checked is what is used. Lists,
 * dates and the fields of objects are copied, bytes kept as they are. Not `ok` where a part cannot be read, or there is no
 * end of them.
 */
export function copyOf<Value>(given: Value): Reading<Value>;
export function copyOf(given: unknown): Reading<unknown> {
  return plainOf(given, noData);
}

/** The same for what has functions to be called, such as handlers: these are kept. */
export function copyWithFunctions<Value>(given: Value): Reading<Value>;
export function copyWithFunctions(given: unknown): Reading<unknown> {
  return plainOf(given, toBeCalled);
}
