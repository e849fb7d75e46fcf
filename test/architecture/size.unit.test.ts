import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '../support/built.js';
import { codeLines, sourcesBelow } from './sources.js';

const sizes = sourcesBelow(join(root, 'src')).map((source) => ({
  path: source.path,
  lines: codeLines(source),
}));

const percentile = (p: number): number => {
  const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
  return sorted[Math.ceil((p / 100) * sorted.length) - 1] ?? 0;
};
const longerThan = (limit: number): readonly string[] =>
  sizes.filter(({ lines }) => lines > limit).map(({ path, lines }) => `${path}: ${lines}`);

describe('a file has one reason to exist', () => {
  it('nine of ten files have at most 150 lines of code', () => {
    expect(percentile(90)).toBeLessThanOrEqual(150);
  });

  it('no file has more than 300 lines of code', () => {
    expect(longerThan(300)).toEqual([]);
  });

  it('where blank lines and comments are not counted, but every line of a text in code is', () => {
    const planted = sourcesBelow(join(__dirname, 'fixtures/planted/src'));
    expect(planted.filter(({ path }) => path === 'counted.ts').map(codeLines)).toEqual([3]);
  });
});
