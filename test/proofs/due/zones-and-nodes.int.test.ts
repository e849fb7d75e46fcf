import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '../../support/built.js';

const cache = process.env['QUEJAS_NODE_CACHE'] ?? join(root, 'node_modules', '.cache', 'quejas-node');
const binary = `node_modules/node-${process.platform}-${process.arch}/bin/node`;
const nodeOf = (version: string): string =>
  join(cache, `${version}-${process.platform}-${process.arch}`, binary);

/** The cases of the oracle and the traps, each with its right value, and their answers to the byte. */
const files = ['cases.unit', 'clocks/cases.unit', 'traps.unit', 'equal-bytes.unit'].map((name) =>
  join('test/domain/sla', `${name}.test.ts`),
);

describe.each(['22.16.0', '24.21.0', '26.10.0'])('on Node %s, with its own time-zone table', (version) => {
  const node = nodeOf(version);
  (existsSync(node) ? it : it.skip).each(['UTC', 'America/Tijuana', 'Asia/Kolkata', 'Pacific/Apia'])(
    'the cases of deadlines have their right values and the same bytes where the process lives in %s (I-18)',
    (zone) => {
      const args = [join(root, 'node_modules/jest/bin/jest.js'), '--ci', '--runInBand', ...files];
      const env = { ...process.env, TZ: zone };
      const { status, stderr, stdout } = spawnSync(node, args, { cwd: root, encoding: 'utf8', env });
      if (status !== 0) expect(`${stdout}\n${stderr}`).toBe('');
      expect(`${stdout}${stderr}`).toMatch(/4 passed, 4 total/);
      expect(`${stdout}${stderr}`).not.toMatch(/skipped, \d+ passed/);
    },
    120_000,
  );
});
