import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { builtFile } from '../support/built.js';

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

interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
  readonly milliseconds: number;
}

/** Runs a command, sends it a signal after a while, and tells how it ended. */
const interrupted = (argv: readonly string[], signal: NodeJS.Signals, after: number): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, ...argv], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder, LANG: 'en_US' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    let sent = 0;
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.resume();
    const timer = setTimeout(() => {
      sent = performance.now();
      child.kill(signal);
    }, after);
    child.on('close', (status, by) => {
      clearTimeout(timer);
      resolve({ status, signal: by, stderr, milliseconds: performance.now() - sent });
    });
  });

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
      const ended = await interrupted(argv, signal, after);
      expect(ended).toMatchObject({
        status,
        signal: null,
        stderr: expect.stringMatching(/^quejas: Interrupted\. .*same command.*\[interrupted\]\n$/),
      });
      // A second on a machine that does nothing else.
      expect(ended.milliseconds).toBeLessThan(5_000);
    },
    60_000,
  );
});
