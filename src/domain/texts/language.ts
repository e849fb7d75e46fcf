import type { Language } from '../complaint/vocabulary.js';

/** The same text in both languages: Spanish (es-MX) first, English beside it. */
export type Bilingual<Text = string> = Readonly<Record<Language, Text>>;

/** What each word of a vocabulary is called. A word without a label does not compile. */
export type Labels<Word extends string> = Readonly<Record<Word, Bilingual>>;
