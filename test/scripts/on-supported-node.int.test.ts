import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { root } from '../support/built.js';

jest.setTimeout(180_000);

const script = join(root, 'scripts/on-supported-node.mjs');
/** Another Node than the running one, so that it has to come from the registry or the cache. */
const other = process.versions.node === '22.16.0' ? '24.21.0' : '22.16.0';

const onNode = (command: readonly string[], input = '') => {
  const done = spawnSync(process.execPath, [script, '--node', other, '--', ...command], {
    encoding: 'utf8',
    input,
  });
  return { status: done.status, stdout: done.stdout, stderr: done.stderr };
};

describe('a command on a supported Node', () => {
  it('runs on that Node, and whatever it starts does too', () => {
    const nested = `require('child_process').execFileSync('node', ['-v'], { encoding: 'utf8' })`;
    expect(onNode(['node', '-p', `process.version + ' ' + ${nested}`])).toMatchObject({
      status: 0,
      stdout: `v${other} v${other}\n\n`,
    });
  });

  it('reads what we are given, and ends as the command ends', () => {
    const echo = `process.stdin.pipe(process.stdout); process.exitCode = 7;`;
    expect(onNode(['node', '-e', echo], 'hola')).toEqual({ status: 7, stdout: 'hola', stderr: '' });
  });

  it('is installed once for two that need it at the same time', async () => {
    const cache = mkdtempSync(join(tmpdir(), 'quejas-node-'));
    const env = { ...process.env, QUEJAS_NODE_CACHE: cache };
    const both = [1, 2].map(() =>
      spawn(process.execPath, [script, '--node', other, '--', 'node', '-v'], { env, stdio: 'ignore' }),
    );
    const codes = await Promise.all(both.map((child) => once(child, 'exit')));
    const found = readdirSync(cache);
    rmSync(cache, { recursive: true, force: true });
    expect({ codes, found }).toEqual({
      codes: [
        [0, null],
        [0, null],
      ],
      found: [`${other}-${process.platform}-${process.arch}`],
    });
  });

  it('is told of signals, and its death by one is ours', async () => {
    const child = spawn(process.execPath, [
      script,
      '--node',
      other,
      '--',
      'node',
      '-e',
      'console.log(1); setInterval(() => {}, 1e3)',
    ]);
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([null, 'SIGTERM']);
  });

  it('is found on a machine with a Node that is too old, which is told so in one line', () => {
    const tooOld = ['--node', '20.19.5', '--', 'node'];
    const nested = [script, '--', 'node', '-p', 'process.version'];
    const done = spawnSync(process.execPath, [script, ...tooOld, ...nested], { encoding: 'utf8' });
    expect(done).toMatchObject({
      status: 0,
      stdout: 'v24.21.0\n',
      stderr: expect.stringMatching(/^Node 20\.19\.5 is older than 22\.16\.0.* Node 24\.21\.0 .*\n$/),
    });
  });

  it('is asked for in the right way', () => {
    expect(spawnSync(process.execPath, [script, '--node'], { encoding: 'utf8' })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('usage:'),
    });
  });
});
