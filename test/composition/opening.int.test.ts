import { homedir } from 'node:os';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { asCustomerService } from '../../src/application/commands/actors.js';
import { openQuejas } from '../../src/index.js';
import { conectared } from '../../src/domain/provider/conectared.js';
import { emenet } from '../../src/domain/provider/emenet.js';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { memoryEventStore } from '../../src/infrastructure/memory/index.js';
import { readModelProjector } from '../../src/composition/open-quejas.js';
import { withFeed } from '../support/with-feed.js';
import { removeScratch, report, scratchFolder } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-7');

/** As a host without a compiler calls it. */
const open = (options: unknown): Promise<unknown> => {
  const opening: unknown = Reflect.apply(openQuejas, undefined, [options]);
  return Promise.resolve(opening);
};

/** What opening with these options says; every fault has both languages. */
const faultOf = async (options: unknown) => {
  const fault: unknown = await open(options).then(
    () => 'it opened',
    (error: unknown) => error,
  );
  if (fault instanceof TypeError) throw fault;
  return fault;
};

const inMemory = { store: 'memory:', keys: 'memory:', provider: conectared } as const;
const invalid = (option: string, en: unknown) => ({
  code: 'option-invalid',
  details: { option },
  text: { en },
});

describe('openQuejas fails at once, with a code and what to do,', () => {
  it('for a store in a folder that is not there, and makes nothing', async () => {
    const folder = scratchFolder();
    const store = `sqlite:${join(folder, 'none', 'q.db')}`;
    const keys = `file:${join(folder, 'secrets', 'k.db')}`;
    expect(await faultOf({ ...inMemory, store, keys })).toMatchObject({
      code: 'store-folder-missing',
      details: { folder: join(folder, 'none') },
      text: { es: expect.stringContaining('Créela') },
    });
    expect(existsSync(join(folder, 'secrets'))).toBe(false);
  });

  it('for a store and rows apart in a file that is taken for a folder', async () => {
    const folder = join(scratchFolder(), 'notes.txt');
    writeFileSync(folder, 'notes');
    const url = `sqlite:${join(folder, 'q.db')}`;
    for (const parts of [{ store: url }, { rows: url }])
      expect(await faultOf({ ...inMemory, ...parts })).toMatchObject({
        code: 'store-folder-missing',
        details: { folder },
      });
  });

  it('for rows apart in a folder that is not there', async () => {
    const folder = join(scratchFolder(), 'none');
    expect(await faultOf({ ...inMemory, rows: `sqlite:${join(folder, 'rows.db')}` })).toMatchObject({
      code: 'store-folder-missing',
      details: { folder },
    });
  });

  it('for a folder in the place of rows apart, which is told of the rows', async () => {
    const rows = `sqlite:${scratchFolder()}` as const;
    expect(await faultOf({ ...inMemory, rows })).toMatchObject({
      code: 'rows-unusable',
      details: { reason: 'is-a-folder' },
    });
  });

  it('for another program’s database in the place of the keys, and leaves it as it was', async () => {
    const path = join(scratchFolder(), 'other.db');
    const raw = new DatabaseSync(path);
    raw.exec('CREATE TABLE contacts (name TEXT)');
    raw.close();
    const before = readFileSync(path);
    expect(await faultOf({ ...inMemory, keys: `file:${path}` })).toMatchObject({ code: 'keys-unavailable' });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('for a folder or a text in the place of the keys, and says what it is', async () => {
    const folder = scratchFolder();
    const path = join(folder, 'notes.txt');
    writeFileSync(path, 'shopping: milk, bread, complaints\n'.repeat(40));
    expect(await faultOf({ ...inMemory, keys: `file:${path}` })).toMatchObject({
      code: 'keys-unavailable',
      details: { path, reason: 'no-database' },
      text: {
        es: expect.stringContaining('no es una base de datos'),
        en: expect.stringContaining('no database'),
      },
    });
    expect(await faultOf({ ...inMemory, keys: `file:${folder}` })).toMatchObject({
      code: 'keys-unavailable',
      details: { path: folder, reason: 'is-a-folder' },
      text: { es: expect.stringContaining('es una carpeta'), en: expect.stringContaining('is a folder') },
    });
    expect(readFileSync(path, 'utf8')).toContain('milk');
  });

  it('for a folder in the place of the store, and says what it is', async () => {
    const folder = scratchFolder();
    expect(await faultOf({ ...inMemory, store: `sqlite:${folder}` })).toMatchObject({
      code: 'store-foreign',
      details: { path: folder, reason: 'is-a-folder' },
      text: { es: expect.stringContaining('es una carpeta') },
    });
  });

  it('for a file that is no database, and leaves it as it was', async () => {
    const path = join(scratchFolder(), 'notes.txt');
    writeFileSync(path, 'shopping: milk, bread, complaints\n'.repeat(40));
    expect(await faultOf({ ...inMemory, store: `sqlite:${path}` })).toMatchObject({
      code: 'store-foreign',
      details: { path, reason: 'no-database' },
      text: { es: expect.stringContaining('no es una base de datos') },
    });
    expect(readFileSync(path, 'utf8')).toContain('milk');
  });

  it.each([
    ['the rows', 'rows.db'],
    ['what lies beside the rows', 'rows.companion.db'],
    ['what lies beside rows in a file that is not called .db', 'rows.companion', 'rows'],
  ])(
    'for a foreign file in the place of %s apart, and leaves it as it was',
    async (_name, file, named = 'rows.db') => {
      const folder = scratchFolder();
      const path = join(folder, file);
      writeFileSync(path, 'shopping: milk, bread, complaints\n'.repeat(40));
      const rows = `sqlite:${join(folder, named)}`;
      const store = withFeed(memoryEventStore());
      expect(await faultOf({ ...inMemory, store, rows })).toMatchObject({
        code: 'rows-unusable',
        details: { path },
      });
      expect(readFileSync(path, 'utf8')).toContain('milk');
    },
  );

  it('for rows apart in the file of the store, by whatever name', async () => {
    const folder = scratchFolder();
    const store = `sqlite:${join(folder, 'q.db')}`;
    for (const rows of [store, `sqlite:${join(folder, '.', '..', basename(folder), 'q.db')}`])
      expect(await faultOf({ ...inMemory, store, rows })).toMatchObject(
        invalid('rows', expect.stringContaining("'inline'")),
      );
    expect(existsSync(join(folder, 'q.db'))).toBe(false);
  });

  it.each([Infinity, -1, Number.NaN, 2 ** 31, '5000'])(
    'with %p milliseconds for rows',
    async (rowsTimeout) => {
      expect(await faultOf({ ...inMemory, rowsTimeout })).toMatchObject(
        invalid('rowsTimeout', expect.stringContaining('5000')),
      );
    },
  );

  it.each(['store', 'keys', 'provider'])('without %s', async (option) => {
    const { [option]: _left, ...rest } = Object.fromEntries(Object.entries(inMemory));
    expect(await faultOf(rest)).toMatchObject(
      invalid(option, expect.stringMatching(`^${option} is missing`)),
    );
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a string', 'sqlite:./q.db'],
  ])('with %s in place of options', async (_name, options) => {
    expect(await faultOf(options)).toMatchObject({ code: 'option-invalid' });
  });

  it.each(['./keys.db', 'sqlite:./keys.db', 'file:', 7, {}])('with the keys %j', async (keys) => {
    expect(await faultOf({ ...inMemory, keys })).toMatchObject(
      invalid('keys', expect.stringContaining('file:PATH, memory:')),
    );
  });

  it('with keys in a file that is none of keys, and leaves no store behind', async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'k.txt'), 'not a key in sight\n'.repeat(80));
    const store = join(folder, 'q.db');
    expect(
      await faultOf({ ...inMemory, store: `sqlite:${store}`, keys: `file:${join(folder, 'k.txt')}` }),
    ).toMatchObject({ code: 'keys-unavailable' });
    expect(existsSync(store)).toBe(false);
  });

  it('with keys in a file of one byte, which stays as it was', async () => {
    const path = join(scratchFolder(), 'k.txt');
    writeFileSync(path, 'x');
    expect(await faultOf({ ...inMemory, keys: `file:${path}` })).toMatchObject({ code: 'keys-unavailable' });
    expect(readFileSync(path, 'utf8')).toBe('x');
  });

  it('with the keys in the store’s own file, by whatever name', async () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, 'data'));
    symlinkSync(join(folder, 'data'), join(folder, 'link'));
    const store = `sqlite:${join(folder, 'data', 'q.db')}`;
    for (const keys of [join(folder, 'data', 'q.db'), join(folder, 'data', '..', 'link', 'q.db')])
      expect(await faultOf({ ...inMemory, store, keys: `file:${keys}` })).toMatchObject(
        invalid('keys', expect.stringContaining('keep the keys in another one')),
      );
  });

  it.each([
    ['sqlite://rel.db', 'sqlite:./rel.db, sqlite:/rel.db'],
    ['sqlite:///rel.db', 'sqlite:./rel.db, sqlite:/rel.db'],
    ['sqlite::memory:', 'memory:'],
    ['sqlite::MEMORY:', 'memory:'],
    ['sqlite:memory:', 'memory:'],
    ['sqlite::memory', 'memory:'],
    ['sqlite:r.db?mode=ro', 'sqlite:r.db'],
    ['sqlite:file:r.db?mode=ro', 'sqlite:r.db'],
    ['sqlite:sqlite:r.db', 'sqlite:r.db'],
    ['sqlite:r.db#wal', 'sqlite:r.db'],
    ['sqlite:./r.db\r', 'sqlite:./r.db'],
    ['sqlite: r.db', 'sqlite:r.db'],
    ['sqlite:r.db\u200b', 'sqlite:r.db'],
    ['sqlite:~/r.db', `sqlite:${homedir()}/r.db`],
    ['sqlite:./data/', 'sqlite:./data/quejas.db'],
    ['sqlite:', 'sqlite:PATH'],
    ['sqlite:  ', 'sqlite:PATH'],
    ['sqlite:\u200b', 'sqlite:PATH'],
    ['sqlite:?mode=ro', 'sqlite:PATH'],
    ['postgres://u:secret@h/db', 'sqlite:PATH'],
  ])('with the store %s, and names the right form', async (store, right) => {
    const fault = await faultOf({ ...inMemory, store });
    expect(fault).toMatchObject(invalid('store', expect.stringContaining(right)));
    expect(JSON.stringify(fault)).not.toContain('secret');
    for (const made of ['/rel.db', ':memory:', ':MEMORY:', 'r.db?mode=ro', 'r.db#wal', '~', ' ', 'r.db'])
      expect(existsSync(made)).toBe(false);
  });

  it('with keys by a URL of the web’s form, and names the right form', async () => {
    expect(await faultOf({ ...inMemory, keys: 'file://secrets/k.db' })).toMatchObject(
      invalid('keys', expect.stringContaining('file:./secrets/k.db')),
    );
  });

  it.each([
    ['its id', 'conectared', '/'],
    ['{}', {}, '/id'],
    ['null', null, '/'],
    ['a number', 7, '/'],
    ['a profile without its folio', { ...conectared, folio: {} }, '/folio/prefix'],
    ['a profile with a channel that is none', { ...conectared, channels: [7] }, '/channels/0'],
    [
      'a profile with a prefix in small letters',
      { ...conectared, folio: { ...conectared.folio, prefix: 'cr' } },
      '/folio/prefix',
    ],
    ['a profile of a zone that is none', { ...conectared, zone: 'Mars/Olympus' }, '/zone'],
    ['a profile with a field of its own', { ...conectared, colour: 'red' }, '/colour'],
  ])('with a provider that is none: %s', async (_name, provider, path) => {
    expect(await faultOf({ ...inMemory, provider })).toMatchObject({
      code: 'option-invalid',
      details: { option: 'provider' },
      text: { en: expect.stringMatching(`loadProfile.*${path}`) },
    });
  });

  it.each([
    ['clock', 'now'],
    ['ids', {}],
    ['timers', { now: 1 }],
    ['logger', {}],
    ['tracer', {}],
    ['rows', 7],
    ['rows', 'postgres'],
    ['rowsTimeout', 'soon'],
    ['namespace', 'complaint-'],
    ['namespace', 'my-folio-'],
    ['namespace', '$system'],
    ['store', {}],
  ])('with %s: %j', async (option, value) => {
    expect(await faultOf({ ...inMemory, [option]: value })).toMatchObject({
      code: 'option-invalid',
      details: { option },
    });
  });

  it('with a connection string that no client understands', async () => {
    expect(
      await faultOf({ ...inMemory, rows: 'none', store: 'esdb://127.0.0.1:2113?tls=perhaps' }),
    ).toMatchObject({ code: 'option-invalid', details: { option: 'store' } });
  });
});

