import { codeOf } from '../../application/errors/code-of.js';
import { errorOf, type ErrorWithCode } from '../../application/errors/coded-error.js';
import { fillIn } from '../../domain/kernel/rejection-text.js';
import type { Language } from '../../domain/complaint/vocabulary.js';
import type { JsonObject } from '../../domain/kernel/json.js';
import type { Bilingual } from '../../domain/texts/language.js';
import type { RefusalEntry } from '../../domain/kernel/refusal.js';
import { otherTexts, usageTexts } from './fault-texts.js';
import { inputReason } from './input-reasons.js';

export type UsageCode = keyof typeof usageTexts;
export type FaultCode = UsageCode | keyof typeof otherTexts;

const isOther = (code: FaultCode): code is keyof typeof otherTexts => Object.hasOwn(otherTexts, code);

/** A wrong command line, or an input that cannot be read, is the caller's: all of these are of one kind. */
const entryOf = (code: FaultCode): RefusalEntry =>
  isOther(code) ? otherTexts[code] : { kind: 'invalid', ...usageTexts[code] };

/**
 * A fault of the command line, to be thrown: its code, and what it says with its details filled in; `words` tell a person in
 * place of details that are codes.
 */
export const fault = (
  code: FaultCode,
  details: JsonObject = {},
  cause?: unknown,
  words: Bilingual<JsonObject> = { es: {}, en: {} },
): ErrorWithCode<FaultCode> => {
  const { kind, es, en } = entryOf(code);
  const { reason } = details;
  const told = typeof reason === 'string' ? inputReason(reason) : undefined;
  const filled = (text: string, language: Language): string =>
    fillIn(text, {
      ...details,
      ...(told !== undefined && { reason: told[language] }),
      ...words[language],
    });
  return errorOf(code, kind, { es: filled(es, 'es'), en: filled(en, 'en') }, details, cause);
};

/** The user wants to stop; `kept` says what is left of the work and how to go on. */
export const interrupted = (kept: Bilingual = otherTexts.interrupted): ErrorWithCode<'interrupted'> => {
  const { kind } = otherTexts.interrupted;
  const told =
    kept === otherTexts.interrupted
      ? kept
      : { es: `Se interrumpió. ${kept.es}`, en: `Interrupted. ${kept.en}` };
  return errorOf('interrupted', kind, told);
};

/** A file that the file system does not give, with what it says of it. */
export const unreadable = (file: string, error: unknown): ErrorWithCode<FaultCode> =>
  fault('input-unreadable', { file, reason: codeOf(error) ?? 'unreadable' }, error);
