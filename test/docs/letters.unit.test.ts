import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { conectared, emenet, noticeKinds } from '../../src/index.js';
import { commandTypes } from '../../src/application/commands/parse-command.js';
import { complaintEventTypes } from '../../src/domain/complaint/evolve.js';
import * as vocabulary from '../../src/domain/complaint/vocabulary.js';
import { vocabularyOf } from '../../src/domain/texts/index.js';
import { knownWords } from '../../src/domain/texts/labels/vocabulary.js';

interface Shown {
  readonly name: string;
  readonly kind: string;
  readonly obligations: readonly string[];
  readonly text: string;
}

const gallery = (id: string): string => readFileSync(join(__dirname, `../../docs/gallery/${id}.md`), 'utf8');

const section = /### ([^\n]+)\n\n`([a-z-]+)` \(([^)]*)\)\n\n```text\n([\s\S]*?)\n```/g;

/** The letters of one language of a gallery: Spanish stands first. */
const shown = (page: string, language: 'es' | 'en'): readonly Shown[] => {
  const [es = '', en = ''] = page.split('\n## English\n');
  return [...(language === 'es' ? es : en).matchAll(section)].map(
    ([, name = '', kind = '', obligations = '', text = '']) => ({
      name,
      kind,
      obligations: obligations.split(', '),
      text,
    }),
  );
};

const providers = [conectared, emenet] as const;

/** Words of English that no Spanish has, beside those of our own codes: each common one of letters and of a telecom's work. */
const english =
  'the and of to is was were been your you our we with from for this that which what when where there their they have has had will would been not are it its by at an or if answer answered request requests complaint service customer visit visits cause causes ruling upheld dismissed repair repaired restored closed closing open opened reason reasons basis notice letter fault billing charge charges refund bonus outage fibre cable dispute withdrawn lapsed duplicate wrong phone web message email channel user subscriber reporter folio-number tracking number name address date time please thank dear sincerely'.split(
    ' ',
  );

const sameInSpanish = new Set([
  'es',
  'en',
  'WhatsApp',
  'folio',
  'web',
  'cable',
  'contract',
  'no',
  'normal',
  'error',
  'router',
]);

const words = knownWords(vocabularyOf({}));
const codes = new Set(
  [
    ...Object.values(vocabulary).flatMap((list) => (Array.isArray(list) ? list.map(String) : [])),
    ...Object.values(words).flat(),
    ...commandTypes,
    ...complaintEventTypes,
  ].filter((code) => !/^\d+$/u.test(code)),
);

/** What stands in a letter and is no word of it: numbers of files, addresses of pages and mails. */
const withoutAddresses = (text: string): string =>
  text
    .replace(/\S+@\S+/gu, '')
    .replace(/\b(?:[a-z-]+\.)+[a-z]{2,}\b/gu, '')
    .replace(/\b[A-Z]{2,4}-\d{6}-[A-Z0-9]\b/gu, '');

const wordsOf = (text: string): readonly string[] =>
  withoutAddresses(text).match(/[\p{L}\d]+(?:-[\p{L}\d]+)*/gu) ?? [];

/** What each letter has to hold, by the obligation that demands it. */
const demanded: Readonly<Record<string, RegExp>> = {
  'O-15': /(?:número de seguimiento|número de folio): [A-Z]{2}-\d{6}-[A-Z0-9]/iu,
  'O-17': /Conserve este número/u,
  'O-24': /Causas: \p{L}/u,
  'O-25': /(?:Resolución: .+ es (?:procedente|improcedente)|es (?:procedente|improcedente)\.)/u,
  'O-26': /(?:Restablecimiento: |quedó restablecido)/u,
  'O-30': /(?:Fecha: \p{L}+ \d+ de|acordado para el \p{L}+ \d+ de)/u,
  'O-34': /Historia:\n- \d+ de/u,
  'O-35': /Tipo de solicitud: /u,
  'I-10':
    /Procuraduría Federal del Consumidor \(PROFECO\), teléfonos 55 5568 8722 y 800 468 8722, en línea en Concilianet \(concilianet\.profeco\.gob\.mx\)/u,
};

/** Over personal data another authority decides than over the request. */
const overData = /Secretaría Anticorrupción y Buen Gobierno/u;

const demandedOf = (obligation: string, kind: string): RegExp | undefined =>
  kind === 'arco' && obligation === 'I-10' ? overData : demanded[obligation];

describe.each(providers)('the gallery of the letters of $name', ({ id, name, channels, folio }) => {
  const page = gallery(id);
  const spanish = shown(page, 'es');

  it('shows a letter of every kind in both languages but the one that tells any of several (further)', () => {
    const kinds = noticeKinds.filter((kind) => kind !== 'further');
    expect(new Set(spanish.map(({ kind }) => kind))).toEqual(new Set(kinds));
    expect(shown(page, 'en').map(({ kind }) => kind)).toEqual(spanish.map(({ kind }) => kind));
  });

  it.each(spanish)('$name: holds what its obligations demand, in the words of the provider', (letter) => {
    for (const obligation of ['O-15', ...letter.obligations]) {
      const demand = demandedOf(obligation, letter.kind);
      if (demand !== undefined) expect(letter.text).toMatch(demand);
    }
    expect(letter.text).toContain(name);
    expect(letter.text.toLowerCase()).toContain(folio.label.es);
    if (letter.kind === 'certificate') return;
    for (const { label, contactPoints } of channels)
      for (const { value } of contactPoints) expect(letter.text).toContain(`- ${label.es}: ${value} (`);
  });

  it.each(spanish)('$name: holds no code, no English word and no instant in UTC', ({ text }) => {
    const found = wordsOf(text).filter(
      (word) =>
        !sameInSpanish.has(word) && (codes.has(word) || english.includes(word) || /\p{Ll}\p{Lu}/u.test(word)),
    );
    expect(found).toEqual([]);
    expect(text).not.toMatch(/\d{4}-\d\d-\d\d|\d\d:\d\d(?::\d\d)?Z|America\//u);
    expect(text).not.toMatch(/suprimido|reservado|undefined|null|\bNaN\b|\[object/u);
  });

  it.each(spanish)('$name: has no leftovers of a sentence that was put together', ({ text }) => {
    expect(text).not.toMatch(/\.\.|[.,;:] ?[.,;]|\S {2}|\b(?:de|a) el\b|\( | \)|\(\)|\n{3}/u);
  });

  it('has a page on which no line parts a folio, an amount, a time or a telephone number', () => {
    const html = readFileSync(join(__dirname, `../../docs/gallery/${id}.html`), 'utf8');
    const parted = html.replaceAll(/<span class="whole">[^<]*<\/span>/g, '');
    expect(html).toContain('.whole { white-space: nowrap; }');
    expect(parted).not.toMatch(/[A-Z]{2}-\d{6}|\$\d|\d\d:\d\d h\b|\d{3} \d{4}/u);
  });

  it('gives times as those of a zone in words', () => {
    for (const { text } of spanish)
      if (/\d\d:\d\d h\b/u.test(text.split('\n\nAtentamente,')[0] ?? ''))
        expect(text).toContain('hora del centro');
  });
});