describe('on a Node whose SQLite is missing or too old, openQuejas fails at once with node-unsupported', () => {
  const ours = Object.getOwnPropertyDescriptor(process, 'getBuiltinModule') ?? {};
  afterEach(() => {
    Object.defineProperty(process, 'getBuiltinModule', ours);
  });

  /** What gives the driver there. */
  const nodes: Readonly<Record<string, PropertyDescriptor>> = {
    'no driver (Node 20)': { ...ours, value: () => undefined },
    'no rows as arrays (22.15)': { ...ours, value: () => ({ StatementSync: { prototype: {} } }) },
  };
  const parts = ['store', 'keys', 'rows'] as const;

  it.each(Object.keys(nodes).flatMap((node) => parts.map((part) => [node, part] as const)))(
    '%s, for %s in a file, and makes no file',
    async (node, part) => {
      const folder = scratchFolder();
      const file = `${part === 'keys' ? 'file' : 'sqlite'}:${join(folder, 'part.db')}`;
      Object.defineProperty(process, 'getBuiltinModule', nodes[node] ?? ours);
      expect(await faultOf({ ...inMemory, [part]: file })).toMatchObject({
        code: 'node-unsupported',
        kind: 'unavailable',
        details: { found: process.versions.node, least: '22.16' },
        text: { es: expect.stringContaining('22.16'), en: expect.stringContaining('22.16') },
      });
      expect(existsSync(join(folder, 'part.db'))).toBe(false);
    },
  );

  it('without the function that gives the driver, as before 20.16, too', async () => {
    Reflect.deleteProperty(process, 'getBuiltinModule');
    const store = `sqlite:${join(scratchFolder(), 'q.db')}`;
    expect(await faultOf({ ...inMemory, store })).toMatchObject({ code: 'node-unsupported' });
  });

  it('a store in memory opens on a Node without SQLite', async () => {
    Object.defineProperty(process, 'getBuiltinModule', { ...ours, value: () => undefined });
    await (await openQuejas(inMemory)).close();
  });
});

