import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(__dirname, '../..');

const filesUnder = (folder: string, isWanted: (name: string) => boolean): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(isWanted)
    .map((name) => join(folder, name));

const isSpanish = (name: string): boolean => name.endsWith('.es.md');

/** What a reader of each language is given; the texts of the program are in its source. */
const read = {
  es: [
    'README.es.md',
    ...filesUnder('docs/guides', isSpanish),
    ...filesUnder('docs/gallery', (name) => name.endsWith('.md')),
    ...filesUnder('docs/reference', (name) => name.endsWith('.md')),
    // One page holds the script of a shell, which joins words.
    ...filesUnder('docs/screens', (name) => name.endsWith('.md') && name !== 'lo-demas.md'),
    // The verify page is one line of another program's text; what people may type for a word is theirs to choose.
    ...filesUnder(
      'src',
      (name) => name.endsWith('.ts') && !/(?:verify-page|words\/synonyms)\.ts$/.test(name),
    ),
  ],
  en: ['README.md', ...filesUnder('docs/guides', (name) => name.endsWith('.md') && !isSpanish(name))],
} as const;

/** The one word for a thing, and other words for it that a text could slip into. */
const glossary: readonly {
  readonly language: keyof typeof read;
  readonly word: string;
  readonly instead: readonly string[];
}[] = [
  { language: 'es', word: 'proveedor', instead: ['prestador', 'concesionario'] },
  { language: 'es', word: 'queja', instead: ['reclamo'] },
  { language: 'es', word: 'responsable técnico', instead: ['técnico responsable', 'técnico encargado'] },
  { language: 'es', word: 'llavero', instead: ['bóveda'] },
  { language: 'es', word: 'cola', instead: ['fila'] },
  { language: 'es', word: 'renglón', instead: ['registro de la tabla'] },
  { language: 'es', word: 'resolución', instead: ['dictamen', 'dictaminar', 'veredicto'] },
  { language: 'es', word: 'bitácora', instead: ['libro de registro'] },
  { language: 'en', word: 'provider', instead: ['carrier', 'telco'] },
  { language: 'en', word: 'complaint', instead: ['grievance'] },
  { language: 'en', word: 'ruling', instead: ['verdict'] },
  { language: 'en', word: 'folio', instead: ['ticket number', 'case number'] },
  { language: 'en', word: 'vault', instead: ['keyring', 'key ring'] },
];

/** Lines in which a word stands, alone or in the plural. */
const linesWith = (word: string, files: readonly string[]): readonly string[] => {
  const found = new RegExp(`(?<![\\p{L}])${word}(?:e?s)?(?![\\p{L}])`, 'iu');
  return files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => (found.test(line) ? [`${file}:${String(index + 1)} ${line.trim()}`] : [])),
  );
};

describe('one word for one thing, in what people read', () => {
  it.each(glossary)('$language: $word, and no other word for it', ({ language, word, instead }) => {
    expect(linesWith(word, read[language])).not.toEqual([]);
    for (const other of instead)
      expect({ other, lines: linesWith(other, read[language]) }).toEqual({ other, lines: [] });
  });
});
