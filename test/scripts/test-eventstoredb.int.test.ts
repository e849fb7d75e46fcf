import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { root } from '../support/built.js';

it('npm run test:eventstoredb without a server says which variable names it, and ends badly', () => {
  const { QUEJAS_EVENTSTOREDB_URL: _server, ...env } = process.env;
  const done = spawnSync(process.execPath, [join(root, 'scripts/test-eventstoredb.mjs')], {
    cwd: root,
    encoding: 'utf8',
    env,
  });
  expect(done.status).toBe(1);
  expect(done.stderr).toContain('QUEJAS_EVENTSTOREDB_URL');
  expect(done.stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 0 failed, 0 skipped');
});
