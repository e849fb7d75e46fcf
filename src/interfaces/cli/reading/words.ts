import type { Language } from '../../../domain/complaint/vocabulary.js';
import type { Bilingual } from '../../../domain/texts/language.js';

/** A word of a vocabulary as it is called; where it has no label, the word itself. Scripts have `--json`. */
export const wordsFor =
  (language: Language) =>
  (labels: Readonly<Record<string, Bilingual>>, word: unknown): string => {
    if (word === null || word === undefined) return '';
    const text = typeof word === 'string' || typeof word === 'number' ? String(word) : JSON.stringify(word);
    return Object.hasOwn(labels, text) ? (labels[text]?.[language] ?? text) : text;
  };
