import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
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
      [...tops].filter((top) => !/^(README.*|CHANGELOG|CONTRIBUTING|LICENSE)(\.md)?$/.test(top ?? '')).sort(),
    ).toEqual(['SECURITY.md', 'dist', 'docs', 'package.json', 'src']);
    expect([...tops]).toContain('LICENSE');
  });

  it('has everything that its READMEs, guides and decisions lead to by a relative link', () => {
    const files = filesIn(packed);
    const folders = new Set(files.map((name) => posix.dirname(name)));
    const texts = files.filter((name) => /^(README.*|docs\/(guides|adr)\/.*|docs\/proofs)\.md$/.test(name));
    const links = texts.flatMap((name) =>
      [...readFileSync(join(root, name), 'utf8').matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(
        ([, to = '']) => posix.join(posix.dirname(name), to).replace(/\/$/, ''),
      ),
    );
    expect(texts.length).toBeGreaterThanOrEqual(10);
    expect(links.length).toBeGreaterThanOrEqual(30);
    expect(links.filter((to) => !files.includes(to) && !folders.has(to))).toEqual([]);
  });

  it('says where it comes from, and where to tell of faults', () => {
    const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const address = expect.stringMatching(/^(git\+)?https:\/\//);
    expect(manifest).toMatchObject({
      repository: { url: address },
      homepage: address,
      bugs: { url: address },
    });
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