describe('openQuejas opens', () => {
  it('a server that is away: the first call says so', async () => {
    let now = 0;
    const quejas = await openQuejas({
      ...inMemory,
      store: 'esdb://127.0.0.1:1?tls=false',
      rows: 'none',
      timers: {
        now: () => now,
        after: (milliseconds, work) => {
          now += milliseconds;
          const timer = setTimeout(work, 0);
          return () => {
            clearTimeout(timer);
          };
        },
      },
    });
    await expect(quejas.events({ limit: 1 })).rejects.toMatchObject({ code: 'store-unavailable' });
    await quejas.close();
  });

  it('a provider as its JSON file holds it, prose and all', async () => {
    const guide = join(__dirname, '../../docs/guides/add-a-provider.example.json');
    const provider: unknown = JSON.parse(readFileSync(guide, 'utf8'));
    const quejas = await open({ ...inMemory, provider });
    expect(quejas).toMatchObject({ provider: { id: 'fibra-del-norte', folio: { alsoCalled: [] } } });
  });

  it('a store and keys that were made before, for reading, without a change', async () => {
    const folder = scratchFolder();
    const [store, keys] = [`sqlite:${join(folder, 'q.db')}`, `file:${join(folder, 'k', 'k.db')}`] as const;
    await (await openQuejas({ ...inMemory, store, keys })).close();
    const quejas = await openQuejas({
      ...inMemory,
      store,
      keys: `file:${join(folder, 'n', 'k.db')}`,
      readOnly: true,
    });
    await quejas.close();
    expect(existsSync(join(folder, 'n'))).toBe(false);
  });
});

