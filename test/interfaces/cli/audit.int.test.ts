import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asCustomerService, conectared, openQuejas } from '../../../src/index.js';
import { formatFolio } from '../../../src/domain/folio/format.js';
import { libraryOpener } from '../../../src/interfaces/cli/session/library-opener.js';
import { damageFile, forgeFile } from '../../support/forged-file.js';
import { runWith } from './terminal.js';

const unknownFolio = formatFolio('CR', 999_999) ?? '';

const root = mkdtempSync(join(tmpdir(), 'quejas-audit-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const run = (...argv: readonly string[]) =>
  runWith(libraryOpener, [...argv, '--store', 'sqlite:q.db', '--keys', 'file:keys/k'], { cwd: root });

const checked = async () => (await run('audit', 'check', '--json')).json[0];

const fileMany = async (from: number, count: number, now = '2026-11-24T18:00:00.000Z'): Promise<void> => {
  const quejas = await openQuejas({
    store: `sqlite:${join(root, 'q.db')}`,
    keys: `file:${join(root, 'keys', 'k')}`,
    provider: conectared,
    clock: () => now,
  });
  // An older copy is used on: what it lacks is known beside the keys.
  if (quejas.health().store.state === 'behind') await quejas.acceptLoss('an older copy is used on');
  for (let number = from; number < from + count; number += 1)
    await quejas.file(
      {
        commandId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
        kind: 'fault',
        channel: 'phone',
        subscriber: { ref: `s-${String(number)}`, name: 'Xochiquetzal' },
        description: 'Zumbido raro',
      },
      asCustomerService('cs-1'),
    );
  await quejas.close();
};

/** Does something to the file of the store that the library forbids. */
const behindItsBack = (sql: string): void => forgeFile(join(root, 'q.db'), sql);

const keep = (name: string): void => copyFileSync(join(root, 'q.db'), join(root, name));
const putBack = (name: string): void => {
  for (const end of ['-wal', '-shm']) rmSync(join(root, `q.db${end}`), { force: true });
  copyFileSync(join(root, name), join(root, 'q.db'));
};

describe('quejas audit', () => {
  beforeAll(async () => {
    await fileMany(1, 6);
    keep('older.db');
    await fileMany(7, 3);
    keep('whole.db');
  });

  it('makes the key with the first head, says so on stderr, and prints the signed note alone', async () => {
    expect((await run('audit', 'status', '--json')).json).toMatchObject([
      { ok: true, entries: 0, checkpoint: null, signedThrough: 0, signer: 'none', keys: [] },
    ]);
    const first = await run('audit', 'checkpoint');
    expect(first.status).toBe(0);
    expect(first.stdout).toMatch(
      /^conectared\/complaints\n\d+\n[^\n]{44}\n\n— conectared\/complaints \S+\n$/,
    );
    expect(first.stderr).toContain('Se hizo la llave de la bitácora');
    writeFileSync(join(root, 'head'), first.stdout);
    const again = await run('audit', 'checkpoint');
    expect([again.stdout, again.stderr]).toEqual([first.stdout, '']);
    const status = (await run('audit', 'status', '--json')).json[0];
    expect(await checked()).toEqual(status);
    expect(existsSync(join(root, 'keys', 'k.conectared.signer'))).toBe(true);
  });

  it.each([
    [
      'log-event-altered',
      `UPDATE events SET body = replace(body, '"fault"', '"query"') WHERE type = 'Filed' AND position = (SELECT min(position) FROM events WHERE type = 'Filed')`,
    ],
    ['log-event-removed', `DELETE FROM events WHERE position = (SELECT max(position) - 4 FROM events)`],
    [
      'log-event-moved',
      `UPDATE events SET position = position + 1000 WHERE position = (SELECT max(position) - 5 FROM events)`,
    ],
    ['log-tail-cut', `DELETE FROM events WHERE position > (SELECT max(position) - 3 FROM events)`],
  ])('finds by %s what was done to the file by SQL, names it, and signs nothing', async (code, sql) => {
    behindItsBack(sql);
    try {
      const found = await run('audit', 'check', '--json');
      expect(found.status).toBe(1);
      expect(found.json).toMatchObject([
        { ok: false, code, at: expect.any(Number), message: expect.any(String) },
      ]);
      const refused = await run('audit', 'checkpoint');
      expect([refused.status, refused.stdout]).toEqual([1, '']);
      expect(refused.stderr).toContain(`[${code}]`);
    } finally {
      putBack('whole.db');
    }
    expect(await checked()).toMatchObject({ ok: true });
  });

  it('finds by log-event-inserted what was put by SQL into a request in another provider’s name', async () => {
    behindItsBack(`
      INSERT INTO events (stream, revision, type, body)
      SELECT stream, revision + 1, type, json_set(body, '$.metadata.provider', 'emenet')
      FROM events WHERE position = (SELECT max(position) FROM events)`);
    try {
      for (const provider of ['conectared', 'emenet'])
        for (const asked of [['check'], ['checkpoint']]) {
          const found = await run('audit', ...asked, '--provider', provider, '--json');
          expect([found.status, found.json]).toMatchObject([1, [{ ok: false, code: 'log-event-inserted' }]]);
        }
      const refused = await run('export', 'planted', '--provider', 'conectared', '--json');
      expect([refused.status, refused.json]).toMatchObject([1, [{ code: 'log-event-inserted' }]]);
      expect(existsSync(join(root, 'planted'))).toBe(false);
    } finally {
      putBack('whole.db');
    }
    expect(await checked()).toMatchObject({ ok: true });
  });

  it('serves the one provider of a store, whose numbers were planted into in another provider’s name', async () => {
    behindItsBack(`
      INSERT INTO events (stream, revision, type, body)
      SELECT stream, revision + 1, type, json_set(body, '$.metadata.provider', 'emenet')
      FROM events WHERE position = (
        SELECT max(position) FROM events
        WHERE stream = (SELECT id FROM streams WHERE name LIKE 'folio-%'))`);
    try {
      for (const asked of [
        ['audit', 'check'],
        ['export', 'planted'],
      ]) {
        const found = await run(...asked, '--json');
        expect([found.status, found.json]).toMatchObject([1, [{ ok: false, code: 'log-event-inserted' }]]);
      }
    } finally {
      putBack('whole.db');
    }
  });

  it('refuses to sign for a restored older copy, and for one that new requests were filed in', async () => {
    putBack('older.db');
    expect((await run('audit', 'checkpoint', '--json')).json).toMatchObject([
      { ok: false, code: 'log-tail-cut' },
    ]);
    await fileMany(50, 6);
    expect((await run('audit', 'checkpoint', '--json')).json).toMatchObject([
      { ok: false, code: 'log-event-altered' },
    ]);
    rmSync(join(root, 'keys', 'k.conectared.log'), { force: true });
    expect((await run('audit', 'checkpoint', '--json')).json).toMatchObject([
      { ok: false, code: 'log-forked' },
    ]);
    putBack('whole.db');
    expect(await checked()).toMatchObject({ ok: true });
  });

  it('changes the key: both sign until the older one is taken away', async () => {
    const [older = ''] = (await run('audit', 'rotate')).stdout.split('\n').slice(1);
    const both = (await run('audit', 'checkpoint')).stdout;
    expect(both.split('\n').filter((line) => line.startsWith('— '))).toHaveLength(2);
    const id = older.split('+')[1] ?? '';
    expect((await run('audit', 'retire', id, '--json')).json).toMatchObject([{ ok: true, keys: [{}] }]);
    const one = (await run('audit', 'checkpoint')).stdout;
    expect(one.split('\n').filter((line) => line.startsWith('— '))).toHaveLength(1);
    expect(readFileSync(join(root, 'head'), 'utf8').split('\n').slice(0, 3)).toEqual(
      one.split('\n').slice(0, 3),
    );
  });

  it('takes no key out of use that is not an older one, and says so', async () => {
    const [vkey = ''] = (await run('audit', 'rotate')).stdout.split('\n');
    const current = vkey.split('+')[1] ?? '';
    for (const given of ['00000000', current, vkey]) {
      const refused = await run('audit', 'retire', given, '--json');
      expect([refused.status, refused.json]).toMatchObject([
        2,
        [{ ok: false, code: 'option-invalid', message: expect.stringMatching(/^«llave» no admite «/u) }],
      ]);
    }
    expect((await run('audit', 'status', '--json')).json).toMatchObject([{ keys: [{ vkey }, {}] }]);
  });

  it('names an option as it is typed where what it says does not hold', async () => {
    const span = ['--from', '2026-12-01T00:00-06:00', '--to', '2026-11-01T00:00-06:00'] as const;
    const refused = [
      await run('audit', 'checkpoint', '--origin', 'no domain', '--json'),
      await run('export', join(root, 'never'), ...span, '--json'),
      await run('analytics', join(root, 'never'), ...span, '--json'),
    ];
    const messages = refused.map(({ json: [told] }) => told);
    const ends = '--to: termina antes de empezar: no hay nada entre los dos instantes.';
    expect(messages).toMatchObject([
      { code: 'option-invalid', message: expect.stringMatching(/^--origin: ninguna bitácora/u) },
      { code: 'option-invalid', message: ends },
      { code: 'option-invalid', message: ends },
    ]);
  });

  it.each([
    ['signer-memory-missing', 'DELETE FROM signer_memory'],
    ['signer-key-missing', 'DELETE FROM log_keys; DELETE FROM signer_memory'],
  ])(
    'tells by %s that the signer lost what it knew, and what to do, where heads were signed',
    async (code, sql) => {
      const head = (await run('audit', 'checkpoint')).stdout;
      const signer = join(root, 'keys', 'k.conectared.signer');
      copyFileSync(signer, join(root, 'signer-kept'));
      damageFile(signer, sql);
      try {
        for (const action of ['status', 'check', 'checkpoint', 'rotate']) {
          const found = await run('audit', action, '--json');
          expect([found.status, found.json]).toMatchObject([1, [{ ok: false, code, at: sizeIn(head) }]]);
          expect((await run('audit', action)).stderr).toMatch(/checkpoint --last|\.signer/);
        }
        writeFileSync(join(root, 'last'), head);
        const given = await run('audit', 'checkpoint', '--last', 'last');
        expect(given.status).toBe(code === 'signer-memory-missing' ? 0 : 1);
      } finally {
        for (const end of ['-wal', '-shm']) rmSync(`${signer}${end}`, { force: true });
        copyFileSync(join(root, 'signer-kept'), signer);
      }
      expect(await checked()).toMatchObject({ ok: true });
    },
  );

  it('is used wrongly by another action, and by a head that is none', async () => {
    expect((await run('audit', 'sign', '--json')).status).toBe(2);
    writeFileSync(join(root, 'none'), 'nothing');
    expect((await run('audit', 'checkpoint', '--last', 'none', '--json')).json).toMatchObject([
      { ok: false, code: 'checkpoint-invalid' },
    ]);
    expect((await run('audit', 'checkpoint', '--last', 'head', '--json')).json).toMatchObject([
      { ok: false, code: 'signer-last-refused' },
    ]);
  });
});

const filesIn = (name: string): readonly string[] =>
  readdirSync(join(root, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name: file }) => join(parentPath, file))
    .sort();

const contentsOf = (name: string) =>
  filesIn(name).map((file) => [file.slice(join(root, name).length), readFileSync(file, 'latin1')]);

describe('quejas export', () => {
  beforeAll(() => putBack('whole.db'));

  it('writes a bundle that verifies, as a folder and as a ZIP, and the same bytes again', async () => {
    const told = (await run('export', 'bundle', '--json')).json[0];
    expect(told).toMatchObject({
      dir: join(root, 'bundle'),
      entries: expect.any(Number),
      start: 0,
      newKey: false,
    });
    expect((await run('export', 'again')).status).toBe(0);
    expect(contentsOf('again')).toEqual(contentsOf('bundle'));
    expect((await run('export', 'bundle.zip')).status).toBe(0);
    expect((await run('export', 'again.zip')).status).toBe(0);
    expect(readFileSync(join(root, 'again.zip')).equals(readFileSync(join(root, 'bundle.zip')))).toBe(true);
    const english = { cwd: root, env: { LANG: 'en_US.UTF-8' } };
    const argv = ['export', 'abroad.zip', '--store', 'sqlite:q.db', '--keys', 'file:keys/k'];
    expect((await runWith(libraryOpener, argv, english)).status).toBe(0);
    expect(readFileSync(join(root, 'abroad.zip')).equals(readFileSync(join(root, 'bundle.zip')))).toBe(true);
    for (const bundle of ['bundle', 'bundle.zip'])
      expect((await run('verify', bundle, '--json')).json).toMatchObject([{ ok: true, trust: 'self' }]);
  });

  it('brings calendars, policies, schemas, tables, a page for each request, and a second reader', () => {
    const names = contentsOf('bundle').map(([name]) => name);
    for (const pattern of [
      ...[
        /^.checkpoint$/,
        /^.keys.log\.vkey$/,
        /^.calendars.*\.json$/,
        /^.policies.*\.json$/,
        /^.schema.events\.json$/,
      ],
      ...[
        /^.csv.complaints\.csv$/,
        /^.csv.clocks\.csv$/,
        /^.report.index\.html$/,
        /^.report.CR-000001-.\.html$/,
      ],
      ...[/^.proofs.CR-000001-.\.tlog-proof$/, /^.provider\.json$/, /^.verify\.py$/, /^.tile.entries.000/],
    ])
      expect(names.filter((name) => pattern.test(name ?? ''))).not.toEqual([]);
  });

  it('holds no personal value in clear', () => {
    for (const [name, content] of contentsOf('bundle'))
      expect([name, /Xochiquetzal|Zumbido raro/.test(content ?? '')]).toEqual([name, false]);
  });

  it('begins at the last head that was signed before the instant asked for, and verifies with that head', async () => {
    await fileMany(20, 2, '2026-11-25T18:00:00.000Z');
    const since = (await run('export', 'since.zip', '--from', '2026-11-25T00:00:00.000Z', '--json')).json[0];
    expect(since).toMatchObject({ entries: expect.any(Number), start: expect.any(Number) });
    const verified = await run('verify', 'since.zip', '--from', 'bundle/checkpoint', '--json');
    expect(verified.json).toMatchObject([{ ok: true, scope: { kind: 'log' } }]);
    expect(since).toMatchObject({ start: sizeOf('bundle') });
    const until = await run('export', 'until', '--to', '2026-11-25T00:00:00.000Z', '--json');
    expect(until.json).toMatchObject([{ checkpoint: { size: sizeOf('bundle') } }]);
    expect((await run('verify', 'until', '--json')).json).toMatchObject([{ ok: true }]);
  });

  it('exports one folio alone, and none that is not there', async () => {
    const folio = filesIn('bundle/proofs')[0]?.split(/[/\\]/).at(-1)?.replace('.tlog-proof', '') ?? '';
    expect((await run('export', 'one', '--folio', folio)).status).toBe(0);
    expect((await run('verify', 'one', '--json')).json).toMatchObject([
      { ok: true, scope: { kind: 'folio', folio } },
    ]);
    expect((await run('export', 'unknown', '--folio', unknownFolio, '--json')).json).toMatchObject([
      { ok: false, code: 'folio-unknown' },
    ]);
  });

  it('signs nothing for a folio that is none, and takes no beginning for the bundle of one', async () => {
    await fileMany(40, 1, '2026-11-26T18:00:00.000Z');
    const before = (await run('audit', 'status', '--json')).json[0];
    for (const folio of ['CR-000001-X', 'hola', unknownFolio])
      expect((await run('export', 'never', '--folio', folio)).status).not.toBe(0);
    const both = ['--folio', unknownFolio, '--from', '2026-11-25T00:00:00.000Z'];
    const refused = await run('export', 'never', ...both, '--json');
    expect([refused.status, refused.json]).toMatchObject([2, [{ code: 'options-exclusive' }]]);
    expect((await run('audit', 'status', '--json')).json[0]).toMatchObject({ checkpoint: headIn(before) });
  });

  it('takes a folio as people type it, and tells what is none', async () => {
    const folio = filesIn('bundle/proofs')[0]?.split(/[/\\]/).at(-1)?.replace('.tlog-proof', '') ?? '';
    const typed = ` ${folio.toLowerCase().replaceAll('-', ' ')} `;
    expect((await run('export', 'typed', '--folio', typed)).status).toBe(0);
    expect((await run('verify', 'typed', '--json')).json).toMatchObject([
      { scope: { kind: 'folio', folio } },
    ]);
    const at = ['--at', '2026-11-24T19:00:00.000Z'];
    const replayed = await run('replay', '--folio', folio, ...at);
    expect(replayed.status).toBe(0);
    for (const from of [[], ['--bundle', 'bundle'], ['--bundle', 'typed']])
      expect((await run('replay', '--folio', typed, ...at, ...from)).stdout).toBe(replayed.stdout);
    for (const [text, code] of [
      ['CR-000001-X', 'folio-check-failed'],
      ['hola', 'folio-malformed'],
      [unknownFolio, 'folio-unknown'],
    ] as const)
      for (const asked of [
        ['show', text, '--role', 'customer-service'],
        ['export', 'never', '--folio', text],
        ['replay', '--folio', text, ...at],
      ])
        expect((await run(...asked, '--json')).json).toMatchObject([{ ok: false, code }]);
    expect(existsSync(join(root, 'never'))).toBe(false);
  });

  it('writes the whole bundle or nothing: over what is there, and for a store that was changed', async () => {
    mkdirSync(join(root, 'taken'));
    writeFileSync(join(root, 'taken', 'mine'), '');
    expect((await run('export', 'taken', '--json')).json).toMatchObject([{ ok: false, code: 'file-exists' }]);
    putBack('older.db');
    for (const target of ['forked', 'forked.zip']) {
      const refused = await run('export', target, '--json');
      expect([refused.status, refused.json]).toMatchObject([1, [{ ok: false, code: 'log-tail-cut' }]]);
      expect(existsSync(join(root, target))).toBe(false);
    }
    expect(readdirSync(root).filter((name) => name.includes('partial'))).toEqual([]);
    expect(readdirSync(join(root, 'taken'))).toEqual(['mine']);
  });
});

describe('quejas replay', () => {
  beforeAll(() => putBack('whole.db'));

  it('gives the same bytes from the store and from its bundle, with the keys and without them, and says whose trust it rests on', async () => {
    const folio = filesIn('bundle/proofs')[0]?.split(/[/\\]/).at(-1)?.replace('.tlog-proof', '') ?? '';
    const at = '2026-11-24T19:00:00.000Z';
    for (const asked of [['--folio', folio], ['--queue'], ['--sla']]) {
      const fromStore = await run('replay', ...asked, '--at', at);
      expect([fromStore.status, fromStore.stderr]).toEqual([0, '']);
      for (const bundle of ['bundle', 'bundle.zip']) {
        const fromBundle = await runWith(
          libraryOpener,
          [
            'replay',
            ...asked,
            '--at',
            at,
            '--bundle',
            bundle,
            '--store',
            'sqlite:none.db',
            '--keys',
            'memory:',
          ],
          { cwd: root },
        );
        expect(fromBundle.stdout).toBe(fromStore.stdout);
        // Without a key the bundle alone vouches for it.
        expect(fromBundle.stderr).toMatch(/Compare esta huella[^\n]*:( [0-9a-f]{4}){16}\n$/);
      }
    }
    const [vkey = ''] = readFileSync(join(root, 'bundle', 'keys', 'log.vkey'), 'utf8').split('\n');
    const trusted = await run('replay', '--queue', '--at', at, '--bundle', 'bundle', '--vkey', vkey);
    expect([trusted.status, trusted.stderr]).toEqual([0, '']);
    expect((await run('replay', '--folio', folio, '--at', at, '--bundle', 'one')).status).toBe(0);
    expect((await run('replay', '--queue', '--at', at, '--bundle', 'one', '--json')).json).toMatchObject([
      { ok: false, code: 'bundle-partial' },
    ]);
  });

  it('replays no bundle that was changed, and asks for one thing at a time', async () => {
    writeFileSync(join(root, 'again', 'report', 'index.html'), 'changed');
    const refused = await run(
      'replay',
      '--queue',
      '--at',
      '2026-11-24T19:00:00.000Z',
      '--bundle',
      'again',
      '--json',
    );
    expect([refused.status, refused.json]).toMatchObject([1, [{ ok: false, code: 'file-changed' }]]);
    expect((await run('replay', '--queue', '--sla', '--at', '2026-11-24T19:00:00.000Z')).status).toBe(2);
  });
});

const headIn = (status: unknown): unknown =>
  typeof status === 'object' && status !== null && 'checkpoint' in status ? status.checkpoint : undefined;

const sizeIn = (note: string): number => Number(note.split('\n')[1]);

const sizeOf = (bundle: string): number => sizeIn(readFileSync(join(root, bundle, 'checkpoint'), 'utf8'));
