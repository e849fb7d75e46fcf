import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { root } from '../support/built.js';
import { sourcesBelow } from './sources.js';

const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each: unknown) => typeof each === 'string');

const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const dependencies = (): Readonly<Record<string, string>> => {
  const found: unknown =
    typeof manifest === 'object' && manifest !== null && 'dependencies' in manifest
      ? manifest.dependencies
      : undefined;
  if (!isTexts(found)) throw new Error('package.json has no dependencies');
  return found;
};

/** `date-fns` of `date-fns/format`, `@date-fns/tz` of itself; nothing of ours or of Node. */
const packageOf = (specifier: string): string | undefined => {
  if (specifier.startsWith('.') || specifier.startsWith('node:')) return undefined;
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
};

/** What is stored, hashed or signed is made by these: the rules, the formats, and what writes files with digests. */
const makers = ['domain', 'application', 'jobs', 'infrastructure/bundle', 'infrastructure/parquet'];

const importedBy = (folder: string): readonly string[] =>
  sourcesBelow(join(root, 'src', folder)).flatMap(({ file }) =>
    file.statements.flatMap((statement) =>
      ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)
        ? (packageOf(statement.moduleSpecifier.text) ?? [])
        : [],
    ),
  );

describe('what is stored, hashed or signed', () => {
  it('is computed by exactly pinned versions of the packages that take part in it', () => {
    const versions = dependencies();
    const used = [...new Set(makers.flatMap(importedBy))].filter((name) => name in versions).toSorted();
    expect(used).toEqual(expect.arrayContaining(['date-fns', 'json-canonicalize']));
    expect(used.filter((name) => !/^\d+\.\d+\.\d+$/.test(versions[name] ?? ''))).toEqual([]);
  });
});
