import { faultAt, type Found } from '../application/commands/dto/fault.js';
import { codedError, type CodedError } from '../application/errors/coded-error.js';
import { longestOutsideReference } from '../application/identity/reference.js';
import { nearestOf } from '../application/errors/nearest.js';
import { partInSpanish } from '../application/errors/query-parts.js';
import { instantOf, millisecondsIn } from '../domain/kernel/instant.js';
import type { Bilingual } from '../domain/texts/language.js';

const longest = 80;
/** Milliseconds of the years 1970 to 9999: an instant has four digits for a year. */
const lastOfFourDigits = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** A `Date`, which says nothing by being an object. */
const dateShown = (milliseconds: number): string => {
  if (Number.isNaN(milliseconds)) return 'Invalid Date';
  const hasInstant = milliseconds >= 0 && milliseconds <= lastOfFourDigits;
  return hasInstant ? instantOf(milliseconds) : `Date(${String(milliseconds)})`;
};

/** What was given, on a line: never the insides of an object, which may be anybody's. */
const shown = (given: unknown): string => {
  if (typeof given === 'string')
    return (given.length > longest ? `${given.slice(0, longest)}…` : given).toWellFormed();
  const isPlain = given === null || ['number', 'boolean', 'undefined', 'bigint'].includes(typeof given);
  if (isPlain) return String(given);
  const milliseconds = typeof given === 'object' ? millisecondsIn(given) : undefined;
  return milliseconds === undefined ? typeof given : dateShown(milliseconds);
};

const isNothing = (given: unknown): boolean => given === undefined || given === null;

/**
 * A part of a query that cannot be answered as it was given, or that was left out, and its right form: thrown as
 * `query-invalid`.
 */
export const queryInvalid = (what: string, given: unknown, form?: Bilingual): CodedError => {
  const value = shown(given);
  const part = partInSpanish(what);
  const hint = form === undefined ? { es: '', en: '' } : { es: ` ${form.es}`, en: ` ${form.en}` };
  if (isNothing(given))
    return codedError(
      'query-invalid',
      {
        es: `La consulta no es válida: falta decir ${part}.${hint.es}`,
        en: `The query is not valid: ${what} is missing.${hint.en}`,
      },
      { what, given: value, fault: 'missing' },
    );
  return codedError(
    'query-invalid',
    {
      es: `La consulta no es válida: ${part} «${value}».${hint.es}`,
      en: `The query is not valid: ${what} "${value}".${hint.en}`,
    },
    { what, given: value },
  );
};

/** A part of a query that throws when it is looked at, such as a proxy that was revoked. */
export const unreadable = (what: string): CodedError =>
  codedError(
    'query-invalid',
    {
      es: `La consulta no es válida: ${partInSpanish(what)}, que no se puede leer.`,
      en: `The query is not valid: ${what} cannot be read.`,
    },
    { what, given: 'object', reason: 'not-readable' },
  );

/** The right form of a part that an input of a command could have too, in the same words. */
const formOf = (code: Found['code'], details: NonNullable<Found['details']> = {}): Bilingual =>
  faultAt('', { code, details });

const aFunction: Bilingual = { es: 'Debe ser una función.', en: 'It must be a function.' };
const aSignal: Bilingual = { es: 'Debe ser un AbortSignal.', en: 'It must be an AbortSignal.' };
const aCursor: Bilingual = {
  es: 'Debe ser el lugar que dio la página anterior.',
  en: 'It must be the place that the page before gave.',
};

/** The right forms of what queries are asked by. */
export const forms = {
  moment: formOf('not-an-instant'),
  object: formOf('not-an-object'),
  list: formOf('not-a-list'),
  text: formOf('not-a-text'),
  yesOrNo: formOf('not-yes-or-no'),
  function: aFunction,
  signal: aSignal,
  cursor: aCursor,
  reference: formOf('not-a-reference'),
  outsideReference: formOf('not-an-outside-reference', { max: longestOutsideReference }),
} as const satisfies Record<string, Bilingual>;

/** The right form of a number. */
export const between = (least: number, most: number): Bilingual =>
  formOf('number-out-of-range', { min: least, max: most });

/** The right form of a word of a closed list; its words as programs send them. */
export const oneOf = (words: readonly string[]): Bilingual => ({
  es: `Debe ser uno de: ${words.join(', ')}.`,
  en: `It must be one of: ${words.join(', ')}.`,
});

/** The name that may have been meant, where one is near. */
export const nearHint = (name: string, names: readonly string[]): Bilingual | undefined => {
  const near = nearestOf(name, names);
  return near === undefined ? undefined : { es: `¿Quiso decir ${near}?`, en: `Did you mean ${near}?` };
};
