import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { libraryOpener } from '../../../src/interfaces/cli/session/library-opener.js';
import { noticeKinds } from '../../../src/index.js';
import { foreignIn } from '../../support/foreign-words.js';
import { fieldOf, textOf } from './json-fields.js';
import { clock, runWith } from './terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'quincena-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const quejas = (argv: readonly string[]) =>
  runWith(
    libraryOpener,
    [...argv, '--store', 'sqlite:./quejas.db', '--keys', 'file:./llavero.db', '--now', clock],
    { cwd: folder, columns: 120, isTTY: true, env: { NO_COLOR: '1' } },
  );

/** Folios, pseudonyms, streams, places, options and codes in brackets are references, and no words. */
const withoutReferences = (text: string): string =>
  text
    .replaceAll(folder, '')
    .replace(/\b[A-Z]{2,4}-\d{6}-[0-9A-Z]\b|\b[a-z]+-\S*#\d+|\b[a-z]+(?:-[a-z]+)+(?:-\d+)?\b/g, '')
    .replace(/\[[a-z-]+\]|--[a-z-]+|\S*\/\S*|\S+\.(?:csv|json|md|db|html|example)\b|\S+@\S+|www\.\S+/g, '')
    .replace(/\bquejas (?:words|projections|keys|audit) [a-z]+|^quejas: /gm, '');

/** What a person reads on a page, the names of its figures for those who do not see them with it. */
const readOn = (page: string): string =>
  page
    .replace(/<(style|script)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, (tag) =>
      Array.from(tag.matchAll(/\b(?:title|aria-label|alt)="([^"]*)"/g), ([, said = '']) => ` ${said} `)
        .join(' ')
        .concat(' '),
    )
    .replace(/&\w+;/g, ' ');

const foreign = (text: string): readonly string[] => [...new Set(foreignIn(withoutReferences(text)))];

/** The words of a page that are not Spanish. A page without words would have none. */
const foreignOn = (path: string): readonly string[] => {
  const text = readOn(readFileSync(join(folder, path), 'utf8'));
  expect(text.split(/\s+/).length).toBeGreaterThan(50);
  return foreign(text);
};

/** Of each provider a few folios, from the first to the last. */
const folios = new Map<string, readonly string[]>();

beforeAll(async () => {
  const { status } = await quejas(['demo', '--accesses', '400', '--days', '14']);
  expect(status).toBe(0);
  for (const provider of ['conectared', 'emenet']) {
    const { json } = await quejas(['events', '--provider', provider, '--type', 'FolioAssigned', '--json']);
    const all = json.map((event) => textOf(fieldOf(event, 'data'), 'folio'));
    expect(all.length).toBeGreaterThan(10);
    folios.set(
      provider,
      all.filter((_folio, place) => place % Math.ceil(all.length / 8) === 0),
    );
  }
}, 300_000);

describe.each(['conectared', 'emenet'])('a fortnight of %s, as a Spanish terminal tells it', (provider) => {
  const told = async (argv: readonly string[]) => {
    const { status, stdout, stderr } = await quejas([...argv, '--provider', provider]);
    return { argv, status, foreign: foreign(`${stdout}\n${stderr}`) };
  };

  it.each([
    [['queue']],
    [['queue', '--for', 'todos']],
    [['queue', '--for', 'facturación']],
    [['find', '--channel', 'teléfono']],
    [['list', '--subscriber', 'conectared-sub-1']],
    [['totals']],
    [['sla']],
    [['notices']],
    [['events']],
    [['procedure']],
    [['check']],
    [['keys', 'check']],
    [['calendars', 'check']],
    [['run-due', '--dry-run']],
  ])('%j holds no code, no English word and no instant in UTC', async (argv) => {
    expect(await told(argv)).toEqual({ argv, status: 0, foreign: [] });
  });

  it('shows requests, their deadlines and their letters without a code, an English word or an instant in UTC', async () => {
    let letters = 0;
    for (const folio of folios.get(provider) ?? []) {
      for (const argv of [
        ['show', folio, '--role', 'servicio al cliente'],
        ['clocks', folio, '--explain'],
      ])
        expect(await told(argv)).toEqual({ argv, status: 0, foreign: [] });
      for (const kind of noticeKinds.filter((each) =>
        ['folio', 'visit', 'final', 'answer', 'certificate'].includes(each),
      )) {
        const letter = await told(['notice', folio, '--kind', kind, '--role', 'servicio al cliente']);
        if (letter.status === 0) letters += 1;
        expect(letter.foreign).toEqual([]);
      }
    }
    expect(letters).toBeGreaterThan(15);
    // Some sixty command lines, one after the other.
  }, 120_000);

  it('writes board, sheet and procedure as pages without a code, an English word or an instant in UTC', async () => {
    for (const argv of [['sla'], ['queue'], ['procedure']]) {
      const page = `${provider}-${String(argv[0])}.html`;
      expect(await told([...argv, '--html', page])).toEqual({
        argv: [...argv, '--html', page],
        status: 0,
        foreign: [],
      });
      expect({ page, foreign: foreignOn(page) }).toEqual({
        page,
        foreign: [],
      });
    }
  });

  it('hands over a bundle whose report holds no code, no English word and no instant in UTC, and verifies it so', async () => {
    const bundle = `paquete-${provider}`;
    await quejas(['audit', 'checkpoint', '--origin', `${provider}.example/quejas`, '--provider', provider]);
    for (const argv of [
      ['audit', 'check'],
      ['export', bundle],
    ]) {
      const { status, foreign: found } = await told(argv);
      expect({ argv, status, found }).toEqual({ argv, status: 0, found: [] });
    }
    const { status, stdout, stderr } = await quejas(['verify', bundle]);
    expect({ status, foreign: foreign(`${stdout}\n${stderr}`) }).toEqual({ status: 0, foreign: [] });
    const pages = readdirSync(join(folder, bundle), { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.html') && !name.endsWith('verify.html'),
    );
    expect(pages.length).toBeGreaterThan(5);
    for (const page of pages.slice(0, 12)) {
      expect({ page, foreign: foreignOn(join(bundle, page)) }).toEqual({ page, foreign: [] });
    }
  });
});
