import { nearestOf } from '../../application/errors/nearest.js';
import { isComplaintEventType } from '../../domain/complaint/evolve.js';
import { scopeColumn } from './complaint-scope.js';
import { storeError, type StoreError } from '../../application/errors/store-error.js';
import type { RejectionText } from '../../domain/kernel/rejection-text.js';
import { invalidRows } from './table.js';
import { copyWithFunctions, reading } from '../../application/host-values.js';

const nameTold = (name: unknown): string => (typeof name === 'string' ? name : typeof name);

const invalid = (name: unknown, reason: RejectionText): StoreError => invalidRows(nameTold(name), reason);

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
const parts: Readonly<Record<string, readonly [(value: unknown) => boolean, RejectionText]>> = {
  name: [
    (value) => typeof value === 'string' && /^[a-z][a-z0-9-]*$/u.test(value),
    {
      es: 'un nombre lleva letras minúsculas sin acento, cifras y -',
      en: 'a name is lower case letters, digits and -',
    },
  ],
  version: [
    (value) => Number.isSafeInteger(value) && Number(value) >= 1,
    { es: 'una versión es un número entero desde 1', en: 'a version is a whole number from 1' },
  ],
  columns: [
    (value) => isObject(value) && !Object.hasOwn(value, scopeColumn),
    {
      es: `sus columnas son un objeto, { columna: tipo }, sin ${scopeColumn}, que toda tabla tiene ya`,
      en: `columns are an object, { column: type }, without ${scopeColumn}, which every table has from the library`,
    },
  ],
  key: [
    (value) => isNames(value) && value.length > 0,
    {
      es: 'la llave es una lista de columnas, una al menos: nombran un renglón',
      en: 'a key is a list of columns, at least one: they name a row',
    },
  ],
  indexes: [
    optional((value) => Array.isArray(value) && value.every((each) => isNames(each) && each.length > 0)),
    {
      es: 'los índices son una lista de listas de columnas, ninguna vacía',
      en: 'indexes are a list of lists of columns, none of them empty',
    },
  ],
  failurePolicy: [
    optional((value) => value === 'pause' || value === 'skip'),
    {
      es: "lo que se hace al fallar (failurePolicy) es 'pause' o 'skip'",
      en: "failurePolicy is 'pause' or 'skip'",
    },
  ],
  on: [
    optional(
      (value) =>
        isObject(value) &&
        Object.keys(value).every(isComplaintEventType) &&
        Object.values(value).every(isHandler),
    ),
    {
      es: 'los eventos que atiende (on) son un objeto, { evento: función }, de eventos que existen',
      en: 'on is an object, { event: function }, of events that there are',
    },
  ],
  onEvery: [
    isHandler,
    { es: 'lo que atiende todo evento (onEvery) es una función', en: 'onEvery is a function' },
  ],
};

const unknownPart = (part: string): RejectionText => {
  const near = nearestOf(part, Object.keys(parts));
  const known = Object.keys(parts).join(', ');
  return near === undefined
    ? {
        es: `una definición no tiene ${part}; tiene ${known}`,
        en: `a definition has no ${part}; it has ${known}`,
      }
    : {
        es: `una definición no tiene ${part}; ¿quiso decir ${near}?`,
        en: `a definition has no ${part}; did you mean ${near}?`,
      };
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
  if (!read.ok || !plain.ok)
    throw storeError('rows-invalid', { table: nameTold(definition), reason: 'not-readable' });
  if (read.value === undefined || !plain.value)
    throw invalid(definition, {
      es: 'una definición es un objeto sencillo, { name, version, columns, key, on }',
      en: 'a definition is a plain object, { name, version, columns, key, on }',
    });
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
