import type { RejectionText } from '../../domain/kernel/rejection-text.js';
import { phrase } from '../../domain/texts/plain-text.js';
import { isCodedError } from './coded-error.js';
import { isOurs, toldReason } from './store-reasons.js';

/**
 * Why a fault came about, without the sentence around it: a fault that wraps it has a sentence of its own, in a language.
 * Never throws: a host's function may throw a value that itself throws when it is read.
 */
export const reasonOf = (error: unknown): string => {
  try {
    if (isCodedError(error) && typeof error.details['reason'] === 'string') return error.details['reason'];
    return String(error instanceof Error ? error.message : error);
  } catch {
    return 'not-readable';
  }
};

/** What is thrown may have the code of one of our faults and no words: then they are missing, whatever its type says. */
const texts = ({ es, en }: { readonly es: unknown; readonly en: unknown }): RejectionText | undefined =>
  typeof es === 'string' && typeof en === 'string' ? { es: phrase(es), en: phrase(en) } : undefined;

/** The words of a fault of ours, to stand within a sentence of another one; `undefined` for what others threw. Never throws. */
export const wordsOf = (error: unknown): RejectionText | undefined => {
  try {
    return isCodedError(error) ? texts(error.text) : undefined;
  } catch {
    return undefined;
  }
};

/** The words of a fault of ours as a part of what is told of it; nothing for what others threw. */
export const inWords = (error: unknown): { readonly text?: RejectionText } => {
  const text = wordsOf(error);
  return text === undefined ? {} : { text };
};

/** Why a fault came about, told within a sentence in either language: its own reason, the words of a fault of ours, or quoted. */
export const toldBy = (error: unknown): RejectionText => {
  const reason = reasonOf(error);
  return isOurs(reason) ? toldReason(reason) : (wordsOf(error) ?? toldReason(reason));
};
