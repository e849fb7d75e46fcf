import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatFolio, highestNumber } from '../../../src/domain/folio/format.js';
import { parseFolio } from '../../../src/domain/folio/parse.js';
import { rejectionText } from '../../../src/domain/folio/rejections.js';

const codeOf = (text: string, prefix = 'CR') => {
  const parsed = parseFolio(text, prefix);
  return parsed.ok ? parsed.folio : parsed.code;
};

const prefixes = fc.stringMatching(/^[A-Z]{2,4}$/);
const folios = fc
  .tuple(
    fc.oneof(prefixes, fc.constantFrom('CR', 'EM', 'IO', 'OI', 'CO', 'CI', 'OOO')),
    fc.oneof(fc.integer({ min: 1, max: 2_000_000 }), fc.integer({ min: 1, max: highestNumber })),
  )
  .map(([prefix, number]) => ({ prefix, number, folio: formatFolio(prefix, number) ?? '' }))
  .filter(({ folio }) => folio !== '');

describe('a folio is understood as people type and say it', () => {
  it.each([
    'CR-000123-0',
    'cr-000123-0',
    'CR0001230',
    ' cr 000123 0 ',
    'CR 000 123 0',
    'CR–000123—0',
    'CR.000123.0',
    'CR_000123_0',
    'CR-OOO123-0',
    'cr-ooo123-0',
    'CR-000I23-0',
    'CR-oooi23-O',
    'c r o o o i 2 3 o',
    'CR-000123-0'.padEnd(40),
    '\u202aCR-000123-0\u202c',
    '\ufe0fCR\u3164-000123\u2800-0\u034f',
    '\u2068CR\u2011000123\u20110\u2069',
    'CR-000\u200b123-0\ufeff',
  ])('%j is CR-000123-0', (text) => {
    expect(parseFolio(text, 'CR')).toEqual({ ok: true, folio: 'CR-000123-0', prefix: 'CR', number: 123 });
  });

  it('a letter of the prefix may be typed as the digit it looks like', () => {
    const folio = formatFolio('IO', 7) ?? '';
    expect(codeOf(folio.replace('IO', '10'), 'IO')).toBe(folio);
  });

  it('a zero or one at the end may be typed as the letter it looks like', () => {
    expect(formatFolio('CR', 999_931)).toBe('CR-999931-1');
    expect(codeOf('CR-999931-I')).toBe('CR-999931-1');
  });

  it('whatever the format writes is read back, with or without hyphens, in any case', () => {
    fc.assert(
      fc.property(folios, fc.boolean(), fc.boolean(), ({ prefix, number, folio }, hyphens, lower) => {
        const written = hyphens ? folio : folio.replaceAll('-', '');
        const text = lower ? written.toLowerCase() : written;
        expect(parseFolio(text, prefix)).toEqual({ ok: true, folio, prefix, number });
      }),
    );
  });
});

