import { reading } from '../host-values.js';

/** The options of a call by name, each read once; or the first that does not belong there, and why (no name: none can be read). */
export type ReadOptions =
  | { readonly ok: true; readonly values: Readonly<Record<string, unknown>> }
  | {
      readonly ok: false;
      readonly at: string;
      readonly reason: 'not-readable' | 'not-an-object' | 'unknown-field';
    };

const isObject = (given: unknown): given is object =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

/** More options than any call has: where there are more, one that is not known is found by its name alone. */
const mostOptions = 100;

const entriesOf = (given: object, names: readonly string[]): readonly (readonly [string, unknown])[] => {
  const own = Object.keys(given);
  if (own.length <= mostOptions) return Object.entries(given);
  const unknown = own.find((name) => !names.includes(name));
  return unknown === undefined ? [] : [[unknown, null]];
};

/**
 * Reads the options that a host in JavaScript passed, whatever they are. Absent options are none. A name that is not
 * known is a fault: a misspelt option would else be passed over without a word.
 */
export const readOptions = (given: unknown, names: readonly string[]): ReadOptions => {
  if (given === undefined) return { ok: true, values: {} };
  const read = reading(() => (isObject(given) ? entriesOf(given, names) : undefined));
  if (!read.ok) return { ok: false, at: '', reason: 'not-readable' };
  if (read.value === undefined) return { ok: false, at: '', reason: 'not-an-object' };
  const all = read.value.filter(([, value]) => value !== undefined);
  const unknown = all.find(([name]) => !names.includes(name));
  return unknown === undefined
    ? { ok: true, values: Object.fromEntries(all) }
    : { ok: false, at: unknown[0].slice(0, 60), reason: 'unknown-field' };
};
