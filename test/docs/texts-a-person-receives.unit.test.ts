import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { endingLabels } from '../../src/domain/texts/labels/requests.js';
import { sharedVocabulary } from '../../src/domain/texts/labels/vocabulary.js';
import { holdLabels } from '../../src/domain/texts/labels/work.js';

const root = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The Spanish letters of both providers, by what the gallery calls them. */
const letters = ['conectared', 'emenet'].flatMap((provider) => {
  const [spanish = ''] = read(`docs/gallery/${provider}.md`).split('\n## English\n');
  return Array.from(
    spanish.matchAll(/### ([^\n]+)\n\n`([a-z-]+)`[^\n]*\n\n```text\n([\s\S]*?)\n```/g),
    ([, name = '', kind = '', text = '']) => ({ provider, name, kind, text }),
  );
});

const everyLetter = letters.map(({ text }) => text).join('\n');
const called = (name: string) => letters.filter((letter) => letter.name === name);
const saidIn = (pattern: RegExp): readonly string[] =>
  Array.from(everyLetter.matchAll(pattern), ([, said = '']) => said);

describe('a text that a person receives', () => {
  it('names causes by their labels, accents and all, and never by a code', () => {
    const labels = Object.values(sharedVocabulary.causes).map(({ es }) => es);
    const causes = saidIn(/^Causas: (.+)\.$/gm);
    expect(causes.length).toBeGreaterThan(4);
    for (const said of causes) expect(labels).toEqual(expect.arrayContaining(said.split(', ')));
  });

  it('gives the ground in prose', () => {
    const grounds = saidIn(/^Fundamento: (.+)\.$/gm);
    expect(grounds.length).toBeGreaterThan(4);
    for (const said of grounds) expect(said).toMatch(/^\p{Ll}[^.]* \p{L}/u);
  });

  it("says a true sentence where the fault is in the user's own equipment", () => {
    const told = called('Falla fuera de nuestra parte');
    expect(told).toHaveLength(2);
    for (const { text } of told) {
      expect(text).toContain('La falla está en el equipo o la instalación propios del usuario');
      expect(text).not.toMatch(/no se encontró ninguna falla|cancelar/);
    }
  });

  it('speaks of suppressed data nowhere where nothing was erased', () => {
    expect(everyLetter).not.toMatch(/suprimid/);
  });

  it('tells each ending and each hold by words of its own', () => {
    for (const labels of [endingLabels, holdLabels]) {
      const said = Object.values(labels).map(({ es }) => es);
      expect(new Set(said).size).toBe(said.length);
    }
    expect(holdLabels.crew.es).toBe('en espera de una cuadrilla');
    expect(endingLabels.lapsed.es).toBe('concluida por falta de seguimiento');
  });

  it('calls a request what its provider calls it, a doubt a doubt, and a procedure by its name', () => {
    expect(everyLetter).toContain('su solicitud de aclaración');
    expect(everyLetter).toContain('Respuesta a su duda.');
    expect(everyLetter).toContain('su trámite de cambio de titular');
    expect(everyLetter).not.toMatch(/\bsu aclaración\b/);
  });

  it('says by message (WhatsApp), with no brackets within brackets', () => {
    expect(everyLetter).toContain('por mensaje (WhatsApp)');
    expect(everyLetter).not.toMatch(/\([^()\n]*\(/);
  });

  it.each([
    'Resultado improcedente',
    'Solicitud no admitida',
    'Solicitud concluida por falta de seguimiento',
  ])('names the next instance in full: %s', (name) => {
    expect(called(name)).toHaveLength(2);
    for (const { text } of called(name))
      expect(text).toMatch(
        /Procuraduría Federal del Consumidor \(PROFECO\), teléfonos 55 5568 8722 y 800 468 8722, en línea en Concilianet/,
      );
  });

  it.each([
    'Respuesta a una duda',
    'Respuesta a una consulta',
    'Respuesta a una sugerencia',
    'Trámite realizado',
    'Cancelación',
  ])('is there for every kind of request: %s', (name) => {
    expect(called(name)).toHaveLength(2);
  });
});

/** What else was once told wrongly, and the test that holds it. */
const shownBy: readonly (readonly [what: string, file: string, title: string])[] = [
  [
    'a word without a label is not accepted where a user reads it',
    'test/stories/letters-that-are-due.int.test.ts',
    'say no word that has no label',
  ],
  [
    'a profile adds its own words',
    'test/stories/letters-that-are-due.int.test.ts',
    'the words that a profile adds',
  ],
  [
    'a complaint about the service is technical',
    'test/stories/letters-that-are-due.int.test.ts',
    'do not let three days without internet become something else',
  ],
  [
    'a constancia has the times of facts, in words, the remedy and the issuer',
    'test/stories/letters-that-are-due.int.test.ts',
    'prove in the constancia the remedy',
  ],
  [
    'the visit that stands, its visitor, and letters for visits moved and missed',
    'test/stories/letters-that-are-due.int.test.ts',
    'name the visitor, and tell the visit that stands',
  ],
  [
    'one currency a case',
    'test/domain/complaint/laws-of-money.unit.test.ts',
    'is in one currency in all of a case',
  ],
  [
    'the final notice goes to the recipient of the procedure',
    'test/stories/letters-that-are-due.int.test.ts',
    'go to the user who reported it',
  ],
  [
    'a past letter is rendered as of the event that sent it',
    'test/stories/letters-that-are-due.int.test.ts',
    'is rendered as of the event that sent it',
  ],
  ['hours and means of contact', 'test/docs/letters.unit.test.ts', 'in the words of the provider'],
  [
    'refusals speak in labels and local times',
    'test/domain/texts/told-refusal.unit.test.ts',
    'without a code, an English word or an instant in UTC',
  ],
  [
    'a Spanish terminal',
    'test/interfaces/cli/spanish-terminal.int.test.ts',
    'shows no code, no English word',
  ],
  [
    'show tells which cause, who and how much',
    'test/interfaces/cli/spanish-terminal.int.test.ts',
    'shows which cause, who visits when, and how much',
  ],
  ['one word for one thing', 'test/docs/glossary.unit.test.ts', 'one word for one thing'],
  [
    'what a person types is understood',
    'test/interfaces/cli/typed-values.int.test.ts',
    'what a person types is understood',
  ],
  [
    'no instant is refused by another name than its flag',
    'test/interfaces/cli/typed-values.int.test.ts',
    'is refused by the name of the flag that it was typed with',
  ],
];

describe('what was once told wrongly is held by a test', () => {
  it.each(shownBy)('%s', (_what, file, title) => {
    expect(read(file)).toContain(title);
  });
});
