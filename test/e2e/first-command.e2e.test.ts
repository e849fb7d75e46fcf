import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root } from '../support/built.js';

jest.setTimeout(900_000);

const clone = mkdtempSync(join(tmpdir(), 'quejas-clone-'));
afterAll(() => rmSync(clone, { recursive: true, force: true }));

/** What a clone does not bring: dependencies, builds, the repository itself. */
const isLeftOut = (path: string): boolean =>
  /^(node_modules|dist.*|\.git|coverage|reports)$/.test(basename(path));

/** Ours without what npm and Jest left in it, so that npm finds its settings in the clone alone. */
const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_ENV|NODE$|JEST_|QUEJAS_TEST)/i.test(name)),
  ),
  QUEJAS_NODE_CACHE: process.env['QUEJAS_NODE_CACHE'] ?? join(root, 'node_modules/.cache/quejas-node'),
});

const onNode20 = (...command: readonly string[]) => {
  const script = join(root, 'scripts/on-supported-node.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, '--node', '20.19.5', '--', ...command],
    { cwd: clone, encoding: 'utf8', env: environment() },
  );
  return { status, stdout, stderr };
};

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');

describe('the first command of the README, from a clean clone on Node 20', () => {
  it('works, and shows at most ten lines before its own first word', () => {
    cpSync(root, clone, { recursive: true, filter: (path) => path === root || !isLeftOut(path) });
    const installed = onNode20('npm', 'ci', '--prefer-offline');
    expect(installed).toMatchObject({ status: 0 });
    const shown = onNode20('npm', 'run', 'demo');
    expect(shown).toMatchObject({ status: 0 });
    const [before = '', after] = shown.stdout.split(/^(?=\d+ días de )/m);
    expect(after).toContain('La vida de una solicitud');
    const first = [installed.stdout, installed.stderr, before, shown.stderr].flatMap(linesOf);
    expect(first.filter((line) => /EBADENGINE/.test(line))).toEqual([]);
    expect(first.length).toBeLessThanOrEqual(10);
    expect(first.filter((line) => /Node 20\.19\.5 is older than/.test(line))).toHaveLength(1);
  });
});
