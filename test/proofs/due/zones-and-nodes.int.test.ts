import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '../../support/built.js';
import { installedNode, processZones, supportedNodes } from '../../support/nodes.js';

/** The cases of the oracle and the traps, each with its right value, and their answers to the byte. */
const files = ['cases.unit', 'clocks/cases.unit', 'traps.unit', 'equal-bytes.unit'].map((name) =>
  join('test/domain/sla', `${name}.test.ts`),
);

describe.each(supportedNodes)('on Node %s, with its own time-zone table', (version) => {
  const node = installedNode(version);
  (node === undefined ? it.skip : it).each(processZones)(
    'the cases of deadlines have their right values and the same bytes where the process lives in %s (I-18)',
    (zone) => {
      const args = [join(root, 'node_modules/jest/bin/jest.js'), '--ci', '--runInBand', ...files];
      const env = { ...process.env, TZ: zone };
      const { status, stderr, stdout } = spawnSync(node ?? '', args, { cwd: root, encoding: 'utf8', env });
      if (status !== 0) expect(`${stdout}\n${stderr}`).toBe('');
      expect(`${stdout}${stderr}`).toMatch(/4 passed, 4 total/);
      expect(`${stdout}${stderr}`).not.toMatch(/skipped, \d+ passed/);
    },
    120_000,
  );
});
