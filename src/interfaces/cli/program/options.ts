import { Option } from 'commander';
import type { Language } from '../../../domain/complaint/vocabulary.js';
import type { Bilingual } from '../../../domain/texts/language.js';
import { vocabularyOf } from '../../../domain/texts/words/vocabularies.js';
import { isWords, wordsIn, type Flag, type FlagType } from '../flags/flag.js';

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
  area: { es: 'área', en: 'area' },
  place: { es: 'lugar', en: 'place' },
  cause: { es: 'causa', en: 'cause' },
  action: { es: 'acción', en: 'action' },
  ground: { es: 'fundamento', en: 'ground' },
  subkind: { es: 'tipo', en: 'kind' },
};

const placeholderOf = (type: FlagType, language: Language): string | undefined => {
  if (typeof type === 'string') return placeholders[type]?.[language];
  if (isWords(type)) return { es: 'palabra', en: 'word' }[language];
  return 'pair' in type ? type.pair.join('=') : { es: 'palabra', en: 'word' }[language];
};

/** True for a flag that is given as often as there are values. */
export const isList = (type: FlagType): boolean =>
  type === 'texts' || type === 'integers' || type === 'cause' || (typeof type === 'object' && !isWords(type));

/** A word, and what it is called: `fault = reporte de falla`. What is the same in both is told once. */
const choiceTold = (word: string, words: readonly string[], language: Language): string => {
  const label = vocabularyOf(words)?.[word]?.[language];
  return label === undefined || label === word ? word : `${word} = ${label}`;
};

const choicesOf = (type: FlagType, language: Language): readonly string[] => {
  const words = typeof type === 'object' && 'pair' in type ? [] : wordsIn(type);
  return words.length === 0 ? [] : [`(${words.map((word) => choiceTold(word, words, language)).join(', ')})`];
};

const byName: Bilingual = { es: 'también por su nombre', en: 'by its name too' };

/** Words of a long list, with those of the provider: the list has a command of its own. */
const listedBy = (list: string): Bilingual => ({
  es: `también por su nombre; se enumeran con quejas words ${list}`,
  en: `by its name too; quejas words ${list} lists them`,
});

/** What a person may type besides what the sentence of a flag says, which hosts read as well. */
const alsoTyped: { readonly [T in Extract<FlagType, string>]?: Bilingual } = {
  cause: listedBy('causes'),
  action: listedBy('actions'),
  ground: listedBy('grounds'),
  subkind: listedBy('procedures'),
  area: byName,
  place: { es: 'también «Boca del Río»', en: '"Boca del Río" too' },
  money: { es: 'en pesos si no se dice otra moneda', en: 'in pesos where no other currency is named' },
};

const alsoOf = (type: FlagType, language: Language): readonly string[] => {
  const also = typeof type === 'string' ? alsoTyped[type] : undefined;
  return also === undefined ? [] : [`(${also[language]})`];
};

const descriptionOf = ({ about, type, required }: Flag, language: Language): string =>
  [
    about[language],
    ...choicesOf(type, language),
    ...alsoOf(type, language),
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
