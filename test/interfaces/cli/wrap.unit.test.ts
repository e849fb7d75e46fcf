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

  it('is left as it is in a pipe', () => {
    expect(wrapped(space(false, 50), letter)).toBe(letter);
  });
});
