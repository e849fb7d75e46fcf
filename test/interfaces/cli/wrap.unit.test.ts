import { describe, expect, it } from '@jest/globals';
import { coloursFor } from '../../../src/interfaces/cli/terminal/colours.js';
import { wrapped } from '../../../src/interfaces/cli/terminal/wrap.js';

const space = (isTTY: boolean, columns: number) => ({ isTTY, columns, colours: coloursFor(false, {}) });
const letter = `Le informamos el resultado de su reporte de falla.\n\n  ${'palabra '.repeat(20).trim()}`;

describe('a letter on a terminal', () => {
  it('is broken between words, within its margin', () => {
    const lines = wrapped(space(true, 50), letter, '  ').split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(50);
    expect(lines.join(' ').split(/\s+/).filter(Boolean)).toEqual(letter.split(/\s+/));
    expect(
      lines.filter((line) => line.includes('palabra')).every((line) => line.startsWith('    palabra')),
    ).toBe(true);
  });

  it('is never broken between a figure and its unit', () => {
    const told =
      'Quedó restablecido el 10 de noviembre de 2026, 18:01 h. Se devuelven $1,005.76 MXN en 15 min.';
    for (let columns = 20; columns <= 100; columns += 1) {
      const lines = wrapped(space(true, columns), told).split('\n');
      expect(lines.join(' ')).toBe(told);
      expect(lines.filter((line) => /^(?:h|MXN|min)\b/.test(line))).toEqual([]);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
    }
  });

  it('is left as it is in a pipe', () => {
    expect(wrapped(space(false, 50), letter)).toBe(letter);
  });
});
