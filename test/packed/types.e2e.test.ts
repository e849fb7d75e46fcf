import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { switchesOverCodes } from '../support/switch-over-codes.js';
import { consumer, scratch, tarball } from './packed.js';

jest.setTimeout(300_000);

/** The planted mistakes, each expected by a line above it; a host's own file. */
const mistakes = join(__dirname, '../types/front-door.ts');

describe('the types of the packed package', () => {
  let packed: string;
  beforeAll(() => {
    packed = tarball(scratch());
  });

  it.each(['esm', 'cjs'])(
    'refuse a misspelt code, role, store scheme or queue, and check that a switch names every code (%s)',
    (name) => {
      const { folder, compile } = consumer(name, packed);
      const files = ['front-door.ts', 'codes.ts'];
      copyFileSync(mistakes, join(folder, 'front-door.ts'));
      writeFileSync(join(folder, 'codes.ts'), switchesOverCodes());
      const config: unknown = JSON.parse(readFileSync(join(folder, 'tsconfig.json'), 'utf8'));
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(Object.assign({}, config, { files })));
      expect(compile()).toEqual({ status: 0, stdout: '', stderr: '' });
      writeFileSync(
        join(folder, 'codes.ts'),
        switchesOverCodes().replace("case 'folio-unknown':", "case 'folio-unkown':"),
      );
      expect(compile()).toMatchObject({ status: 2, stdout: expect.stringContaining('folio-unkown') });
    },
  );
});
