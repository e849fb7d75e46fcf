import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '../support/built.js';

const config = join(__dirname, 'fixtures/counts/jest.json');

const runTests = (planted: string, ...args: readonly string[]) => {
  const script = join(root, 'scripts/run-tests.mjs');
  const done = spawnSync(process.execPath, [script, '--config', config, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PLANTED: planted },
  });
  return { status: done.status, lastLine: done.stdout.trimEnd().split('\n').at(-1) };
};

describe('npm test', () => {
  it('ends with the counts, and well when nothing failed', () => {
    expect(runTests('nothing')).toEqual({ status: 0, lastLine: '3 passed, 0 failed, 2 skipped' });
  });

  it('ends badly when a test failed', () => {
    expect(runTests('failure')).toEqual({ status: 1, lastLine: '3 passed, 1 failed, 2 skipped' });
  });

  it('counts a file that cannot be loaded as a failure', () => {
    expect(runTests('broken')).toEqual({ status: 1, lastLine: '2 passed, 1 failed, 2 skipped' });
  });

  it('ends badly when no test of those that were found ran', () => {
    expect(runTests('nothing', '-t', 'no such name')).toEqual({
      status: 1,
      lastLine: '0 passed, 0 failed, 5 skipped',
    });
  });

  it('ends badly when no test was found', () => {
    expect(runTests('nothing', 'no-such-file')).toEqual({
      status: 1,
      lastLine: '0 passed, 0 failed, 0 skipped',
    });
  });
});
