import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isStoreError } from '../../../src/application/errors/store-error.js';
import { sqliteEventStore, type SqliteEventStoreOptions } from '../../../src/infrastructure/sqlite/index.js';
import { sampleAppend } from '../../../src/testing/event-store-contract/samples.js';
import { damageFile } from '../../support/forged-file.js';
import { faultOf, fillStore, openRaw } from './samples.js';
import { temporaryFolder } from './temporary.js';

let folder = temporaryFolder();
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const withStore = async <Result>(
  options: Partial<SqliteEventStoreOptions>,
  work: (store: ReturnType<typeof sqliteEventStore>) => Promise<Result>,
): Promise<Result> => {
  const store = sqliteEventStore({ path: folder.path('store.db'), ...options });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};

const sound = () => withStore({}, (store) => fillStore(store, 30));

describe('a store that cannot be used says why, in both languages', () => {
  const mustFail = async (options: Partial<SqliteEventStoreOptions>, code: string): Promise<void> => {
    const error = await withStore(options, (store) => faultOf(store.head()));
    expect(error).toMatchObject({ code });
    if (!isStoreError(error)) throw new Error('not an error of a store');
    for (const text of [error.text.es, error.text.en]) expect(text).not.toMatch(/\{\w+\}/);
    expect(error.text.es).not.toBe(error.text.en);
  };

  it('missing, where it is only read or must exist, and makes none', async () => {
    await mustFail({ readOnly: true }, 'store-missing');
    await mustFail({ mustExist: true }, 'store-missing');
    expect(existsSync(folder.path('store.db'))).toBe(false);
    const nowhere = folder.path('no/such/folder.db');
    await mustFail({ path: nowhere }, 'store-folder-missing');
    await mustFail({ path: nowhere, readOnly: true }, 'store-folder-missing');
    await mustFail({ path: nowhere, mustExist: true }, 'store-folder-missing');
    writeFileSync(folder.path('empty.db'), '');
    await mustFail({ path: folder.path('empty.db'), readOnly: true }, 'store-missing');
    await mustFail({ path: folder.path('empty.db'), mustExist: true }, 'store-missing');
  });

  it('no store: a text, another program’s database, a folder', async () => {
    writeFileSync(folder.path('text.db'), 'folio,status\n'.repeat(500));
    await mustFail({ path: folder.path('text.db') }, 'store-foreign');
    await mustFail({ path: folder.path('text.db'), readOnly: true }, 'store-foreign');
    const other = openRaw(folder.path('other.db'));
    other.exec('CREATE TABLE contacts (name TEXT)');
    other.close();
    await mustFail({ path: folder.path('other.db') }, 'store-foreign');
    await mustFail({ path: folder.path('other.db'), readOnly: true }, 'store-foreign');
    mkdirSync(folder.path('folder.db'));
    await mustFail({ path: folder.path('folder.db') }, 'store-foreign');
  });

  it('no store: a file of one to nine bytes, which stays as it was', async () => {
    for (let size = 1; size <= 9; size += 1) {
      const path = folder.path(`${String(size)}.txt`);
      writeFileSync(path, 'x'.repeat(size));
      for (const options of [{}, { mustExist: true }, { readOnly: true }])
        await mustFail({ path, ...options }, 'store-foreign');
      expect(readFileSync(path, 'utf8')).toBe('x'.repeat(size));
    }
  });

  it('becomes a store where the file is empty', async () => {
    writeFileSync(folder.path('store.db'), '');
    await sound();
    const { events } = await withStore({}, (store) => store.readAll({ limit: 100 }));
    expect(events).toHaveLength(30);
  });

  it('a folder, which is told to be one', async () => {
    mkdirSync(folder.path('folder.db'));
    for (const options of [{}, { readOnly: true }]) {
      const path = folder.path('folder.db');
      expect(await withStore({ path, ...options }, (store) => faultOf(store.head()))).toMatchObject({
        code: 'store-foreign',
        details: { path, reason: 'is-a-folder' },
        text: { es: expect.stringContaining('es una carpeta'), en: expect.stringContaining('is a folder') },
      });
    }
  });

  it('a place where the system makes no file, without its English words', async () => {
    symlinkSync(folder.path('no/such/folder.db'), folder.path('nowhere.db'));
    symlinkSync(folder.path('loop.db'), folder.path('loop.db'));
    const places = [
      [folder.path('nowhere.db'), 'file-not-made', 'ahí no se puede crear un archivo'],
      [folder.path('loop.db'), 'ELOOP', 'los enlaces llevan de uno a otro sin fin'],
      [folder.path('a'.repeat(300)), 'ENAMETOOLONG', 'el nombre es demasiado largo'],
      ...(existsSync('/proc/self')
        ? [['/proc/quejas.db', 'file-not-made', 'ahí no se puede crear un archivo']]
        : []),
    ] as const;
    for (const [path = '', reason, words] of places) {
      const fault = await withStore({ path }, (store) => faultOf(store.head()));
      expect(fault).toMatchObject({ code: 'store-failed', details: { reason } });
      expect(fault).toMatchObject({
        text: {
          es: expect.stringContaining(`(${words}`),
          en: expect.not.stringContaining('original message'),
        },
      });
    }
  });

  it('leaves another program’s database as it was', async () => {
    const other = openRaw(folder.path('other.db'));
    other.exec('CREATE TABLE contacts (name TEXT)');
    other.close();
    const before = readFileSync(folder.path('other.db'));
    await mustFail({ path: folder.path('other.db') }, 'store-foreign');
    await expect(sqliteEventStore({ path: folder.path('other.db') }).head()).rejects.toMatchObject({
      details: { path: folder.path('other.db'), reason: 'file-of-another-program' },
      text: {
        es: expect.stringContaining('es de otro programa'),
        en: expect.not.stringContaining('damaged'),
      },
    });
    expect(readFileSync(folder.path('other.db')).equals(before)).toBe(true);
  });

  it.each([
    ['a text', () => Buffer.from('folio,status\n'.repeat(500)), 'store-foreign'],
    [
      'a picture',
      () => Buffer.from([0x89, 0x50, 0x4e, 0x47, ...Array<number>(200).fill(3)]),
      'store-foreign',
    ],
    ['a store whose first bytes are overwritten', (whole: Buffer) => whole.fill(7, 0, 16), 'store-corrupt'],
    ['a store whose first page is zeros', (whole: Buffer) => whole.fill(0, 0, 4096), 'store-corrupt'],
    [
      'a store of which only the beginning is left',
      (whole: Buffer) => whole.subarray(0, 40),
      'store-corrupt',
    ],
  ] as const)('%s, told from what never was a store', async (_name, changed, code) => {
    await sound();
    const path = folder.path('store.db');
    const bytes = Buffer.from(changed(readFileSync(path)));
    writeFileSync(path, bytes);
    for (const options of [{}, { readOnly: true }]) await mustFail(options, code);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('newer than this version, for reading and for writing', async () => {
    await sound();
    const raw = openRaw(folder.path('store.db'));
    raw.exec('PRAGMA user_version = 99');
    raw.close();
    await mustFail({}, 'store-newer');
    await mustFail({ readOnly: true }, 'store-newer');
  });

  it('damaged: pages overwritten, found when they are read', async () => {
    await sound();
    const bytes = readFileSync(folder.path('store.db'));
    bytes.fill(0xab, 4096);
    writeFileSync(folder.path('store.db'), bytes);
    const error = await withStore({}, (store) => faultOf(store.readAll({ limit: 100 })));
    expect(error).toMatchObject({ code: 'store-corrupt' });
  });

  it('damaged: an event that is no event', async () => {
    await sound();
    damageFile(folder.path('store.db'), `UPDATE events SET body = '{"id":1}' WHERE position = 7`);
    await withStore({}, async (store) => {
      expect(await faultOf(store.read('complaint-6'))).toMatchObject({ code: 'event-damaged' });
      expect(await store.read('complaint-5')).toHaveLength(1);
    });
  });

  it('read-only, where something is to be stored', async () => {
    await sound();
    await withStore({ readOnly: true }, async (store) => {
      expect(await faultOf(store.append(sampleAppend('complaint-1', 'new', 'any')))).toMatchObject({
        code: 'store-read-only',
      });
      expect(await store.read('complaint-1')).toHaveLength(1);
    });
  });

  it('full: nothing of it is kept, what was there stays readable, and it goes on once there is room', async () => {
    const large = (index: number) =>
      sampleAppend(`complaint-${String(index)}`, `command-${String(index)}`, 'none', 1, {
        data: { text: 'x'.repeat(50_000) },
      });
    let stored = 0;
    await withStore({ maxBytes: 230_000 }, async (store) => {
      let fault: unknown;
      while (fault === undefined && stored < 50) {
        fault = await store.append(large(stored)).then(
          () => undefined,
          (error: unknown) => error,
        );
        if (fault === undefined) stored += 1;
      }
      expect(fault).toMatchObject({ code: 'store-full' });
      expect((await store.readAll({ limit: 100 })).events).toHaveLength(stored);
      const [small, refused] = await Promise.allSettled([
        store.append(sampleAppend('complaint-1', 'small', 'any')),
        store.append(large(stored)),
      ]);
      expect(small.status).toBe('fulfilled');
      expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'store-full' } });
    });
    await withStore({}, async (store) => {
      expect(await store.append(large(stored))).toMatchObject({ kind: 'appended' });
      expect(await store.checkIntegrity()).toMatchObject({ ok: true, events: stored + 2 });
    });
  });
});

