import { languages, type Language } from '../../domain/complaint/vocabulary.js';

type Environment = Readonly<Record<string, string | undefined>>;

export const isLanguage = (text: string): text is Language => languages.some((language) => language === text);

/** The language of a locale name (`en_US.UTF-8`), where it is one of ours. */
const languageOfLocale = (locale: string | undefined): Language | undefined => {
  const name = locale?.slice(0, 2).toLowerCase() ?? '';
  return isLanguage(name) ? name : undefined;
};

/** The language of the environment, Spanish where it names none of ours. An empty variable counts as unset. */
export const languageOf = (env: Environment): Language =>
  languageOfLocale([env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value)) ?? 'es';
