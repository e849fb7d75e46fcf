import type { Language } from '../../domain/complaint/vocabulary.js';
import { isLanguage, languageOf } from './language.js';

/** How to speak, as far as it can be told before the command line is understood: help and faults need it. */
export interface EarlyWishes {
  readonly language: Language;
  readonly json: boolean;
}

const valueOf = (words: readonly string[], flag: string): string | undefined => {
  const last = words.findLastIndex((word) => word === flag || word.startsWith(`${flag}=`));
  const word = words[last];
  return word === flag ? words[last + 1] : word?.slice(flag.length + 1);
};

export const earlyWishesOf = (
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): EarlyWishes => {
  const end = argv.indexOf('--');
  const words = end < 0 ? argv : argv.slice(0, end);
  const asked = valueOf(words, '--lang') ?? '';
  return { language: isLanguage(asked) ? asked : languageOf(env), json: words.includes('--json') };
};
