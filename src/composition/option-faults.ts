import { nearestOf } from '../application/errors/nearest.js';
import { codedError, type CodedError } from '../application/errors/coded-error.js';
import { maskedUrl } from '../application/errors/masked-url.js';
import type { ProfileFault } from '../application/provider/fault.js';
import type { Label } from '../domain/provider/profile.js';
import { rightForm, type FileScheme } from './place-url.js';

/** What was given, as it can be told: never a password, never a whole object. */
const shown = (given: unknown): string => {
  if (typeof given === 'number') return String(given);
  return typeof given === 'string' ? maskedUrl(given) : typeof given;
};

const invalid = (option: string, text: Label, details: Readonly<Record<string, string>> = {}): CodedError =>
  codedError('option-invalid', text, { option, ...details });

/** An option that `openQuejas` cannot do without. */
export const missingOption = (option: string, known: string): CodedError =>
  invalid(option, {
    es: `Falta ${option}: indique ${known}.`,
    en: `${option} is missing: give ${known}.`,
  });

/** A part of an option that does not hold, and why. */
export const faultyOption = (option: string, { es, en }: Label): CodedError =>
  invalid(option, { es: `${option}: ${es}`, en: `${option}: ${en}` });

/** A value that an option does not take. */
export const unsupported = (option: string, given: unknown, known: string): CodedError => {
  const value = shown(given);
  return invalid(
    option,
    {
      es: `«${value}» no es un valor de ${option}; se admite ${known}.`,
      en: `"${value}" is no value of ${option}; these are: ${known}.`,
    },
    { value },
  );
};

/** Looks whether an argument is an object, as a host without a compiler needs it. Throws `option-invalid`. */
export const mustBeObject = (option: string, given: unknown, known: string): void => {
  if (typeof given !== 'object' || given === null) throw unsupported(option, given, known);
};

/**
 * Looks whether an argument has these parts, as a host without a compiler needs it. Throws `option-invalid`.
 */
export const mustHave = (
  option: string,
  given: unknown,
  parts: Readonly<Record<string, 'string' | 'object' | 'function'>>,
): void => {
  const has = (name: string, type: string): boolean => {
    if (typeof given !== 'object' || given === null || !(name in given)) return false;
    const part: unknown = Reflect.get(given, name);
    return part !== null && typeof part === type;
  };
  if (!Object.entries(parts).every(([name, type]) => has(name, type)))
    throw unsupported(option, given, `{ ${Object.keys(parts).join(', ')} }`);
};

/** An option that a function does not know: none of its own is silently left at its default by a misspelt name. */
const unknownOption = (of: string, option: string, known: readonly string[]): CodedError => {
  const near = nearestOf(option, known);
  const [es, en] =
    near === undefined
      ? [`tiene: ${known.join(', ')}`, `it has: ${known.join(', ')}`]
      : [`¿quiso decir ${near}?`, `did you mean ${near}?`];
  return invalid(
    option,
    { es: `${of} no tiene la opción ${option}; ${es}`, en: `${of} has no option ${option}; ${en}` },
    near === undefined ? {} : { near },
  );
};

/** The names of the options of a type, each named once: a new one that is not named here does not compile. */
export const namesOf = <Options extends object>(names: Readonly<Record<keyof Options, true>>) =>
  Object.keys(names);

/** Refuses an option that a function does not know, and what is no object. Throws `option-invalid`. */
export const mustKnow = (of: string, given: unknown, known: readonly string[]): void => {
  mustBeObject(of, given, `{ ${known.join(', ')} }`);
  if (typeof given !== 'object' || given === null) return;
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown !== undefined) throw unknownOption(of, unknown, known);
};

/** Refuses what is no whole number from `least` to `most`. Throws `option-invalid`. */
export const mustBeWhole = (
  option: string,
  given: unknown,
  [least, most]: readonly [number, number],
): void => {
  const fits = typeof given === 'number' && Number.isInteger(given) && given >= least && given <= most;
  if (!fits) throw unsupported(option, given, `${String(least)}…${String(most)}`);
};

/** The path after the scheme. Throws `option-invalid`, with the right form where another file would be meant. */
export const pathIn = (option: string, scheme: FileScheme, url: string, known: string): string => {
  const right = rightForm(scheme, url);
  if (right !== undefined) throw unsupported(option, url, right);
  const path = url.startsWith(`${scheme}:`) ? url.slice(scheme.length + 1) : '';
  if (path === '') throw unsupported(option, url, known);
  return path;
};

/** Keys in the file of the store would be lost, and found, together with it. */
export const keysInStore = (path: string): CodedError =>
  invalid(
    'keys',
    {
      es: `${path} es también el archivo de los datos: guarde las llaves en otro, lejos de ellos, como file:./secrets/keys.db.`,
      en: `${path} is the file of the data too: keep the keys in another one, away from it, such as file:./secrets/keys.db.`,
    },
    { path },
  );

/** Rows apart are a file of their own: the store's own file is given by `inline`. */
export const rowsInStore = (path: string): CodedError =>
  invalid(
    'rows',
    {
      es: `${path} es también el archivo del almacén: para guardar los renglones en él use 'inline'; si no, indique otro archivo.`,
      en: `${path} is the file of the store too: to keep the rows in it use 'inline'; else name another file.`,
    },
    { path },
  );

/** What is given as a provider is none: all that is wrong with it, or the first things where that is much. */
export const noProvider = (faults: readonly ProfileFault[]): CodedError => {
  const told = (language: 'es' | 'en'): string =>
    faults
      .slice(0, 3)
      .map((fault) => `${fault.path === '' ? '/' : fault.path}: ${fault[language]}`)
      .join(' ');
  return codedError(
    'option-invalid',
    {
      es: `provider no es el perfil de un proveedor; importe conectared o emenet de 'quejas', o lea uno con loadProfile de 'quejas/provider'. ${told('es')}`,
      en: `provider is no provider's profile; import conectared or emenet from 'quejas', or read one with loadProfile of 'quejas/provider'. ${told('en')}`,
    },
    { option: 'provider', faults: faults.map(({ path, code }) => ({ path, code })) },
  );
};
