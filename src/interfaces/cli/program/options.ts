import { Option } from 'commander';
import type { Language } from '../../../domain/complaint/vocabulary.js';
import type { Bilingual } from '../../../domain/texts/language.js';
import type { Flag, FlagType } from '../flags/flag.js';

const placeholders: Readonly<Record<Extract<FlagType, string>, Bilingual | undefined>> = {
  text: { es: 'texto', en: 'text' },
  texts: { es: 'texto', en: 'text' },
  integer: { es: 'n', en: 'n' },
  integers: { es: 'n', en: 'n' },
  'yes-no': undefined,
  switch: undefined,
  instant: { es: 'instante', en: 'instant' },
  money: { es: 'importe', en: 'amount' },
  json: { es: 'json', en: 'json' },
};

const isWords = (type: FlagType): type is readonly string[] => Array.isArray(type);

const placeholderOf = (type: FlagType, language: Language): string | undefined => {
  if (typeof type === 'string') return placeholders[type]?.[language];
  return isWords(type) ? { es: 'palabra', en: 'word' }[language] : type.pair.join('=');
};

const isList = (type: FlagType): boolean =>
  type === 'texts' || type === 'integers' || (typeof type === 'object' && !isWords(type));

const descriptionOf = ({ about, type, required }: Flag, language: Language): string =>
  [
    about[language],
    ...(isWords(type) ? [`(${type.join(', ')})`] : []),
    ...(required ? [{ es: '[obligatorio]', en: '[required]' }[language]] : []),
  ].join(' ');

const collect = (value: string, earlier: unknown): readonly string[] => [
  ...(Array.isArray(earlier) ? earlier.map((each: unknown) => String(each)) : []),
  value,
];

/** A flag as commander knows it: one option, or two for a yes or no. */
export const optionsOf = (flag: Flag, language: Language): readonly Option[] => {
  const { name, type, alias } = flag;
  const placeholder = placeholderOf(type, language);
  const names = alias === undefined ? `--${name}` : `--${alias}, --${name}`;
  const option = new Option(
    placeholder === undefined ? names : `${names} <${placeholder}>`,
    descriptionOf(flag, language),
  );
  if (isList(type)) option.argParser(collect);
  if (type !== 'yes-no') return [option];
  return [option, new Option(`--no-${name}`, { es: 'Lo contrario', en: 'The opposite' }[language])];
};
