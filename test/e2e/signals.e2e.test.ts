import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { builtFile } from '../support/built.js';
import { interrupted } from '../support/interrupted.js';

let bin = '';
let folder = '';
beforeAll(() => {
  bin = builtFile('interfaces/cli/bin.js');
  folder = mkdtempSync(join(tmpdir(), 'quejas-signals-'));
  writeFileSync(join(folder, 'long.xes'), longLog());
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A log of one case that goes on and on. */
const longLog = (): string => {
  const event = (index: number): string =>
    [
      `<event><string key="concept:name" value="Assign seriousness"/>`,
      `<string key="org:resource" value="Value 1"/>`,
      `<date key="time:timestamp" value="${new Date(1_262_304_000_000 + index * 1_000).toISOString()}"/></event>`,
    ].join('');
  const events = Array.from({ length: 60_000 }, (_, index) => event(index)).join('\n');
  return `<log xes.version="1.0"><trace><string key="concept:name" value="1"/>${events}</trace></log>`;
};

const own = (name: string): readonly string[] => [
  ...['--store', `sqlite:${name}.db`, '--keys', `file:./${name}-keys/k.db`],
];

const longWork = [
  ['demo', ['demo', '--days', '60']],
  ['import-log', ['import-log', 'long.xes', '--mapping', 'helpdesk', ...own('log')]],
] as const;

describe('long work that is interrupted', () => {
  it.each(
    longWork.flatMap(([name, argv]) => [
      [name, argv, 'SIGINT', 130, 3_000] as const,
      [name, argv, 'SIGTERM', 143, 5_000] as const,
    ]),
  )(
    '%s %j obeys the first %s with status %i, says what was kept and how to go on',
    async (_name, argv, signal, status, after) => {
      const env = { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder, LANG: 'en_US' };
      const ended = await interrupted([bin, ...argv], { cwd: folder, env }, signal, after);
      expect(ended).toMatchObject({
        status,
        signal: null,
        stderr: expect.stringMatching(/^quejas: Interrupted\. .*same command.*\[interrupted\]\n$/),
      });
      // A second on a machine that does nothing else.
      expect(ended.late).toBeLessThan(5_000);
    },
    60_000,
  );
});
