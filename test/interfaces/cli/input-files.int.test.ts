import { execFileSync, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { libraryOpener } from '../../../src/interfaces/cli/session/library-opener.js';
import { removeScratch, scratchFolder } from '../../composition/opened.js';
import { runWith } from './terminal.js';

const json = JSON.stringify({ outcome: 'upheld', basis: 'contract' });
const log = `<log xes.version="1.0"><trace><string key="concept:name" value="1"/></trace></log>`;
const megabyte = 1_000_000;

const files = {
  'binary.json': Buffer.concat([Buffer.from(json), Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 7])]),
  'utf-16.json': Buffer.from(`\ufeff${json}`, 'utf16le'),
  'unmarked-utf-16.json': Buffer.from(json, 'utf16le'),
  'latin-1.json': Buffer.from('{"basis":"según"}', 'latin1'),
  'empty.json': '\n',
  'words.json': 'según',
  'large.json': ' '.repeat(5 * megabyte + 1),
} as const;

let folder = '';
beforeAll(() => {
  folder = scratchFolder();
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  mkdirSync(join(folder, 'folder.json'));
  mkdirSync(join(folder, 'bundle'));
  execFileSync('mkfifo', [join(folder, 'pipe.json'), join(folder, 'slow.json')]);
  writeFileSync(join(folder, 'log.xes'), log);
});
afterAll(removeScratch);

const run = async (argv: readonly string[], input?: string | Uint8Array) => {
  const setting = { cwd: folder, ...(input !== undefined && { input }) };
  const { status, json: told } = await runWith(libraryOpener, [...argv, '--json'], setting);
  return { status, told: told[0] };
};
const refused = (code: string, message: string) => ({
  status: 2,
  told: { ok: false, code, message: expect.stringContaining(message) },
});

const doors = {
  'a command': (file: string) => ['rule', 'CR-000001-K', '--input', file, '--store', 'memory:'],
  'a profile': (file: string) => ['queue', '--provider', `./${file}`, '--store', 'memory:'],
  'a mapping': (file: string) => ['import-log', 'log.xes', '--mapping', `./${file}`, '--store', 'memory:'],
  'a calendar': (file: string) => [
    ...['due', '--calendar', file, '--minutes', '1', '--start', '2026-03-02T10:00:00-06:00'],
  ],
} as const;
const trust = {
  'a policy of trust': (file: string) => ['verify', 'bundle', '--policy', file],
  'an earlier checkpoint': (file: string) => ['verify', 'bundle', '--from', file],
} as const;

describe.each(Object.entries(doors))('a file that holds %s', (_what, argv) => {
  it.each([
    ['folder.json', 'input-unreadable', 'es una carpeta (EISDIR)'],
    ['pipe.json', 'input-unreadable', 'ningún proceso escribe en esa tubería'],
    ['binary.json', 'input-not-json', 'es un archivo binario'],
    ['utf-16.json', 'input-not-json', 'está en UTF-16, guárdelo en UTF-8'],
    ['unmarked-utf-16.json', 'input-not-json', 'está en UTF-16, guárdelo en UTF-8'],
    ['latin-1.json', 'input-not-json', 'está en otra codificación'],
    ['empty.json', 'input-not-json', 'está vacío'],
    ['words.json', 'input-not-json', 'no es JSON'],
    ['large.json', 'input-too-large', 'pasa de'],
  ])('is refused in words where it is %s', async (file, code, message) => {
    expect(await run(argv(file))).toEqual(refused(code, message));
  });
});

describe.each(Object.entries(trust))('a file that holds %s', (_what, argv) => {
  it.each([
    ['folder.json', 'input-unreadable', 'es una carpeta (EISDIR)'],
    ['pipe.json', 'input-unreadable', 'ningún proceso escribe en esa tubería'],
    ['large.json', 'input-too-large', 'pasa de'],
  ])('is refused in words where it is %s', async (file, code, message) => {
    expect(await run(argv(file))).toEqual(refused(code, message));
  });
});

describe('a pipe, which lies in the place of a file and gives nothing,', () => {
  const store = ['--store', 'sqlite:./pipe', '--keys', 'memory:', '--provider', 'conectared'];
  const elsewhere = ['--store', 'sqlite:./new.db', '--keys', 'file:./new-keys.db'];
  const pipe = 'una tubería o un dispositivo';
  let held: number | undefined;
  beforeAll(() => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    // A reader that waited would hold this process for ever: with a writer there it finds that there is nothing instead.
    held = openSync(join(folder, 'pipe'), 'r+');
  });
  afterAll(() => {
    if (held !== undefined) closeSync(held);
  });

  it.each([
    ['a bundle', ['verify', 'pipe'], 2, 'no es un archivo ni una carpeta'],
    ['a log', ['import-log', 'pipe', '--store', 'memory:'], 2, pipe],
    ['a store', ['queue', ...store], 3, pipe],
    ['a store that is checked', ['check', ...store], 3, pipe],
    ['a back-up', ['restore', 'pipe', ...elsewhere], 2, pipe],
    ['a back-up of keys', ['keys', 'restore', 'pipe', ...elsewhere], 3, pipe],
  ])('is refused at once as %s', async (_what, argv, status, message) => {
    const { status: ended, told } = await run(argv);
    expect({ ended, told }).toEqual({ ended: status, told: expect.objectContaining({ ok: false }) });
    expect(told).toMatchObject({ message: expect.stringContaining(message) });
  });
});

describe('a command', () => {
  const rule = ['rule', 'CR-000001-K', '--store', 'memory:', '--provider', 'conectared', '--input'];
  /** It was read: what is refused is that it lacks a field. */
  const read = { told: { ok: false, code: 'input-invalid' } };

  it('is read from a file and from standard input with a mark of UTF-8 before it', async () => {
    writeFileSync(join(folder, 'marked.json'), `\ufeff${json}`);
    expect(await run([...rule, 'marked.json'])).toMatchObject(read);
    expect(await run([...rule, '-'], `\ufeff${json}`)).toMatchObject(read);
  });

  it('is read whole from a pipe whose writer takes its time', async () => {
    const slow = `sleep 0.3; printf '%s' '${json.slice(0, 9)}'; sleep 0.3; printf '%s' '${json.slice(9)}'`;
    const writer = spawn('sh', ['-c', `{ ${slow}; } > slow.json`], { cwd: folder });
    expect(await run([...rule, 'slow.json'])).toMatchObject(read);
    writer.kill();
  });

  it.each(['binary.json', 'utf-16.json', 'empty.json'] as const)(
    'is refused from standard input where that is %s',
    async (name) => {
      expect(await run([...rule, '-'], files[name])).toMatchObject({
        status: 2,
        told: { code: 'input-not-json' },
      });
    },
  );
});

describe('a search by what is personal', () => {
  const search = (name: string) => ['find', name, '-', '--store', 'memory:', '--provider', 'conectared'];

  it('reads the value from standard input, where no list of processes and no history has it', async () => {
    expect(await run(search('--phone'), ' 229 555 0101 \nmore')).toMatchObject({
      status: 0,
      told: { total: 0 },
    });
    expect(await run(search('--email'), 'ana@example.com')).toMatchObject({ status: 0, told: { total: 0 } });
    expect(await run(search('--phone'), '5550\n')).toMatchObject({ told: { code: 'query-invalid' } });
  });

  it('is refused where standard input has no line for it', async () => {
    expect(await run(search('--phone'), '\n')).toEqual(refused('input-unreadable', 'está vacío'));
    expect(await run(search('--phone'), 'x'.repeat(2_000))).toEqual(refused('input-too-large', 'pasa de'));
  });
});
