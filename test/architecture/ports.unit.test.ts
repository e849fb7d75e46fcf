import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { root } from '../support/built.js';
import { sourcesBelow, type Source } from './sources.js';

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** What a module gives besides types, and what it only passes on. */
const otherThanTypes = ({ path, file }: Source): readonly string[] =>
  file.statements
    .filter(
      (statement) =>
        ts.isExportDeclaration(statement) ||
        (isExported(statement) &&
          !ts.isInterfaceDeclaration(statement) &&
          !ts.isTypeAliasDeclaration(statement)),
    )
    .map(
      (statement) =>
        `${path}: ${
          statement
            .getText(file)
            .split(/[:=({]/u, 1)[0]
            ?.trim() ?? ''
        }`,
    );

describe('the ports of the application', () => {
  it('are types, which a host or an adapter fits; the one value is a logger that says nothing', () => {
    expect(sourcesBelow(join(root, 'src/application/ports')).flatMap(otherThanTypes)).toEqual([
      'logger.ts: export const silentLogger',
    ]);
  });

  it('are guarded by a check that finds functions, constants and what is passed on elsewhere', () => {
    const source = (text: string): Source => ({
      path: 'planted.ts',
      file: ts.createSourceFile('planted.ts', text, ts.ScriptTarget.ES2023, true),
    });
    const planted = `export interface Port { readonly ask: () => void }
      export type Name = string;
      export const made = (name: Name): Port => ({ ask: () => void name });
      export function again(): void {}
      export type * from './other.js';`;
    expect(otherThanTypes(source(planted))).toEqual([
      'planted.ts: export const made',
      'planted.ts: export function again',
      "planted.ts: export type * from './other.js';",
    ]);
  });
});
