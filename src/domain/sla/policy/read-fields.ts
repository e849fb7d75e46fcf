import type { JsonObject, JsonValue } from '../../kernel/json.js';
import { policyFault, type PolicyFault } from './policy-faults.js';

/**
 * Reads a value at a path. Where it is not what it should be, a fault is noted and something of the right type is given
 * in its place: what was read counts only where no fault was noted.
 */
export type Reader<Value> = (value: JsonValue | undefined, path: string, faults: PolicyFault[]) => Value;

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const invalid = (value: JsonValue | undefined, path: string, form: string): PolicyFault =>
  value === undefined
    ? policyFault(path, 'field-missing', { field: nameOf(path) })
    : policyFault(path, 'field-invalid', { field: nameOf(path), form });

export const text =
  (pattern: RegExp = /\S/, form = '"…"'): Reader<string> =>
  (value, path, faults) => {
    if (typeof value === 'string' && pattern.test(value)) return value;
    faults.push(invalid(value, path, form));
    return '';
  };

export const whole =
  (least: number, most: number): Reader<number> =>
  (value, path, faults) => {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most)
      return value;
    faults.push(invalid(value, path, `${least}…${most}`));
    return least;
  };

export const oneOf =
  <Word extends string | number | true>(words: readonly [Word, ...Word[]]): Reader<Word> =>
  (value, path, faults) => {
    const word = words.find((each) => each === value);
    if (word === undefined) faults.push(invalid(value, path, words.join(', ')));
    return word ?? words[0];
  };

export const listOf =
  <Item>(item: Reader<Item>, least = 0): Reader<readonly Item[]> =>
  (value, path, faults) => {
    if (!Array.isArray(value) || value.length < least) {
      faults.push(invalid(value, path, least === 0 ? '[…]' : `[…] (${least}+)`));
      return [];
    }
    return value.map((each: JsonValue, index) => item(each, `${path}/${index}`, faults));
  };

export const mapOf =
  <Item>(item: Reader<Item>): Reader<Readonly<Record<string, Item>>> =>
  (value, path, faults) => {
    if (isObject(value))
      return Object.fromEntries(
        Object.entries(value).map(([name, each]) => [name, item(each, `${path}/${name}`, faults)]),
      );
    faults.push(invalid(value, path, '{…}'));
    return {};
  };

export const orAbsent =
  <Value>(reader: Reader<Value>): Reader<Value | undefined> =>
  (value, path, faults) =>
    value === undefined ? undefined : reader(value, path, faults);

/** The fields of an object, each read by its name; one that nothing reads is not known. */
export const fields =
  <Value>(read: (field: <Each>(name: string, reader: Reader<Each>) => Each) => Value): Reader<Value> =>
  (value, path, faults) => {
    const given = isObject(value) ? value : {};
    if (!isObject(value)) faults.push(invalid(value, path, '{…}'));
    const known = new Set<string>();
    const within: PolicyFault[] = [];
    const result = read((name, reader) => {
      known.add(name);
      return reader(given[name], `${path}/${name}`, within);
    });
    const unknown = Object.keys(given).filter((name) => !known.has(name));
    faults.push(
      ...unknown.map((field) => policyFault(`${path}/${field}`, 'field-unknown', { field })),
      ...(isObject(value) ? within : []),
    );
    return result;
  };