describe('a store that another process writes to', () => {
  it('waits as long as it may, then says that it is locked, and stores nothing', async () => {
    await sound();
    const other = openRaw(folder.path('store.db'));
    other.exec('BEGIN IMMEDIATE');
    await withStore({ lockTimeout: 40 }, async (store) => {
      const appends = [1, 2, 3].map((index) =>
        store.append(sampleAppend('complaint-1', `new-${String(index)}`, 'any')),
      );
      for (const append of appends) expect(await faultOf(append)).toMatchObject({ code: 'store-locked' });
      expect(await store.read('complaint-1')).toHaveLength(1);
      other.exec('ROLLBACK');
      expect(await store.append(sampleAppend('complaint-1', 'new-1', 'any'))).toMatchObject({
        kind: 'appended',
      });
    });
    other.close();
  });

  it('stores what waited as soon as it can, in the order in which it came, and lets timers run meanwhile', async () => {
    await sound();
    const other = openRaw(folder.path('store.db'));
    other.exec('BEGIN IMMEDIATE');
    await withStore({}, async (store) => {
      let ticks = 0;
      const ticking = setInterval(() => (ticks += 1), 2);
      const appends = [1, 2, 3].map((index) =>
        store.append(sampleAppend('complaint-1', `new-${String(index)}`, 'any')),
      );
      // Two dozen on a machine that does nothing else; a busy one gives this process no turn for a while.
      while (ticks <= 5) await new Promise((resolve) => setTimeout(resolve, 10));
      other.exec('ROLLBACK');
      expect(
        (await Promise.all(appends)).map((outcome) => outcome.kind === 'appended' && outcome.revision),
      ).toEqual([1, 2, 3]);
      clearInterval(ticking);
      expect(ticks).toBeGreaterThan(5);
    });
    other.close();
  });

  it('trusts nothing it remembers after the other one has written', async () => {
    const options = { path: folder.path('store.db') };
    await withStore(options, (one) =>
      withStore(options, async (other) => {
        for (let turn = 0; turn < 6; turn += 1) {
          const writer = turn % 2 === 0 ? one : other;
          const reader = turn % 2 === 0 ? other : one;
          const request = sampleAppend(
            'complaint-1',
            `command-${String(turn)}`,
            turn === 0 ? 'none' : turn - 1,
          );
          expect(await writer.append(request)).toMatchObject({ kind: 'appended', revision: turn });
          expect(await reader.append(request)).toMatchObject({ kind: 'duplicate', revision: turn });
          expect(await reader.append(sampleAppend('complaint-1', 'stale', 'none'))).toEqual({
            kind: 'conflict',
            actual: turn,
          });
        }
      }),
    );
  });
});
