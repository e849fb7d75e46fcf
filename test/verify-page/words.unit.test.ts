import { describe, expect, it } from '@jest/globals';
import { roles } from '../../src/domain/complaint/vocabulary.js';
import {
  clockStates,
  faultText,
  filled,
  roleText,
  said,
  stateTexts,
  stepTexts,
  texts,
} from '../../verify-page/words.js';
import { bundleFaultTexts } from '../../src/jobs/verify/fault.js';
import { foreignIn } from '../support/foreign-words.js';

/** Files of a bundle, its format and what is written in its notes, which are the same in either language. */
const withoutNames = (text: string): string =>
  text.replace(/\{\w+(?::[^}]*)?\}|\(trust: "self"\)|archivo checkpoint|\bZIP\b|nombre\+id\+base64/g, '');

const tables = { texts, said, stepTexts, stateTexts, clockStates };

/** Every Spanish sentence and heading of the page. */
const spanish = Object.entries(tables).flatMap(([table, entries]) =>
  Object.entries(entries)
    // It is the button that leads to the other language.
    .filter(([name]) => !(table === 'texts' && name === 'other'))
    .flatMap(([name, { es }]: readonly [string, { readonly es: string | readonly string[] }]) =>
      (typeof es === 'string' ? [es] : es).map((text) => [`${table}.${name}`, text] as const),
    ),
);

describe('verify.html in Spanish', () => {
  it.each(spanish)('holds no code and no English word: %s', (_name, text) => {
    expect(foreignIn(withoutNames(text))).toEqual([]);
  });

  it('holds no code and no English word in what can be wrong with a bundle', () => {
    for (const { es } of Object.values(bundleFaultTexts)) expect(foreignIn(withoutNames(es))).toEqual([]);
    expect(faultText({ code: 'file-missing', file: 'manifiesto', at: undefined }, 'es')).toBe(
      'Falta manifiesto.',
    );
  });

  it('tells roles by what they are called', () => {
    expect(foreignIn(roles.map((role) => roleText(role, 'es')).join(' '))).toEqual([]);
    expect(roleText('helper', 'es')).toBe('helper');
  });

  it('tells one of what is counted in the singular', () => {
    const told = { entries: '1', origin: 'a', size: '1', count: 1, name: 'p', index: '0', file: 'f' };
    expect(filled(said.passed.es, told)).toContain('1 evento de a');
    expect(filled(said.passed.es, { ...told, entries: '1,001' })).toContain('1,001 eventos de a');
    expect(filled(said.proofText.es, told)).toMatch(/con 1 huella\.$/);
    expect(filled(said.chosenFolder.es, told)).toBe('Carpeta: p (1 archivo)');
  });
});
