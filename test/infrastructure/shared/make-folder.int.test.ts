import { existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { codeOf } from '../../../src/application/errors/code-of.js';
import { makeFolder } from '../../../src/infrastructure/shared/make-folder.js';
import { removeScratch, scratchFolder } from '../../composition/opened.js';

afterAll(removeScratch);

const codeAt = (path: string): unknown => {
  try {
    makeFolder(path);
    return 'made';
  } catch (error) {
    return codeOf(error) ?? error;
  }
};

describe('a folder that is made', () => {
  it('has those above it made too, with the rights that are asked for, and may be there already', () => {
    const folder = scratchFolder();
    makeFolder(join(folder, 'a', 'b', 'c'), 0o700);
    for (const name of ['a', 'a/b', 'a/b/c']) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o700);
    expect(codeAt(join(folder, 'a', 'b'))).toBe('made');
    mkdirSync(join(folder, 'real'));
    symlinkSync('real', join(folder, 'link'));
    expect(codeAt(join(folder, 'link', 'below'))).toBe('made');
    expect(existsSync(join(folder, 'real', 'below'))).toBe(true);
  });

  it('is told by a code where it cannot be: below a file, by a link without end or nowhere, with too long a name', () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'file'), '');
    symlinkSync('loop', join(folder, 'loop'));
    symlinkSync('nowhere', join(folder, 'dangling'));
    const codes = ['file', 'file/x', 'loop/x', 'dangling', 'x'.repeat(300)].map((name) =>
      codeAt(join(folder, name)),
    );
    expect(codes).toEqual(['EEXIST', 'ENOTDIR', 'ELOOP', 'EEXIST', 'ENAMETOOLONG']);
  });

  const proc = existsSync('/proc/self') ? it : it.skip;
  proc('ends in /proc, where a folder that is there says of a new one that it does not exist', () => {
    expect(codeAt('/proc/quejas')).toBe('ENOENT');
    expect(codeAt('/proc/quejas/below')).toBe('ENOENT');
  });
});
