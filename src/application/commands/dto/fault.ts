import type { JsonObject } from '../../../domain/kernel/json.js';
import { fillIn, type RejectionTexts } from '../../../domain/kernel/rejection-text.js';
import type { Language } from '../../../domain/complaint/vocabulary.js';
import { wordsToName } from '../../../domain/texts/words/read-word.js';
import { vocabularyOf } from '../../../domain/texts/words/vocabularies.js';

/** What may be wrong with a field. The codes are stable: hosts may rely on them. */
export const faultTexts = {
  missing: { es: 'Falta este dato.', en: 'This is missing.' },
  'unknown-field': { es: 'Este campo no existe aquí.', en: 'There is no such field here.' },
  'said-twice': {
    es: 'Se dice dos veces, y no lo mismo.',
    en: 'It is said twice, and not the same.',
  },
  'too-many-fields': { es: 'Trae demasiados campos.', en: 'It brings too many fields.' },
  'not-readable': { es: 'No se puede leer.', en: 'It cannot be read.' },
  'not-an-object': { es: 'Debe ser un objeto con campos.', en: 'It must be an object with fields.' },
  'not-a-list': { es: 'Debe ser una lista.', en: 'It must be a list.' },
  'list-too-long': { es: 'Admite a lo más {max} elementos.', en: 'It takes at most {max} items.' },
  'not-a-text': { es: 'Debe ser un texto.', en: 'It must be a text.' },
  'text-empty': { es: 'No puede estar vacío.', en: 'It may not be empty.' },
  'text-too-long': { es: 'Admite a lo más {max} caracteres.', en: 'It takes at most {max} characters.' },
  'not-a-line': { es: 'Debe caber en una sola línea.', en: 'It must be a single line.' },
  'not-an-email': { es: 'No es una dirección de correo.', en: 'It is no e-mail address.' },
  'not-a-reference': {
    es: 'Debe ser una referencia sin espacios ni datos personales: letras sin acento, cifras y . _ : @ -, hasta 100; como c-000123.',
    en: 'It must be a reference without blanks or personal data: letters without accents, digits and . _ : @ -, at most 100; like c-000123.',
  },
  'not-a-version': {
    es: 'Debe ser una versión publicada, id@versión; como conectared-business@1.',
    en: 'It must be a published version, id@version; like conectared-business@1.',
  },
  'not-an-outside-reference': {
    es: 'Debe ser una referencia de otro sistema: sin espacios ni acentos, hasta {max} caracteres.',
    en: 'It must be a reference of another system: no blanks, no accents, at most {max} characters.',
  },
  'not-a-code': {
    es: 'Debe ser un código en minúsculas y sin acentos, con guiones, como «mi-codigo».',
    en: 'It must be a code in lower case and without accents, with hyphens, like "my-code".',
  },
  'not-one-of': { es: 'Debe ser uno de: {allowed}.', en: 'It must be one of: {allowed}.' },
  'not-an-instant': {
    es: 'Debe ser una fecha y hora ISO 8601 con su desfase, como 2026-11-24T00:45:19-06:00, de los años 2000 a 2200.',
    en: 'It must be an ISO 8601 date and time with its offset, like 2026-11-24T00:45:19-06:00, in the years 2000 to 2200.',
  },
  'not-a-whole-number': { es: 'Debe ser un número entero.', en: 'It must be a whole number.' },
  'number-out-of-range': {
    es: 'Debe estar entre {min} y {max}.',
    en: 'It must lie between {min} and {max}.',
  },
  'nothing-or-less': { es: 'Debe ser más de 0.', en: 'It must be more than 0.' },
  'not-yes-or-no': { es: 'Debe ser verdadero o falso.', en: 'It must be true or false.' },
  'not-a-currency': {
    es: 'Debe ser una moneda ISO 4217 de tres letras, como MXN.',
    en: 'It must be an ISO 4217 currency of three letters, like MXN.',
  },
  'not-a-content-hash': {
    es: 'Debe ser un SHA-256 en 64 cifras hexadecimales minúsculas.',
    en: 'It must be a SHA-256 in 64 lower-case hexadecimal digits.',
  },
  'not-a-media-type': {
    es: 'Debe ser un tipo de contenido, como image/jpeg.',
    en: 'It must be a media type, like image/jpeg.',
  },
} as const satisfies RejectionTexts;

/** What may be wrong with a field; hosts may rely on the codes. */
export type FaultCode = keyof typeof faultTexts;

/** One thing that is wrong with an input, where, and in words. */
export type Fault = {
  /** `subscriber.phone`, `attachments[0].sha256`; empty for the input itself. */
  readonly path: string;
  /** Stable code to tell faults apart by. */
  readonly code: FaultCode;
  /** Of `not-one-of`: the words that may be sent. The sentences say what those are called. */
  readonly allowed?: readonly string[];
  /** What it says in Spanish, details filled in. */
  readonly es: string;
  /** What it says in English, details filled in. */
  readonly en: string;
};

/** What a rule finds, before its path is known: `at` is the place within the value, such as `[2]`. */
export interface Found {
  readonly code: FaultCode;
  readonly at?: string;
  readonly details?: JsonObject;
  /** What was given in the place of a word of a list: it decides which of them are named, and is never told. */
  readonly typed?: string;
}

const isText = (value: unknown): value is string => typeof value === 'string';

const wordsAllowed = ({ code, details = {} }: Found): readonly string[] | undefined => {
  const { allowed } = details;
  return code === 'not-one-of' && Array.isArray(allowed) && allowed.every(isText) ? allowed : undefined;
};

/** The fault at a path, in words. */
export const faultAt = (path: string, found: Found): Fault => {
  const { code, at = '', details = {}, typed = '' } = found;
  const allowed = wordsAllowed(found);
  const labels = allowed === undefined ? undefined : vocabularyOf(allowed);
  const told = (language: Language): string =>
    fillIn(
      faultTexts[code][language],
      labels === undefined || allowed === undefined
        ? details
        : {
            ...details,
            allowed: wordsToName(allowed, labels, typed).map((word) => labels[word]?.[language] ?? word),
          },
    );
  return { path: path + at, code, ...(allowed && { allowed }), es: told('es'), en: told('en') };
};
