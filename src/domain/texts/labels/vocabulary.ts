import type { Language, WordSort } from '../../complaint/vocabulary.js';
import type { ProviderProfile } from '../../provider/profile.js';
import type { Bilingual } from '../language.js';
import { phrase } from '../plain-text.js';
import { actionLabels } from './actions.js';
import { causeLabels } from './causes.js';
import { groundLabels } from './grounds.js';
import { procedureLabels } from './procedures.js';

/** The words that users read by their labels: of every sort, what each code is called. */
export type Vocabulary = Readonly<Record<WordSort, Readonly<Record<string, Bilingual>>>>;

/** The words that every provider has. */
export const sharedVocabulary: Vocabulary = {
  causes: causeLabels,
  actions: actionLabels,
  grounds: groundLabels,
  procedures: procedureLabels,
};

/** The words of a provider: those of all, and its own, which come before them. */
export const vocabularyOf = ({ vocabulary: own = {} }: Pick<ProviderProfile, 'vocabulary'>): Vocabulary => ({
  causes: { ...sharedVocabulary.causes, ...own.causes },
  actions: { ...sharedVocabulary.actions, ...own.actions },
  grounds: { ...sharedVocabulary.grounds, ...own.grounds },
  procedures: { ...sharedVocabulary.procedures, ...own.procedures },
});

/** The codes that have a label, by sort: what is accepted where a user will read it. */
export const knownWords = (vocabulary: Vocabulary): Readonly<Record<WordSort, readonly string[]>> => ({
  causes: Object.keys(vocabulary.causes),
  actions: Object.keys(vocabulary.actions),
  grounds: Object.keys(vocabulary.grounds),
  procedures: Object.keys(vocabulary.procedures),
});

// Only what an import brought, or a word that a profile no longer has, is without one.
const nameless: Readonly<Record<Exclude<WordSort, 'grounds'>, Bilingual>> = {
  causes: { es: 'causa registrada sin nombre', en: 'a cause recorded without a name' },
  actions: { es: 'corrección registrada sin nombre', en: 'a correction recorded without a name' },
  procedures: { es: '', en: '' },
};

/** The label of a word; `undefined` where there is none. */
export const labelOf = (
  vocabulary: Vocabulary,
  sort: WordSort,
  code: string,
  language: Language,
): string | undefined => {
  const label = Object.hasOwn(vocabulary[sort], code) ? vocabulary[sort][code] : undefined;
  return label === undefined ? undefined : phrase(label[language]);
};

// It stands within a sentence, and has no stop at its end.
/** What users read for a code: its label, else that it has none; of a ground its own words. */
export const wordText = (vocabulary: Vocabulary, sort: WordSort, code: string, language: Language): string =>
  labelOf(vocabulary, sort, code, language) ?? (sort === 'grounds' ? phrase(code) : nameless[sort][language]);
