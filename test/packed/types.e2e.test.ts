import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { switchesOverCodes } from '../support/switch-over-codes.js';
import { consumer, entryPoints, scratch, tarball } from './packed.js';

jest.setTimeout(300_000);

/** The planted mistakes, each expected by a line above it; a host's own file. */
const mistakes = join(__dirname, '../types/front-door.ts');

/** What a host may turn on beside `strict`: our own types must hold under it. */
const strict = {
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
};

describe('the types of the packed package', () => {
  let packed: string;
  beforeAll(() => {
    packed = tarball(scratch());
  });

  it.each(['esm', 'cjs'])(
    'hold for the strictest host, refuse a misspelt code, role, store scheme or queue, and check that a switch names every code (%s)',
    (name) => {
      const { folder, compileAs } = consumer(name, packed);
      const files = ['front-door.ts', 'codes.ts', 'entries.ts'];
      const entries = entryPoints().filter((entry) => entry !== 'quejas/inversify');
      writeFileSync(
        join(folder, 'entries.ts'),
        entries.map((entry, index) => `export type * as e${String(index)} from '${entry}';\n`).join(''),
      );
      copyFileSync(mistakes, join(folder, 'front-door.ts'));
      writeFileSync(join(folder, 'codes.ts'), switchesOverCodes());
      writeFileSync(
        join(folder, 'strict.json'),
        JSON.stringify({ extends: './tsconfig.json', compilerOptions: strict, files }),
      );
      const compile = () => compileAs('strict.json');
      expect(compile()).toEqual({ status: 0, stdout: '', stderr: '' });
      writeFileSync(
        join(folder, 'codes.ts'),
        switchesOverCodes().replace("case 'folio-unknown':", "case 'folio-unkown':"),
      );
      expect(compile()).toMatchObject({ status: 2, stdout: expect.stringContaining('folio-unkown') });
    },
  );
});
