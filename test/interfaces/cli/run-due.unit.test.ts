import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { runCliWith } from '../../../src/interfaces/cli/run-cli.js';
import { instantOf } from '../../../src/domain/kernel/instant.js';
import type { Quejas } from '../../../src/composition/quejas.js';
import { fakeQuejas } from './fake-quejas.js';
import { keysOf } from './json-fields.js';
import { runWith, type Setting } from './terminal.js';

const at = instantOf(Date.UTC(2026, 10, 25, 15));
const result = { due: 3, acted: 2, refused: 1, notices: 0, undelivered: 0, nextWakeAt: at };

const run = async (runDue: Quejas['runDue'], argv: readonly string[] = [], setting: Setting = {}) => {
  const fake = fakeQuejas({ runDue, runProcesses: () => Promise.resolve() });
  const ran = await runWith(fake.opener, ['run-due', '--store', 'memory:', ...argv], setting);
  return { ran, closed: fake.closed() };
};

describe('quejas run-due', () => {
  it('prints what was due, what was recorded and when it is to be called again, as JSON and in words', async () => {
    const { ran } = await run(() => Promise.resolve(result), ['--json']);
    expect(ran.status).toBe(0);
    expect(keysOf(ran.json[0]).slice(0, 3)).toEqual(['due', 'acted', 'nextWakeAt']);
    expect(ran.json).toEqual([result]);
    const words = (await run(() => Promise.resolve(result))).ran;
    expect(words.stdout).toContain('Vencido: 3; registrado: 2; no admitido: 1.');
    expect(words.stdout).toContain('Lo siguiente vence: 25 nov 2026, 09:00.');
  });

  it('records nothing in a dry run, and says so', async () => {
    const asked: unknown[] = [];
    const dry: Quejas['runDue'] = (options) => {
      asked.push(options?.dryRun);
      return Promise.resolve({ ...result, acted: 0, nextWakeAt: null });
    };
    const { ran } = await run(dry, ['--dry-run', '--lang', 'en']);
    expect(asked).toEqual([true]);
    expect(ran.stdout).toContain('To be recorded: 3.');
    expect(ran.stdout).toContain('Nothing falls due.');
  });

  it('hands the first interruption on, ends with what was under way, and closes the store', async () => {
    const controller = new AbortController();
    const untilAborted: Quejas['runDue'] = ({ signal } = {}) =>
      new Promise((resolve) => {
        signal?.addEventListener('abort', () => {
          resolve({ ...result, due: 1, acted: 1, refused: 0 });
        });
        controller.abort();
      });
    const { ran, closed } = await run(untilAborted, ['--json'], { signal: controller.signal });
    expect(ran).toMatchObject({ status: 1, json: [{ ok: false, code: 'interrupted' }] });
    expect(closed).toBe(1);
  });

  describe('on a terminal', () => {
    afterEach(() => {
      jest.restoreAllMocks();
    });

    /** What stands on the terminal's stderr after so many milliseconds of work. */
    const seenAfter = async (milliseconds: number): Promise<string> => {
      let now = 1_000;
      jest.spyOn(performance, 'now').mockImplementation(() => now);
      const terminal = Object.assign(new PassThrough(), {
        ...{ isTTY: true, columns: 80, cursorTo: () => true, clearLine: () => true },
      });
      const seen: string[] = [];
      terminal.on('data', (chunk: Buffer) => seen.push(chunk.toString()));
      const runDue: Quejas['runDue'] = ({ onProgress } = {}) => {
        onProgress?.(32);
        now += milliseconds;
        onProgress?.(64);
        return Promise.resolve(result);
      };
      const { opener } = fakeQuejas({ runDue, runProcesses: () => Promise.resolve() });
      const io = { stdout: { write: () => true, isTTY: true }, stderr: terminal, env: {}, cwd: '/nowhere' };
      const argv = ['run-due', '--store', 'memory:', '--lang', 'en'];
      expect(await runCliWith(argv, io, opener)).toBe(0);
      return seen.join('');
    };

    it('shows how many requests it has looked at once it takes longer than two seconds', async () => {
      expect(await seenAfter(2_001)).toMatch(/Requests .*64/u);
    });

    it('shows nothing for what is done before', async () => {
      expect(await seenAfter(1_900)).toBe('');
    });
  });
});
