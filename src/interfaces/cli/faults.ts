import { codedError, type CodedError } from '../../application/errors/coded-error.js';
import { fillIn } from '../../domain/kernel/rejection-text.js';
import type { JsonObject } from '../../domain/kernel/json.js';
import type { Bilingual } from '../../domain/texts/language.js';
import { otherTexts, usageTexts } from './fault-texts.js';

export type UsageCode = keyof typeof usageTexts;
export type FaultCode = UsageCode | keyof typeof otherTexts;

const texts: Readonly<Record<FaultCode, Bilingual>> = { ...usageTexts, ...otherTexts };

/** True for a fault of whoever called: a wrong command line, or an input that cannot be read. */
export const isUsageFault = (code: string): boolean => Object.hasOwn(usageTexts, code);

/** A fault of the command line, to be thrown: its code, and what it says with its details filled in. */
export const fault = (code: FaultCode, details: JsonObject = {}, cause?: unknown): CodedError => {
  const { es, en } = texts[code];
  return codedError(code, { es: fillIn(es, details), en: fillIn(en, details) }, details, cause);
};
