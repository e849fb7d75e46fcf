import { reject, type Rejection } from '../kernel/decision.js';
import { unseen } from '../kernel/is-blank.js';
import { endsInItsCheckCharacter } from './check-character.js';
import type { FolioRejectionCode } from './folio-rejections.js';
import { formatFolio, nextNumberWithFolio } from './format.js';

/** A text that is a folio of this provider. */
export interface ParsedFolio {
  /** Tells it from a refusal. */
  readonly ok: true;
  /** The one way to write this folio. */
  readonly folio: string;
  /** The provider's two to four letters. */
  readonly prefix: string;
  /** The number between prefix and check character. */
  readonly number: number;
}

/** A folio, or why the text is none: `folio-malformed`, `folio-check-failed`, `folio-other-provider`. */
export type FolioParse = ParsedFolio | ({ readonly ok: false } & Rejection<FolioRejectionCode>);

/** A folio without its hyphens. A number of more than six digits starts with none of the zeros that pad a short one. */
const form = /^([A-Z]{2,4})(\d{6}|[1-9]\d{6,14})([0-9A-Z])$/;

/** What people put between the groups (blanks, any kind of hyphen, dots, underscores), and the invisible marks of a copy. */
const separators = new RegExp(String.raw`[\s._\p{Dash}${unseen}]+`, 'gu');

const asDigits = (text: string): string => text.replaceAll('O', '0').replaceAll('I', '1');
const asLetters = (text: string): string => text.replaceAll('0', 'O').replaceAll('1', 'I');

/** The text with each look-alike as its place wants it: letters in the prefix, digits elsewhere. */
const withoutLookAlikes = (text: string, prefix: string): string => {
  const check = text.slice(-1);
  const number = text.slice(prefix.length, -1);
  return asLetters(text.slice(0, prefix.length)) + asDigits(number) + asDigits(check);
};

interface Reading {
  readonly prefix: string;
  readonly folio: string;
  readonly number: number;
}

/** The folio a compact text stands for; `wrong` where only the check character speaks against it. */
const readingOf = (compact: string): Reading | 'wrong' | undefined => {
  const [, prefix, digits] = form.exec(compact) ?? [];
  if (prefix === undefined || digits === undefined) return undefined;
  const number = Number(digits);
  const folio = formatFolio(prefix, number);
  return folio === undefined || !endsInItsCheckCharacter(compact) ? 'wrong' : { prefix, folio, number };
};

/** Longer texts are no folio, and are not worth quoting whole. */
const longestText = 40;

const quoted = (text: string): string => text.slice(0, longestText).replace(/\p{Surrogate}/gu, '\uFFFD');

const exampleOf = (prefix: string): string =>
  formatFolio(prefix, nextNumberWithFolio(prefix, 123) ?? 0) ?? prefix;

/**
 * Reads a folio as people type, say and copy it: any case, blanks or other hyphens between the groups or none, O for 0
 * and I for 1, with the direction marks of a chat. As typed it comes first, so that no other provider's folio is ever
 * bent into one of ours. What is no text is malformed.
 * `folio-malformed`, `folio-check-failed`, `folio-other-provider`.
 */
export const parseFolio = (given: unknown, prefix: string): FolioParse => {
  const text = typeof given === 'string' ? given : '';
  const compact = text.length > longestText ? '' : text.replace(separators, '').toUpperCase();
  const literal = readingOf(compact);
  const read = readingOf(withoutLookAlikes(compact, prefix));
  const ours = typeof read === 'object' && read.prefix === prefix ? read : undefined;
  const reading = typeof literal === 'object' ? literal : ours;
  if (reading !== undefined)
    return reading.prefix === prefix
      ? { ok: true, ...reading }
      : reject('folio-other-provider', { folio: reading.folio, prefix: reading.prefix });
  return literal === 'wrong' || read === 'wrong'
    ? reject('folio-check-failed', { text: quoted(text) })
    : reject('folio-malformed', { text: quoted(text), example: exampleOf(prefix) });
};

/** The one way to write a folio that was typed; a text that is none as it is. */
export const folioAsWritten = (text: string, prefix: string): string => {
  const read = parseFolio(text, prefix);
  return read.ok ? read.folio : text;
};
