import { nearestOf } from '../../application/errors/nearest.js';
import { isComplaintEventType } from '../../domain/complaint/evolve.js';
import { scopeColumn } from './complaint-scope.js';
import { storeError, type StoreError } from '../../application/errors/store-error.js';
import { copyWithFunctions, reading } from '../../application/host-values.js';

const invalid = (name: unknown, reason: string): StoreError =>
  storeError('rows-invalid', { table: typeof name === 'string' ? name : typeof name, reason });

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

const isHandler = (value: unknown): boolean => value === undefined || typeof value === 'function';

const optional =
  (fits: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === undefined || fits(value);

/** What each part of a definition must be, and how that is said. */
const parts: Readonly<Record<string, readonly [(value: unknown) => boolean, string]>> = {
  name: [
    (value) => typeof value === 'string' && /^[a-z][a-z0-9-]*$/u.test(value),
    'a name is lower case letters, digits and -',
  ],
  version: [
    (value) => Number.isSafeInteger(value) && Number(value) >= 1,
    'a version is a whole number from 1',
  ],
  columns: [
    (value) => isObject(value) && !Object.hasOwn(value, scopeColumn),
    `columns are an object, { column: type }, without ${scopeColumn}, which every table has from the library`,
  ],
  key: [
    (value) => isNames(value) && value.length > 0,
    'a key is a list of columns, at least one: they name a row',
  ],
  indexes: [
    optional((value) => Array.isArray(value) && value.every((each) => isNames(each) && each.length > 0)),
    'indexes are a list of lists of columns, none of them empty',
  ],
  failurePolicy: [
    optional((value) => value === 'pause' || value === 'skip'),
    "failurePolicy is 'pause' or 'skip'",
  ],
  on: [
    optional(
      (value) =>
        isObject(value) &&
        Object.keys(value).every(isComplaintEventType) &&
        Object.values(value).every(isHandler),
    ),
    'on is an object, { event: function }, of events that there are',
  ],
  onEvery: [isHandler, 'onEvery is a function'],
};

const unknownPart = (part: string): string => {
  const near = nearestOf(part, Object.keys(parts));
  return near === undefined
    ? `a definition has no ${part}; it has ${Object.keys(parts).join(', ')}`
    : `a definition has no ${part}; did you mean ${near}?`;
};

/** Handlers that an object has from a class are no fields of it, and a copy would lose them. */
const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const isPlainOrNone = (value: unknown): boolean => !isObject(value) || isPlain(value);

/**
 * The definition of a read model, each part of it read once. Looks at its shape, as a host without a compiler needs it.
 * Throws `rows-invalid`, as for names that the table does not take.
 */
export const readDefinition = <Definition extends object>(definition: Definition): Definition => {
  const parts = reading(() => (isObject(definition) && isPlain(definition) ? { ...definition } : undefined));
  const plain = reading(() => parts.ok && isPlainOrNone(onOf(parts.value)));
  const read = parts.ok ? copyWithFunctions(parts.value) : parts;
  if (!read.ok || !plain.ok) throw invalid(definition, 'not-readable');
  if (read.value === undefined || !plain.value)
    throw invalid(definition, 'a definition is a plain object, { name, version, columns, key, on }');
  checkParts(read.value);
  return read.value;
};

const onOf = ({ on }: { readonly on?: unknown } = {}): unknown => on;

const checkParts = (given: object): void => {
  const unknown = Object.keys(given).find((part) => !Object.hasOwn(parts, part));
  if (unknown !== undefined) throw invalid(Reflect.get(given, 'name'), unknownPart(unknown));
  for (const [part, [fits, reason]] of Object.entries(parts))
    if (!fits(Reflect.get(given, part))) throw invalid(Reflect.get(given, 'name'), reason);
};
