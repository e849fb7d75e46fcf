import { checkCharacterOf } from './check-character.js';

/** Two to four capital letters: who gave the folio. */
export const prefixPattern = /^[A-Z]{2,4}$/;

/** The least digits of a number; a longer number grows. */
const leastDigits = 6;

/** The highest number a folio can hold: 15 digits are exact in any JSON reader. */
export const highestNumber = 999_999_999_999_999;

/**
 * Check characters that are never used. `*` has no name on the phone; `O` and `I` are heard and typed as 0 and 1, and as
 * check characters they could not be read so without letting a wrong folio pass (ADR 0201).
 */
const unusedChecks: ReadonlySet<string> = new Set(['*', 'O', 'I']);

/** A number as it stands in a folio: `000123`. */
const digitsOf = (number: number): string => String(number).padStart(leastDigits, '0');

/**
 * The folio of a number, grouped to be read out: `CR-000123-0`. `undefined` where the format has no folio for that
 * number: it is no whole number from 1 up, its prefix is none, or its check character is one that is never used.
 */
export const formatFolio = (prefix: string, number: number): string | undefined => {
  if (!prefixPattern.test(prefix) || !Number.isInteger(number) || number < 1 || number > highestNumber)
    return undefined;
  const digits = digitsOf(number);
  const check = checkCharacterOf(prefix + digits);
  return check === undefined || unusedChecks.has(check) ? undefined : `${prefix}-${digits}-${check}`;
};

/** True where the format has a folio for this number. The others are skipped, and are void by rule. */
export const hasFolio = (prefix: string, number: number): boolean =>
  formatFolio(prefix, number) !== undefined;

/** The numbers from `from` (included) to `to` (excluded) that the format skips: an auditor can count them. */
export const skippedNumbers = (prefix: string, from: number, to: number): readonly number[] => {
  const skipped: number[] = [];
  for (let number = from; number < to; number += 1) if (!hasFolio(prefix, number)) skipped.push(number);
  return skipped;
};

/** The first number from `from` up that has a folio; `undefined` where there is none. */
export const nextNumberWithFolio = (prefix: string, from: number): number | undefined => {
  if (!prefixPattern.test(prefix)) return undefined;
  for (let number = Math.max(from, 1); number <= highestNumber; number += 1)
    if (hasFolio(prefix, number)) return number;
  return undefined;
};

/** The folio of the last number below `next` that has one; `undefined` where there is none. */
export const lastFolioBefore = (next: number, prefix: string): string | undefined => {
  for (let number = next - 1; number >= 1; number -= 1) {
    const folio = formatFolio(prefix, number);
    if (folio !== undefined || !prefixPattern.test(prefix)) return folio;
  }
  return undefined;
};
