import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../support/built.js';
import { entryPoints, filesIn, scratch, tarball } from './packed.js';

jest.setTimeout(300_000);

const bin = (name: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin', name), args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, said: `${stdout}${stderr}` };
};

describe('the packed package', () => {
  let packed: string;

  beforeAll(() => {
    packed = tarball(scratch());
  });

  it('holds what runs, its sources, and what a person reads first; nothing else', () => {
    const tops = new Set(filesIn(packed).map((name) => name.split('/')[0]));
    expect(
      [...tops].filter((top) => !/^(README.*|CHANGELOG|LICENSE)(\.md)?$/.test(top ?? '')).sort(),
    ).toEqual(['dist', 'package.json', 'src']);
    expect([...tops]).toContain('LICENSE');
  });

  it('says for itself the same to every bundler and loader (publint)', () => {
    const { status, said } = bin('publint', 'run', packed, '--strict');
    expect({ status, said }).toEqual({ status: 0, said: expect.stringMatching(/All good/) });
  });

  it('has the right types for importers and for requirers (are the types wrong?)', () => {
    const { status, said } = bin('attw', packed, '--profile', 'node16', '--format', 'ascii');
    expect({ status, said }).toMatchObject({ status: 0 });
    const right = [...said.matchAll(/from (CJS|ESM)\): 🟢 \(\1\)/g)];
    expect(right).toHaveLength(2 * entryPoints().length);
  });
});
