import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { builtFile } from '../support/built.js';
import { interrupted } from '../support/interrupted.js';

/** A second on a machine that does nothing else (ADR 0418): generous where others use it too. */
const most = 5_000;

const seed = Number(process.env['QUEJAS_PROOF_SEED'] ?? Date.now() % 2 ** 31);
const random = xoroshiro128plus(seed);
const between = (least: number, greatest: number): number =>
  least + (Math.abs(random.next()) % (greatest - least));

let bin = '';
let folder = '';
const own = ['--store', 'sqlite:q/q.db', '--keys', 'file:k/k.db', '--provider', 'conectared'] as const;
const env = () => ({ PATH: process.env['PATH'], HOME: folder, TMPDIR: folder, LANG: 'en_US' });
const whole = (...argv: readonly string[]) => {
  const place = argv[0] === 'demo' ? own.slice(0, 4) : own;
  const { status, stderr } = spawnSync(process.execPath, [bin, ...argv, ...place], {
    cwd: folder,
    env: env(),
    encoding: 'utf8',
  });
  return { argv, status, stderr };
};

beforeAll(() => {
  bin = builtFile('interfaces/cli/bin.js');
  folder = mkdtempSync(join(tmpdir(), 'quejas-interrupted-'));
  for (const argv of [
    ['demo', '--days', '21', '--accesses', '6000'],
    ['export', 'bundle'],
    ['backup', 'copy.db'],
  ])
    expect(whole(...argv)).toMatchObject({ status: 0 });
  const trace = (name: number) =>
    `<trace><string key="concept:name" value="${String(name)}"/><event>` +
    `<string key="concept:name" value="Assign seriousness"/><string key="org:resource" value="Value 1"/>` +
    `<date key="time:timestamp" value="2012-01-01T10:00:00.000Z"/></event></trace>`;
  const traces = Array.from({ length: 3_000 }, (_, name) => trace(name));
  writeFileSync(join(folder, 'log.xes'), `<log xes.version="1.0">${traces.join('\n')}</log>`);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const longWork: readonly (readonly string[])[] = [
  ['import-log', 'log.xes', '--mapping', 'helpdesk', '--store', 'sqlite:log.db', '--keys', 'file:log/k.db'],
  ['migrate', '--from', 'sqlite:q/q.db', '--to', 'sqlite:moved.db'],
  ['export', 'another', ...own],
  ['verify', 'bundle'],
  ['audit', 'check', ...own],
  ['analytics', 'tables', ...own],
  ['replay', '--queue', '--at', '2026-11-20T00:00:00Z', ...own],
  ['run-due', ...own],
  ['sla', ...own],
  ['projections', 'rebuild', 'case-status', ...own],
  ['projections', 'verify', 'queues', ...own],
  ['check', ...own],
  ['keys', 'check', ...own],
  ['keys', 'rotate', ...own],
  ['keys', 'reindex', ...own],
  ['backup', 'again.db', ...own],
  ['restore', 'copy.db', '--replace', ...own],
];

describe('every long command that is interrupted at a random moment', () => {
  it.each(
    longWork.map(
      (argv) => [argv.filter((word) => !own.some((each) => each === word)).join(' '), argv] as const,
    ),
  )(
    'obeys the first signal: %s',
    async (_name, argv) => {
      const signal = between(0, 2) === 0 ? 'SIGINT' : 'SIGTERM';
      const after = between(0, 1_700);
      const ended = await interrupted([bin, ...argv], { cwd: folder, env: env() }, signal, after);
      const told = { seed, sent: signal, after, ...ended };
      const byItself = { ...told, signal: null, status: 0 };
      const bySignal = {
        ...told,
        signal: null,
        status: signal === 'SIGINT' ? 130 : 143,
        stderr: expect.stringMatching(/\[(interrupted|rebuild-cancelled)\]/u),
      };
      expect(told).toEqual(ended.wasDone || ended.status === 0 ? byItself : bySignal);
      expect(told.late).toBeLessThan(most);
    },
    60_000,
  );

  it('obeys it while a year of a hundred thousand lines is being invented', async () => {
    const argv = ['demo', '--days', '366', '--accesses', '100000'];
    const ended = await interrupted([bin, ...argv], { cwd: folder, env: env() }, 'SIGTERM', 3_000);
    expect(ended).toMatchObject({ wasDone: false, status: 143 });
    expect(ended.late).toBeLessThan(most);
  }, 60_000);

  it('leaves a store and keys in which nothing is wrong, and nothing half made beside them', () => {
    expect(readdirSync(folder).filter((name) => /\.(?:partial|copied|restored)/u.test(name))).toEqual([]);
    for (const argv of [['check'], ['keys', 'check']]) expect(whole(...argv)).toMatchObject({ status: 0 });
  }, 120_000);
});