describe('what is no folio is refused with the reason', () => {
  it.each([
    ['', 'folio-malformed'],
    ['CR', 'folio-malformed'],
    ['CR-123-0', 'folio-malformed'],
    ['CR-00123-0', 'folio-malformed'],
    ['CR-0000123-0', 'folio-malformed'],
    ['000123-0', 'folio-malformed'],
    ['CR-000123', 'folio-malformed'],
    ['CR-000123-0-0', 'folio-malformed'],
    ['CR-000123-*', 'folio-malformed'],
    ['CR-000123-ñ', 'folio-malformed'],
    ['\u202a\u202c', 'folio-malformed'],
    ['\u202aCR-000123-3\u202c', 'folio-check-failed'],
    ["CR-000123-0'; drop table", 'folio-malformed'],
    ['C'.repeat(10_000), 'folio-malformed'],
    ['CR-000123-0'.padEnd(41), 'folio-malformed'],
    ['9CR-000123-0', 'folio-malformed'],
    ['CR-000123-3', 'folio-check-failed'],
    ['CR-000124-0', 'folio-check-failed'],
    ['CR-000132-0', 'folio-check-failed'],
    ['CT-000123-0', 'folio-check-failed'],
    ['RC-000123-0', 'folio-check-failed'],
    ['CR-000000-M', 'folio-check-failed'],
    ['CR-OOO123-3', 'folio-check-failed'],
    ['ABC-123456-0', 'folio-check-failed'],
    ['EM-000064-7', 'folio-other-provider'],
    ['em0000647', 'folio-other-provider'],
    ['EM-OOO064-7', 'folio-malformed'],
  ])('"%s": %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it("another provider's folio is never bent into one of ours, however its prefix reads", () => {
    fc.assert(
      fc.property(folios, prefixes, ({ prefix, folio }, ours) => {
        fc.pre(prefix !== ours);
        expect(codeOf(folio, ours)).toBe('folio-other-provider');
        expect(codeOf(folio.replaceAll('-', ''), ours)).toBe('folio-other-provider');
      }),
    );
    expect(codeOf(formatFolio('CRI', 234_567) ?? '', 'CR')).toBe('folio-other-provider');
  });

  it('names the folio and the provider it is of, or quotes what was typed', () => {
    expect(parseFolio('em 000064 7', 'CR')).toEqual({
      ok: false,
      code: 'folio-other-provider',
      details: { folio: 'EM-000064-7', prefix: 'EM' },
    });
    expect(parseFolio('cr 000123 3', 'CR')).toEqual({
      ok: false,
      code: 'folio-check-failed',
      details: { text: 'cr 000123 3' },
    });
  });

  it('says so in Spanish and in English, and shows what a folio looks like', () => {
    const parsed = parseFolio('123', 'CR');
    if (parsed.ok) throw new Error('123 is no folio');
    expect(rejectionText(parsed).es).toContain('«123»');
    expect(rejectionText(parsed).en).toContain('CR-000123-0');
  });

  it('quotes hostile text shortened and well-formed', () => {
    const parsed = parseFolio('\uD83D'.repeat(41), 'CR');
    expect(parsed).toMatchObject({ ok: false, details: { text: '\uFFFD'.repeat(40) } });
  });
});

describe('a slip of the tongue never gives another folio', () => {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*';
  /** True where what was typed reads the same as what was meant. */
  const sameOrRefused = (typed: string, prefix: string, folio: string): boolean => {
    const parsed = parseFolio(typed, prefix);
    return !parsed.ok || parsed.folio === folio;
  };

  const samples = [
    ['CR', 1],
    ['CR', 123],
    ['EM', 101_010],
    ['OI', 10],
    ['CO', 1_000_001],
    ['CI', 1_100_000],
    ['IOIO', 999_999],
  ] as const;

  it.each(samples)('every single wrong character of %s number %d is caught', (prefix, start) => {
    for (let number = start; number < start + 40; number += 1) {
      const folio = formatFolio(prefix, number);
      if (folio === undefined) continue;
      const compact = folio.replaceAll('-', '');
      for (let place = 0; place < compact.length; place += 1)
        for (const other of alphabet) {
          const typed = compact.slice(0, place) + other + compact.slice(place + 1);
          if (!sameOrRefused(typed, prefix, folio)) throw new Error(`${typed} passes for ${folio}`);
        }
    }
  });

  it.each(samples)('every swap of neighbours of %s number %d is caught', (prefix, start) => {
    for (let number = start; number < start + 2000; number += 1) {
      const folio = formatFolio(prefix, number);
      if (folio === undefined) continue;
      const compact = folio.replaceAll('-', '');
      for (let place = 0; place + 1 < compact.length; place += 1) {
        const [a = '', b = ''] = [compact[place], compact[place + 1]];
        const typed = compact.slice(0, place) + b + a + compact.slice(place + 2);
        if (!sameOrRefused(typed, prefix, folio)) throw new Error(`${typed} passes for ${folio}`);
      }
    }
  });

  it('a wrong character that is no look-alike is refused outright', () => {
    fc.assert(
      fc.property(
        folios,
        fc.nat(),
        fc.constantFrom(...Array.from(alphabet)),
        ({ prefix, folio }, at, other) => {
          const compact = folio.replaceAll('-', '');
          const place = at % compact.length;
          const meant = compact[place] ?? '';
          fc.pre(meant !== other && !['0O', 'O0', '1I', 'I1'].includes(meant + other));
          expect(parseFolio(compact.slice(0, place) + other + compact.slice(place + 1), prefix).ok).toBe(
            false,
          );
        },
      ),
    );
  });
});
