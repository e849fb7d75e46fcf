import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { refusals } from '../../../src/application/commands/refusals.js';
import { fillIn, namesIn } from '../../../src/domain/kernel/rejection-text.js';
import { conectared } from '../../../src/domain/provider/conectared.js';
import { digestText } from '../../../src/domain/texts/deadlines/alert-text.js';
import { procedureOf, procedureText } from '../../../src/domain/texts/index.js';
import { otherTexts, usageTexts } from '../../../src/interfaces/cli/fault-texts.js';

/** What is counted in our texts. */
const counted =
  'días|horas|minutos|eventos|solicitudes|quejas|comandos|folios|renglones|casos|visitas|personas|flujos|archivos|llaves|asignados|libres|anulados|vencidos|days|hours|minutes|events|requests|complaints|commands|rows|cases|visits|persons|streams|files|keys';

/** One of them, and a word in the plural behind it. */
const oneOfSeveral = new RegExp(
  `(?<![\\d.,:/-])1 (?:más |more |calendar |business |different )?(?:${counted})\\b`,
  'gu',
);

const oneIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(oneOfSeveral), ([found]) => found);

/** A text with 1 for every detail. */
const withOne = (text: string): string =>
  fillIn(text, Object.fromEntries(namesIn(text).map((name) => [name, 1])));

/** A number that is filled in, and a word behind it that is the plural whatever the number is. */
const alwaysSeveral = new RegExp(
  `\\{(?!program)\\w+\\} (?:más |more |calendar |business |different )?(?:${counted})\\b`,
  'u',
);

const root = join(__dirname, '../../..');
const sources = ['src', 'verify-page']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  // The page that verifies, as it is put into a bundle, is one line.
  .filter((name) => name.endsWith('.ts') && !name.endsWith('verify-page.ts'));

describe('one of what is counted is told in the singular', () => {
  it('in every refusal and fault, in both languages', () => {
    const texts = Object.values({ ...refusals, ...usageTexts, ...otherTexts });
    expect(texts.length).toBeGreaterThan(150);
    for (const { es, en } of texts)
      for (const text of [es, en]) expect({ text, one: oneIn(withOne(text)) }).toEqual({ text, one: [] });
  });

  it('in every other text that leaves a number to be filled in', () => {
    const lines = sources.flatMap((name) =>
      readFileSync(join(root, name), 'utf8')
        .split('\n')
        .filter((line) => alwaysSeveral.test(line) && !line.includes('=== 1 ?'))
        .map((line) => `${name}: ${line.trim()}`),
    );
    expect(lines).toEqual([]);
  });

  it('in the procedure and the digest of a provider whose terms are of one day', () => {
    const policy = {
      ...conectared.policy,
      reopeningDays: 1,
      lapseDays: 1,
      reachAttempts: 1,
      visitWindowHours: 1,
    };
    const digest = digestText({ complaints: 1, warnings: 1, breaches: 1, escalations: 1 });
    for (const language of ['es', 'en'] as const) {
      const text = procedureText(procedureOf({ ...conectared, policy }, { year: 2026, language }));
      expect(oneIn(`${text}\n${digest[language]}`)).toEqual([]);
    }
  });
});
