import type { Language } from '../../complaint/vocabulary.js';
import type { Bilingual } from '../language.js';
import { inline } from '../plain-text.js';

/**
 * A code as words: its own label where it is well known, else the code itself, `water-in-duct` as *water in duct*. Prose,
 * which has blanks, stays as it is.
 */
export const codeLabel = (
  known: Readonly<Record<string, Bilingual>>,
  code: string,
  language: Language,
): string => {
  const label = Object.hasOwn(known, code) ? known[code] : undefined;
  if (label !== undefined) return label[language];
  const plain = inline(code);
  return /\s/u.test(plain) ? plain : inline(plain.replace(/[-_]+/gu, ' '));
};
