import type { StoreErrorCode } from '../../application/errors/store-error.js';

/** A law that does not hold, with what was found: any test runner shows its message. */
export const broken = (what: string): Error => Object.assign(new Error(what), { code: 'contract-broken' });

const shown = (value: unknown): string => {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const namesOf = (value: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(value).filter((name) => value[name] !== undefined);

const differenceIn = (
  actual: Readonly<Record<string, unknown>>,
  expected: Readonly<Record<string, unknown>>,
  at: string,
): string | undefined => {
  if (Array.isArray(actual) !== Array.isArray(expected)) return `${at}: a list on one side only`;
  for (const name of new Set([...namesOf(expected), ...namesOf(actual)])) {
    const found = difference(actual[name], expected[name], `${at}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The first place where two JSON values differ. A field that is undefined counts as absent. */
export const difference = (actual: unknown, expected: unknown, at = ''): string | undefined => {
  if (isObject(actual) && isObject(expected)) return differenceIn(actual, expected, at);
  return Object.is(actual, expected) ? undefined : `${at}: ${shown(actual)} instead of ${shown(expected)}`;
};

/** Both are the same JSON value. */
export const same = (actual: unknown, expected: unknown, what: string): void => {
  const found = difference(actual, expected);
  if (found !== undefined) throw broken(`${what}${found}`);
};

export const holds = (condition: boolean, what: string): void => {
  if (!condition) throw broken(what);
};

const codeOf = (error: unknown): unknown => (isObject(error) ? error['code'] : undefined);

/** The work fails, and with this code. */
export const failsWith = async (
  code: StoreErrorCode,
  work: () => Promise<unknown>,
  what: string,
): Promise<void> => {
  let outcome: unknown;
  try {
    outcome = await work();
  } catch (error) {
    if (codeOf(error) === code) return;
    throw broken(`${what}: failed with ${shown(codeOf(error) ?? String(error))} instead of ${code}`);
  }
  throw broken(`${what}: gave ${shown(outcome)} instead of failing with ${code}`);
};
