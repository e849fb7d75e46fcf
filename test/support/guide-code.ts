import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { transformSync } from '@swc/core';

/** The TypeScript that a guide shows, piece by piece. */
export const codeIn = (guide: string): readonly string[] =>
  [
    ...readFileSync(join(__dirname, '../../docs/guides', guide), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g),
  ].map(([, code = '']) => code);

/** Runs the text of a guide as a module; gives what it exports. */
export const runModule = (
  code: string,
  modules: Readonly<Record<string, unknown>>,
): Record<string, unknown> => {
  const exported: Record<string, unknown> = {};
  const { code: plain } = transformSync(code, {
    module: { type: 'commonjs' },
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
  });
  runInNewContext(plain, { exports: exported, require: (name: string) => modules[name], Object, Symbol });
  return exported;
};
