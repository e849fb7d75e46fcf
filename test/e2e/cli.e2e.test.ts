import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { version } from '../../src/interfaces/cli/version.js';
import { textOf } from '../interfaces/cli/json-fields.js';
import { builtFile, root } from '../support/built.js';

let bin = '';
let folder = '';
beforeAll(() => {
  bin = builtFile('interfaces/cli/bin.js');
  folder = mkdtempSync(join(tmpdir(), 'quejas-e2e-'));
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Started {
  readonly ended: Promise<Ended>;
  readonly child: ReturnType<typeof spawn>;
}

const start = (argv: readonly string[], nodeOptions: readonly string[] = [], folderOf = folder): Started => {
  const child = spawn(process.execPath, [...nodeOptions, bin, ...argv], {
    cwd: folderOf,
    env: {
      PATH: process.env['PATH'],
      HOME: folderOf,
      XDG_CONFIG_HOME: join(folderOf, 'config'),
      LANG: 'en_US',
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (status) => resolve({ status, stdout, stderr })),
  );
  return { ended, child };
};

const quejas = (...argv: readonly string[]): Promise<Ended> => {
  const { child, ended } = start(argv);
  child.stdin?.end();
  return ended;
};

const fileOne = (n: number, store = 'quejas.db') =>
  quejas(
    ...['file', '--provider', 'conectared', '--kind', 'fault', '--channel', 'phone', '--json'],
    ...['--subscriber', `s-${n}`, '--description', 'no signal', '--store', `sqlite:${store}`],
  );

describe('the program quejas', () => {
  it('ends by itself, with all it had to say, whatever a client goes on looking for', async () => {
    const open = 'data:text/javascript,setInterval(() => undefined, 1e6)';
    const { child, ended } = start(['--version'], ['--import', open]);
    child.stdin?.end();
    expect(await ended).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(`quejas ${version} `),
      stderr: '',
    });
  });

  it('files a complaint in one process and reads it in the next', async () => {
    const filed = await fileOne(1);
    expect({ status: filed.status, stderr: filed.stderr }).toEqual({ status: 0, stderr: '' });
    const folio = textOf(JSON.parse(filed.stdout), 'folio');
    const shown = await quejas('show', folio, '--json');
    expect({ status: shown.status, stderr: shown.stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(shown.stdout)).toMatchObject({ folio, kind: 'fault', status: 'acknowledged' });
  });

  it('ends with the status and one line on stderr, without a word of Node', async () => {
    expect(await quejas('asign')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'quejas: There is no command "asign". Did you mean assign? [command-unknown]\n',
    });
    expect(await quejas('show', 'F', '--store', 'sqlite:none.db')).toMatchObject({ status: 3, stdout: '' });
  });

  it('reads a command from standard input', async () => {
    const { child, ended } = start(['file', '--input', '-', '--provider', 'conectared', '--json']);
    child.stdin?.end(
      JSON.stringify({
        commandId: 'c-1',
        kind: 'inquiry',
        channel: 'email',
        receivedAt: '2026-01-01T00:00:00Z',
        subscriber: { ref: 's-9' },
        description: 'When do you open?',
      }),
    );
    expect(JSON.parse((await ended).stdout)).toMatchObject({ ok: true, duplicate: false });
  });

  it('says its version, which is that of the package', async () => {
    const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(textOf(manifest, 'version')).toBe(version);
    expect(JSON.parse((await quejas('version', '--json')).stdout)).toMatchObject({ version });
  });

  it('loads no store, no driver and no table to show its help', async () => {
    const hook = join(folder, 'hook.mjs');
    writeFileSync(
      hook,
      `import { registerHooks } from 'node:module';
       const seen = [];
       registerHooks({ load: (url, context, next) => (seen.push(url), next(url, context)) });
       process.on('exit', () => process.stderr.write(JSON.stringify(seen)));`,
    );
    const { child, ended } = start(['--help'], ['--import', hook]);
    child.stdin?.end();
    const { stderr } = await ended;
    const loaded = [...new Set((stderr.match(/[^"]+/g) ?? []).filter((url) => /^(file|node):/.test(url)))];
    expect(loaded.length).toBeGreaterThan(20);
    expect(loaded.length).toBeLessThan(150);
    const heavy =
      /sqlite|class-validator|ajv|saxes|cli-table3|cli-progress|open-quejas|\/(memory|crypto|xes)\//;
    expect(loaded.filter((url) => heavy.test(url))).toEqual([]);
  });
});

describe('a long list of events', () => {
  it('into a pipe that closes ends quietly', async () => {
    await fileOne(2, 'pipe.db');
    const { child, ended } = start(['events', '--store', 'sqlite:pipe.db']);
    child.stdout?.destroy();
    expect(await ended).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('a user who interrupts', () => {
  it('while the program waits for standard input gets it back, with what is stored intact', async () => {
    if (process.platform === 'win32') return;
    const hook = join(folder, 'ready.mjs');
    writeFileSync(
      hook,
      `process.on('newListener', (name) => name === 'SIGINT' && process.stderr.write('ready'));`,
    );
    const argv = ['file', '--input', '-', '--json', '--store', 'sqlite:interrupted.db'];
    const { child, ended } = start(argv, ['--import', hook]);
    await new Promise((resolve) => child.stderr?.once('data', resolve));
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ status: 130, stderr: 'ready' });
    expect(JSON.parse((await ended).stdout)).toMatchObject({ ok: false, code: 'interrupted' });
  });
});
