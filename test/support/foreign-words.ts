import * as labels from '../../src/domain/texts/labels/index.js';
import { fieldLabels } from '../../src/domain/texts/labels/fields.js';
import { vocabularies } from '../../src/domain/texts/words/vocabularies.js';

/** Codes that are Spanish words as well, or parts of Spanish phrases. */
const alsoSpanish: ReadonlySet<string> = new Set([
  ...['web', 'normal', 'legal', 'auditor', 'es', 'en', 'post', 'local', 'error', 'final', 'folio', 'crew'],
  ...['spliced', 'storm', 'theft'],
]);

const tables: readonly object[] = [
  ...vocabularies,
  fieldLabels,
  ...Object.values(labels).filter((table) => typeof table === 'object'),
];

/** Every code that a person might meet in place of its label. */
export const codes: ReadonlySet<string> = new Set(
  tables
    .flatMap((table) => Object.keys(table))
    .filter((code) => !alsoSpanish.has(code) && !/^\d+$/.test(code)),
);

/** English words that no Spanish sentence of ours has; common ones, and those of the field. */
const english: ReadonlySet<string> = new Set(
  [
    'the of and or not is are was were has have been this that these those with without from for by to at on into',
    'which what who whose when where why how all any each every other another only also than then there here',
    'must may can cannot should will would does did done been being be it its they them their your you we our',
    'request requests complaint user users provider area channel kind status severity role roles subscriber',
    'due open closed ended late deadline deadlines clock clocks event events case cases store row rows key keys',
    'left since held technician lead rule ruled ruling upheld dismissed visit notice repair cause causes found',
    'unknown missing invalid before after until between expected given number word words text value date time',
    'true false null undefined yes queue show find list received filed recorded today tomorrow yesterday',
    'jan apr aug dec monday tuesday wednesday thursday friday saturday sunday',
  ]
    .join(' ')
    .split(' '),
);

const utc = /\d{4}-\d{2}-\d{2}T[\d:.]+Z?|\bUTC\b|[A-Z][a-z]+\/[A-Z][A-Za-z_]+/g;
const tokens = /[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*/gu;

/** What in a Spanish text is a code, an English word, an instant in UTC or the name of a zone. Empty where all is Spanish. */
export const foreignIn = (text: string): readonly string[] => [
  ...Array.from(text.matchAll(utc), ([found]) => found),
  ...Array.from(text.matchAll(tokens), ([found]) => found).filter(
    (word) => codes.has(word) || english.has(word.toLowerCase()),
  ),
];