describe('a folio prefix that another provider in the store has', () => {
  const twin = { ...emenet, id: 'mired', folio: { ...emenet.folio, prefix: conectared.folio.prefix } };
  const taken = {
    code: 'folio-prefix-taken',
    details: { prefix: 'CR', owner: 'conectared', provider: 'mired' },
  };

  it.each(['memory', 'sqlite'])('is refused at opening on a %s store', async (kind) => {
    const store =
      kind === 'memory'
        ? memoryEventStore({ inline: readModelProjector() })
        : (`sqlite:${join(scratchFolder(), 'q.db')}` as const);
    const keys = memoryKeyVault();
    const first = await openQuejas({ store, keys, provider: conectared });
    await first.file(report('r-1'), cs);
    await first.close();
    expect(await faultOf({ store, keys, provider: twin })).toMatchObject(taken);
    await (await openQuejas({ store, keys, provider: emenet })).close();
    await (await openQuejas({ store, keys, provider: twin, namespace: 'b-' })).close();
  });

  it('is refused at the first filing where two open an empty store, and no folio is given twice', async () => {
    const store = memoryEventStore({ inline: readModelProjector() });
    const keys = memoryKeyVault();
    const first = await openQuejas({ store, keys, provider: conectared });
    const second = await openQuejas({ store, keys, provider: twin });
    const outcomes = await Promise.allSettled([
      first.file(report('r-1'), cs),
      second.file(report('r-2'), cs),
    ]);
    // Either may be the first; the order of two that come at once is nowhere promised.
    const filed = outcomes.filter(({ status }) => status === 'fulfilled');
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(filed).toMatchObject([{ value: { ok: true } }]);
    expect(refused?.reason).toMatchObject({ code: taken.code, details: { prefix: 'CR' } });
    const counts = [await first.totals(), await second.totals()].map(({ filed: count }) => count).sort();
    expect(counts).toEqual([0, 1]);
    await first.close();
    await second.close();
  });
});
