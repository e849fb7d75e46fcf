import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from '@jest/globals';
import { builtFile, root } from '../support/built.js';

const commands = 200;

it('the reference on EventStoreDB leaves the same events behind as the library', () => {
  builtFile('index.js');
  const { QUEJAS_EVENTSTOREDB_URL: _server, ...env } = process.env;
  const script = [
    ...(process.features.typescript ? [] : ['--experimental-strip-types']),
    ...['--import', pathToFileURL(join(root, 'scripts/ts-imports.mjs')).href],
    ...[join(root, 'bench/eventstoredb-left.ts'), String(commands)],
  ];
  const written = spawnSync(process.execPath, script, {
    cwd: root,
    encoding: 'utf8',
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (written.status !== 0) throw new Error(written.stderr);
  const left: unknown = JSON.parse(written.stdout);
  expect(left).toEqual({ ours: expect.any(Array), reference: expect.any(Array) });
  const linesOf = (name: 'ours' | 'reference'): unknown =>
    typeof left === 'object' && left !== null ? Reflect.get(left, name) : undefined;
  expect(linesOf('ours')).toHaveLength(commands);
  expect(linesOf('reference')).toEqual(linesOf('ours'));
}, 300_000);
