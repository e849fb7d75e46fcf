import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  capitalised,
  harmless,
  inline,
  quoted,
  uncapitalised,
} from '../../../src/domain/texts/plain-text.js';

const hostile: readonly (readonly [string, string, string])[] = [
  ['a colour', 'a\u001b[31mb\u001b[0mc', 'abc'],
  ['a screen that is wiped', '\u001b[2J\u001b[Hlisto', 'listo'],
  ['a window title', 'a\u001b]0;root@host\u0007b', 'ab'],
  ['a link', '\u001b]8;;http://x.example\u001b\\aquí\u001b]8;;\u001b\\', 'aquí'],
  ['a clipboard that is written', 'a\u001b]52;c;cm0gLXJm\u0007b', 'ab'],
  ['a sequence that never ends, up to the end of its line', 'a\u001b]0;b\nc', 'a\nc'],
  ['an escape of one byte', 'a\u009b31mb\u009d0;t\u009cc', 'abc'],
  ['an escape at the end', 'a\u001b', 'a'],
  ['an escape within an escape', 'a\u001b\u001b[31mb', 'ab'],
  ['a bell, a backspace, a null', 'a\u0007b\bc\u0000d', 'abcd'],
  ['a delete', 'a\u007fb', 'ab'],
  ['an override of direction', 'pago \u202e001$\u202c', 'pago 001$'],
  ['an isolate', 'a\u2066b\u2069c', 'abc'],
  ['a byte order mark and a zero-width space', '\ufeffa\u200bb', 'ab'],
  ['invisible tags', 'a\u{e0041}\u{e007f}b', 'ab'],
  ['half a surrogate pair', 'a\ud83db\udc4dc', 'a\ufffdb\ufffdc'],
];

describe('Hostile text', () => {
  it.each(hostile)('does no harm: %s', (_name, text, expected) => {
    expect(harmless(text)).toBe(expected);
  });

  it('leaves people’s own letters as they are', () => {
    const text = 'Ñandú, ¿qué pasó? «Así» – 100 % 👩‍🔧 日本語 می‌خواهم\n\tx';
    expect(harmless(text)).toBe(text);
  });

  it('has one kind of line end', () => {
    expect(harmless('a\r\nb\rc\u2028d\u2029e\u0085f')).toBe('a\nb\nc\nd\ne\nf');
  });

  it('stays in one line within a sentence', () => {
    expect(inline('  Ana\n\nAtentamente,\r\nOtro\u00a0Proveedor ')).toBe('Ana Atentamente, Otro Proveedor');
  });

  it('stays set in from the margin where it is quoted', () => {
    expect(quoted('\nuno\r\n\r\nAtentamente,\u2028dos ')).toBe('  uno\n\n  Atentamente,\n  dos');
  });

  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
    fc
      .array(
        fc.constantFrom(
          '\u001b',
          '[',
          ']',
          '\u009b',
          '\u0007',
          '\n',
          '\r',
          'm',
          '0',
          '\u202e',
          '\ud800',
          '\\',
        ),
      )
      .map((parts) => parts.join('')),
  );

  it('of any kind leaves nothing that a terminal or a reader’s eye would follow', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const safe = harmless(text);
        expect(safe).not.toMatch(
          /(?![\n\t])\p{Cc}|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u,
        );
        expect(harmless(safe)).toBe(safe);
      }),
    );
  });

  it('of any kind starts no line of ours', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(inline(text)).not.toMatch(/[\n\t]|^\s|\s$/u);
        for (const line of quoted(text).split('\n')) expect(line === '' || line.startsWith('  ')).toBe(true);
      }),
    );
  });
});

describe('A capital at the beginning, and a small letter instead of it', () => {
  it.each([
    ['órdenes', 'Órdenes'],
    ['ñ', 'Ñ'],
    ['𐐨a', '𐐀a'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(capitalised(text)).toBe(expected);
    expect(uncapitalised(expected)).toBe(text);
  });
});
