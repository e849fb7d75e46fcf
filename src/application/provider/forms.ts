import { prefixPattern } from '../../domain/folio/format.js';
import type { Bilingual } from '../../domain/texts/language.js';

/** How a text of a profile is written: the regular expression of the published schema, and the same in words. */
interface Form extends Bilingual {
  readonly pattern: string;
}

export const forms = {
  text: {
    pattern: '^(?=.*[^\\s\\p{Default_Ignorable_Code_Point}\\u2800])\\P{C}*$',
    es: 'un texto que se vea, sin caracteres de control',
    en: 'a text that can be seen, without control characters',
  },
  id: {
    pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
    es: 'de minúsculas y cifras unidas con guiones, como mi-red',
    en: 'of lower case letters and digits joined by hyphens, like my-net',
  },
  date: {
    pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
    es: 'una fecha como 2026-11-26',
    en: 'a date like 2026-11-26',
  },
  pointer: {
    pattern: '^(/[^/]+)+$',
    es: 'un puntero JSON a un dato, como /channels/0/hours',
    en: 'a JSON Pointer to a field, like /channels/0/hours',
  },
  prefix: {
    pattern: prefixPattern.source,
    es: 'de dos a cuatro letras mayúsculas de la A a la Z, como CR',
    en: 'two to four capital letters from A to Z, like CR',
  },
} as const satisfies Readonly<Record<string, Form>>;

/** The form that has this regular expression. */
export const formOf = (pattern: unknown): Bilingual =>
  Object.values(forms).find((form) => form.pattern === pattern) ?? forms.text;
