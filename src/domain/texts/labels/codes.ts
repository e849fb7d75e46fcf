import type { Language } from '../../complaint/vocabulary.js';
import type { Bilingual } from '../language.js';
import { inline } from '../plain-text.js';

/** A code as words: its own label where it is well known, else the code itself, `water-in-duct` as *water in duct*. */
export const codeLabel = (
  known: Readonly<Record<string, Bilingual>>,
  code: string,
  language: Language,
): string => {
  const label = Object.hasOwn(known, code) ? known[code] : undefined;
  return label === undefined ? inline(code.replace(/[-_]+/gu, ' ')) : label[language];
};
