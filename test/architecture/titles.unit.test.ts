import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { root } from '../support/built.js';
import { sourcesBelow, type Source } from './sources.js';

/** The function that a call begins with: `it` of `it.each([…])('…')`. */
const beginningOf = (callee: ts.Expression): string => {
  if (ts.isIdentifier(callee)) return callee.text;
  return ts.isCallExpression(callee) || ts.isPropertyAccessExpression(callee)
    ? beginningOf(callee.expression)
    : '';
};

const titlesIn = ({ file }: Pick<Source, 'file'>): readonly string[] => {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(?:it|test)(?:[A-Z]|$)/u.test(beginningOf(node.expression))) {
      const [first] = node.arguments;
      if (first !== undefined && ts.isStringLiteralLike(first)) found.push(first.text);
    }
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
};

const goesOn = (title: string): boolean => /^(?:and|or|but) /u.test(title);

describe('The titles of tests', () => {
  it('can be read alone: none goes on with what the one before says', () => {
    const sources = sourcesBelow(join(root, 'test')).filter(({ path }) => path.endsWith('.test.ts'));
    expect(sources.flatMap(titlesIn).length).toBeGreaterThan(1_500);
    expect(
      sources.flatMap((source) =>
        titlesIn(source)
          .filter(goesOn)
          .map((title) => `${source.path}: ${title}`),
      ),
    ).toEqual([]);
  });

  it('are found in every form in which tests are written', () => {
    const text = "it('and so', f); it.each(['a'])('or %s', f); itWithShared('x')('but', f);";
    const file = ts.createSourceFile('planted.ts', text, ts.ScriptTarget.ES2023, true);
    expect(titlesIn({ file })).toEqual(['and so', 'or %s', 'but', 'x']);
  });
});
