import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { libraryOpener } from '../../../src/interfaces/cli/session/library-opener.js';
import { foreignIn } from '../../support/foreign-words.js';
import { fieldOf, textOf } from './json-fields.js';
import { runWith, type Setting } from './terminal.js';

/** What is typed on the screens of docs/screens, word by word. */
const story = readFileSync(join(__dirname, '../../../scripts/screens/story.txt'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, day, hour, name, typed = ''] =
      /^(\d\d-\d\d) (\d\d:\d\d) {2}\(?(?:(\w+) = )?quejas (.*)$/.exec(line) ?? [];
    if (day === undefined || hour === undefined) return [];
    const words = Array.from(typed.matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, word]) => quoted ?? word ?? '');
    return [{ at: `2026-${day}T${hour}:00-06:00`, name, words }];
  });

/** What a line may refer to: a folio, or the revision of an event of it. */
const revisions: Readonly<Record<string, string>> = {
  notice: 'UserNotified',
  answer: 'AnswerProvided',
  delivery: 'NotificationDelivered',
  credit: 'CompensationCredited',
};

/** What takes its own time, needs another store, or writes for programs alone. */
const leftOut = new Set([
  'demo',
  'import-log',
  'completion',
  'metrics',
  'reveal',
  'replay',
  'restore',
  'migrate',
]);

/** What changes nothing: it may be asked again, on another terminal. */
const looking = new Set([
  ...['queue', 'show', 'clocks', 'list', 'find', 'notice', 'notices', 'totals', 'sla', 'events', 'due'],
  ...['procedure', 'words', 'calendars', 'check', 'keys', 'projections', 'verify'],
]);

interface Screen {
  readonly argv: readonly string[];
  readonly columns: number;
  readonly stdout: string;
  readonly stderr: string;
}

const folder = mkdtempSync(join(tmpdir(), 'quejas-screens-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const given = ['--store', 'sqlite:./quejas.db', '--keys', 'file:./keys.db', '--provider', 'conectared'];
const quejas = (argv: readonly string[], setting: Setting = {}) =>
  runWith(libraryOpener, [...argv, ...given], { cwd: folder, env: { NO_COLOR: '1' }, ...setting });

const last = async (type: string, ...of: readonly string[]) =>
  (await quejas(['events', '--type', type, ...of, '--json'])).json.at(-1);

/** Plays the story on a narrow terminal, and what changes nothing on wider ones too. */
const played = async (): Promise<readonly Screen[]> => {
  const folios = new Map<string, string>();
  const filled = async (word: string): Promise<string> => {
    const [, name = '', of] = /^@(\w+)(?:\.(\w+))?$/.exec(word) ?? [];
    const folio = folios.get(name);
    if (folio === undefined) return word;
    const type = revisions[of ?? ''];
    return type === undefined ? folio : String(fieldOf(await last(type, '--folio', folio), 'revision'));
  };
  const { publicKey } = generateKeyPairSync('x25519');
  writeFileSync(join(folder, 'autoridad.pub.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
  writeFileSync(
    join(folder, 'oficina.json'),
    JSON.stringify({
      id: 'oficina',
      version: 1,
      zone: 'America/Mexico_City',
      week: { mon: ['09:00-18:00'] },
    }),
  );
  const screens: Screen[] = [];
  for (const { at, name, words } of story) {
    const [command = ''] = words;
    if (leftOut.has(command)) continue;
    const argv = await Promise.all(words.map(filled));
    const now = command === 'verify' || command === 'version' ? [] : ['--now', at];
    for (const columns of looking.has(command) ? [40, 80, 120] : [40]) {
      const { stdout, stderr } = await quejas([...argv, ...now], { columns, isTTY: true });
      screens.push({ argv, columns, stdout: stdout.replaceAll(folder, '/x'), stderr });
    }
    if (name !== undefined) folios.set(name, textOf(fieldOf(await last('FolioAssigned'), 'data'), 'folio'));
  }
  return screens;
};

/** References of a host, hashes, files and codes in brackets are no words. */
const withoutReferences = (text: string): string =>
  text
    .replace(/\b[A-Z]{2,4}-\d{6}-[0-9A-Z]\b|\bcomplaint-[0-9a-f-]{36}#\d+/g, '')
    .replace(/\b[a-z]+(?:-[a-z]+)*-\d+\b|\b[a-z]{2}-[a-z]+\b|\b[a-z]+(?:-[a-z]+)+\b(?= *│)/g, '')
    .replace(/\[[a-z-]+\]|--[a-z-]+|\S*\/\S*|\S+\.(?:csv|json|md|db|example)\b|\S+@\S+|www\.\S+/g, '')
    .replace(/^quejas: /gm, '');

/** Tab-separated lines, records of JSON and places are for scripts: they are never broken. */
const isUnbroken = (line: string): boolean => line.includes('\t') || /^(?:\{|— |\/|\S+$)/.test(line);

describe('a terminal of 40, 80 or 120 columns, of every command', () => {
  let screens: readonly Screen[] = [];
  beforeAll(async () => {
    screens = await played();
  }, 300_000);

  it('is never passed by a line that can be broken', () => {
    expect(new Set(screens.map(({ columns }) => columns)).size).toBe(3);
    expect(screens.length).toBeGreaterThan(150);
    const wide = screens.flatMap(({ argv, columns, stdout }) =>
      stdout
        .split('\n')
        .filter((line) => line.length > columns && line.trim().includes(' ') && !isUnbroken(line))
        .map((line) => `${argv.join(' ')} (${String(columns)}): ${line}`),
    );
    expect(wide).toEqual([]);
  });

  it("cuts no folio and nothing of a person's words", () => {
    const cut = screens.filter(({ stdout }) => /\b[A-Z]{2}-\d{6}(?!-[0-9A-Z])|…|\.\.\./.test(stdout));
    expect(cut).toEqual([]);
  });

  it('holds no code, no English word and no instant in UTC', () => {
    const found = screens
      .filter(({ argv: [command = ''] }) => !['words', 'projections', 'version'].includes(command))
      .flatMap(({ argv, columns, stdout, stderr }) => {
        const foreign = foreignIn(withoutReferences(`${stdout}\n${stderr}`));
        return foreign.length === 0 ? [] : [{ argv, columns, foreign }];
      });
    expect(found).toEqual([]);
  });
});
