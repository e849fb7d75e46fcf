import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** What a file of words holds, without the lines that say where they are from. */
const wordsIn = (file: string): readonly string[] =>
  readFileSync(join(__dirname, file), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(' '))
    .filter((word) => word !== '');

/** Words of the list that Spanish has as well, as es-MX writes them in our texts. */
const spanishToo: ReadonlySet<string> = new Set(['web', 'nov', 'compare', 'sale', 'use', 'portugal']);

/**
 * English words that no Spanish sentence of ours has: the commonest, and those that the list leaves out, since Spanish
 * texts quote them.
 */
const english: ReadonlySet<string> = new Set(
  [
    ...wordsIn('english-words.txt'),
    ...[
      'the of and or not is are was were to for on by you it as new will us my has he may so show by at into',
      'one do up out off if then than be am been being does done did this who how why can cannot',
      'city post data time day days week month year house big small white black green',
      'left due upheld dismissed queue routed subscriber technician lead deadline deadlines',
      'true false null undefined jan apr aug dec',
    ].flatMap((line) => line.split(' ')),
  ].filter((word) => !spanishToo.has(word)),
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
