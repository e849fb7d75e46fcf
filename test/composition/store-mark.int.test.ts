import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from '@jest/globals';
import { asCustomerService } from '../../src/application/commands/actors.js';
import type { StoreMark, StoreMarks } from '../../src/application/ports/store-marks.js';
import { conectared } from '../../src/domain/provider/index.js';
import { fileStoreMarks } from '../../src/infrastructure/crypto/file-store-marks.js';
import { backUpVault, restoreVault } from '../../src/infrastructure/crypto/vault-copies.js';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { sqliteEventStore } from '../../src/infrastructure/sqlite/index.js';
import { openQuejas, restoreStore, type Quejas } from '../../src/index.js';
import { removeScratch, report, scratchFolder } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-1');

const placesIn = (folder: string) => ({
  path: join(folder, 'quejas.db'),
  keysPath: join(folder, 'secrets', 'k.db'),
});

const openIn = (folder: string, more: Partial<Parameters<typeof openQuejas>[0]> = {}): Promise<Quejas> => {
  const { path, keysPath } = placesIn(folder);
  return openQuejas({ store: `sqlite:${path}`, keys: `file:${keysPath}`, provider: conectared, ...more });
};

const fileOne = async (quejas: Quejas, id: string): Promise<string> => {
  const filed = await quejas.file(report(id), cs);
  if (!filed.ok) throw new Error(filed.code);
  return filed.folio;
};

/** Files so many requests in one life of the store; gives the folios. */
const filedIn = async (folder: string, ids: readonly string[]): Promise<readonly string[]> => {
  const quejas = await openIn(folder);
  const folios: string[] = [];
  for (const id of ids) folios.push(await fileOne(quejas, id));
  await quejas.close();
  return folios;
};

const loseMarks = (folder: string): void => {
  for (const end of ['', '-wal', '-shm']) rmSync(`${placesIn(folder).keysPath}.marks${end}`, { force: true });
};

const standingIn = async (folder: string): Promise<string> => {
  const quejas = await openIn(folder);
  await quejas.close();
  return quejas.health().store.state;
};

const codeOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );

const marksIn = (folder: string): StoreMarks => fileStoreMarks(`${placesIn(folder).keysPath}.marks`);

describe('the mark of a store, kept a second time beside the keys', () => {
  it('is the last event and how far the folio numbers are, once the store is closed, for its owner alone', async () => {
    const folder = scratchFolder();
    await filedIn(folder, ['a', 'b']);
    const store = sqliteEventStore({ path: placesIn(folder).path });
    const [identity, head] = [await store.identity?.(), await store.head()];
    await store.close();
    const marks = marksIn(folder);
    const mark = await marks.read(identity?.id ?? '');
    await marks.close();
    expect(mark).toMatchObject({
      last: { position: head },
      numbers: [{ stream: 'folio-CR', next: expect.any(Number), provider: 'conectared' }],
    });
    expect(statSync(`${placesIn(folder).keysPath}.marks`).mode & 0o777).toBe(0o600);
  });

  it('is written within a second of what was stored, and no command waits for it', async () => {
    const kept: StoreMark[] = [];
    const waiting: { readonly milliseconds: number; readonly work: () => void }[] = [];
    const marks: StoreMarks = {
      read: () => Promise.resolve(undefined),
      at: () => Promise.resolve(undefined),
      keep: (mark) => Promise.resolve(void kept.push(mark)),
      replace: () => Promise.resolve(),
      close: () => Promise.resolve(),
    };
    const quejas = await openIn(scratchFolder(), {
      keys: { ...memoryKeyVault(), marks },
      timers: {
        now: () => 0,
        after: (milliseconds, work) => {
          waiting.push({ milliseconds, work });
          return () => undefined;
        },
      },
    });
    await fileOne(quejas, 'a');
    expect(kept).toEqual([]);
    const due = waiting.filter(({ milliseconds }) => milliseconds < 1_000);
    expect(due.length).toBeGreaterThan(0);
    for (const { work } of due) work();
    await new Promise((resolve) => setImmediate(resolve));
    expect(kept).toHaveLength(1);
    await quejas.close();
  });

  it('never goes backwards, whichever of two processes writes last', async () => {
    const folder = scratchFolder();
    await filedIn(folder, ['a']);
    const marks = marksIn(folder);
    const at = (position: string, next: number): StoreMark => ({
      store: 's',
      place: '/q.db',
      last: { id: position, stream: 'complaint-1', revision: 0, position },
      numbers: [{ stream: 'folio-CR', next, provider: 'conectared', zone: 'America/Mexico_City' }],
    });
    await marks.keep(at('0000000000000009', 5));
    await marks.keep(at('0000000000000004', 12));
    expect(await marks.read('s')).toMatchObject({
      last: { position: '0000000000000009' },
      numbers: [{ next: 12 }],
    });
    await marks.close();
  });

  it('has what a killed process stored and did not live to mark, once the store was opened again', async () => {
    const folder = scratchFolder();
    const { path, keysPath } = placesIn(folder);
    await filedIn(folder, ['a']);
    copyFileSync(`${keysPath}.marks`, join(folder, 'before.marks'));
    await filedIn(folder, ['b']);
    copyFileSync(join(folder, 'before.marks'), `${keysPath}.marks`);
    // Nothing is stored: what was acknowledged is only acknowledged again.
    await filedIn(folder, ['b']);
    const store = sqliteEventStore({ path });
    const [identity, head] = [await store.identity?.(), await store.head()];
    await store.close();
    const marks = marksIn(folder);
    expect(await marks.read(identity?.id ?? '')).toMatchObject({ last: { position: head } });
    await marks.close();
    // As where it was killed before its first mark.
    loseMarks(folder);
    const vault = new DatabaseSync(keysPath);
    vault.exec('DELETE FROM marked_stores');
    vault.close();
    await filedIn(folder, ['b']);
    const anew = marksIn(folder);
    expect(await anew.read(identity?.id ?? '')).toMatchObject({
      last: { position: head },
      numbers: [{ stream: 'folio-CR', next: expect.any(Number) }],
    });
    await anew.close();
  });

  it('is kept by a host’s vault that offers a place for it, and by none for keys in memory', async () => {
    const folder = scratchFolder();
    const kept = new Map<string, StoreMark>();
    const marks: StoreMarks = {
      read: (store) => Promise.resolve(kept.get(store)),
      at: () => Promise.resolve(undefined),
      keep: (mark) => Promise.resolve(void kept.set(mark.store, mark)),
      replace: () => Promise.resolve(),
      close: () => Promise.resolve(),
    };
    const hosts = await openIn(folder, { keys: { ...memoryKeyVault(), marks } });
    await fileOne(hosts, 'a');
    await hosts.close();
    expect([...kept.values()]).toMatchObject([{ numbers: [{ stream: 'folio-CR' }] }]);
    const none = await openIn(folder, { keys: 'memory:' });
    expect(none.health().store).toMatchObject({ state: 'unmarked' });
    await none.close();
  });

  it('hinders nothing where it cannot be written: the log says so', async () => {
    const folder = scratchFolder();
    const warned: string[] = [];
    const marks: StoreMarks = {
      read: () => Promise.resolve(undefined),
      at: () => Promise.resolve(undefined),
      keep: () => Promise.reject(new Error('disk full')),
      replace: () => Promise.resolve(),
      close: () => Promise.resolve(),
    };
    const nothing = (): void => undefined;
    const quejas = await openIn(folder, {
      keys: { ...memoryKeyVault(), marks },
      logger: { debug: nothing, info: nothing, warn: (message) => warned.push(message), error: nothing },
    });
    await fileOne(quejas, 'a');
    await quejas.close();
    expect(new Set(warned)).toEqual(new Set(['the mark of the store could not be kept']));
  });
});

describe('a store that lost what is known beside the keys', () => {
  /** A store copied after some filings, and put back after some more, as an administrator does: by copying files. */
  const putBack = async (): Promise<{ readonly folder: string; readonly lost: readonly string[] }> => {
    const folder = scratchFolder();
    const { path } = placesIn(folder);
    await filedIn(folder, ['a', 'b']);
    copyFileSync(path, join(folder, 'older.db'));
    const lost = await filedIn(folder, ['c', 'd', 'e']);
    copyFileSync(join(folder, 'older.db'), path);
    for (const end of ['-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
    return { folder, lost };
  };

  it('is read with a warning, and refuses every append with store-truncated, which says what is missing', async () => {
    const { folder } = await putBack();
    const warned: string[] = [];
    const nothing = (): void => undefined;
    const logger = {
      debug: nothing,
      info: nothing,
      warn: (text: string) => warned.push(text),
      error: nothing,
    };
    const quejas = await openIn(folder, { logger });
    expect(await quejas.totals()).toMatchObject({ filed: 2 });
    const refused = await quejas.file(report('z'), cs).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'store-truncated',
      details: {
        found: expect.any(String),
        known: expect.any(String),
        folios: expect.stringMatching(/^CR-\d{6}-[A-Z0-9]$/),
      },
    });
    expect(quejas.health().store).toMatchObject({ state: 'behind', code: 'store-truncated' });
    expect(warned.join()).toContain('refused for writing');
    await quejas.close();
  });

  it('goes on once the loss is accepted with a reason, which is an event, and gives no lost folio again', async () => {
    const { folder, lost } = await putBack();
    const quejas = await openIn(folder);
    expect(await codeOf(quejas.acceptLoss('  '))).toBe('query-invalid');
    const { fault, voided } = await quejas.acceptLoss('El disco se perdió');
    expect(fault).toBe('store-truncated');
    expect(voided.length).toBeGreaterThan(0);
    expect(quejas.health().store).toMatchObject({ state: 'whole', warnings: [] });
    expect(await codeOf(quejas.acceptLoss('otra vez'))).toBe('nothing-lost');
    const again = [await fileOne(quejas, 'x'), await fileOne(quejas, 'y')];
    for (const folio of again) expect(lost).not.toContain(folio);
    const { events } = await quejas.events({ limit: 100, types: ['LossAccepted'] });
    expect(events).toMatchObject([
      {
        data: { reason: 'El disco se perdió', fault: 'store-truncated' },
        metadata: { provider: 'conectared' },
      },
    ]);
    await quejas.close();
    const later = await openIn(folder);
    expect(later.health().store.state).toBe('whole');
    await later.close();
  });

  it('is told by the write-ahead log that is gone after kill -9: 73 of 1,792 filings went unnoticed', async () => {
    const folder = scratchFolder();
    const { path } = placesIn(folder);
    await filedIn(folder, ['a']);
    const other = new DatabaseSync(path);
    other.exec('PRAGMA wal_autocheckpoint = 0; BEGIN; SELECT count(*) FROM events');
    await filedIn(folder, ['b', 'c']);
    copyFileSync(path, join(folder, 'without-log.db'));
    other.exec('ROLLBACK');
    other.close();
    for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
    copyFileSync(join(folder, 'without-log.db'), path);
    const quejas = await openIn(folder);
    expect(await codeOf(quejas.file(report('z'), cs))).toBe('store-truncated');
    await quejas.close();
  });

  it('is told from a copy that went another way: store-forked', async () => {
    const folder = scratchFolder();
    const { path } = placesIn(folder);
    await filedIn(folder, ['a']);
    copyFileSync(path, join(folder, 'copy.db'));
    await filedIn(folder, ['b']);
    const elsewhere = await openQuejas({
      store: `sqlite:${join(folder, 'copy.db')}`,
      keys: memoryKeyVault(),
      newVault: true,
      provider: conectared,
    });
    for (const id of ['c', 'd', 'e', 'f']) await fileOne(elsewhere, id);
    await elsewhere.close();
    copyFileSync(join(folder, 'copy.db'), path);
    const quejas = await openIn(folder, { newVault: true });
    expect(await codeOf(quejas.file(report('z'), cs))).toBe('store-forked');
    await quejas.acceptLoss('Ésta es la buena');
    await fileOne(quejas, 'z');
    await quejas.close();
  });

  it('made anew in the place of one that is gone, gives none of its folios again, and says so', async () => {
    const folder = scratchFolder();
    const { path } = placesIn(folder);
    const lost = await filedIn(folder, ['a', 'b', 'c']);
    rmSync(path);
    const quejas = await openIn(folder);
    expect(quejas.health().store).toMatchObject({ state: 'replaced' });
    expect(lost).not.toContain(await fileOne(quejas, 'x'));
    await quejas.close();
  });

  it('restored from a back-up goes on at once; the folios of a store that cannot be read are void by the mark', async () => {
    const folder = scratchFolder();
    const { path } = placesIn(folder);
    await filedIn(folder, ['a']);
    const store = sqliteEventStore({ path });
    await store.backUp(join(folder, 'back-up.db'));
    await store.close();
    const lost = await filedIn(folder, ['b', 'c', 'd']);
    writeFileSync(path, 'damaged'.repeat(1_000));
    expect(await restoreStore(join(folder, 'back-up.db'), path, { replace: true })).toMatchObject({
      voided: undefined,
    });
    const quejas = await openIn(folder);
    expect(quejas.health().store).toMatchObject({ state: 'restored' });
    for (const id of ['x', 'y', 'z']) expect(lost).not.toContain(await fileOne(quejas, id));
    await quejas.close();
    const later = await openIn(folder);
    expect(later.health().store.state).toBe('whole');
    await later.close();
  });

  it('is whole where its mark is older', async () => {
    const folder = scratchFolder();
    const { keysPath } = placesIn(folder);
    await filedIn(folder, ['a']);
    copyFileSync(`${keysPath}.marks`, join(folder, 'older.marks'));
    await filedIn(folder, ['b']);
    copyFileSync(join(folder, 'older.marks'), `${keysPath}.marks`);
    await filedIn(folder, ['c']);
    expect(existsSync(`${keysPath}.marks`)).toBe(true);
  });

  it('gives no folio again in silence where the file of marks is lost too: marks-missing', async () => {
    const { folder, lost } = await putBack();
    loseMarks(folder);
    const quejas = await openIn(folder);
    const refused = await quejas.file(report('z'), cs).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'marks-missing', details: { path: expect.any(String) } });
    expect(quejas.health().store).toMatchObject({ state: 'behind', code: 'marks-missing' });
    expect(await quejas.totals()).toMatchObject({ filed: 2 });
    expect((await quejas.acceptLoss('No hay otra copia')).voided.length).toBeGreaterThan(0);
    expect(lost).not.toContain(await fileOne(quejas, 'z'));
    await quejas.close();
    expect(await standingIn(folder)).toBe('whole');
  });

  it.each<[string, (folder: string) => void]>([
    ['is told of what a copy of the keys knows', () => undefined],
    [
      'is set aside where it is damaged',
      (folder) => writeFileSync(`${placesIn(folder).keysPath}.marks`, 'x'.repeat(9_000)),
    ],
  ])(
    'a file of marks that was made anew in the meantime %s, and no folio is given twice',
    async (_what, change) => {
      const folder = scratchFolder();
      const { path, keysPath } = placesIn(folder);
      await filedIn(folder, ['a']);
      const store = sqliteEventStore({ path });
      await store.backUp(join(folder, 'store.copy'));
      await store.close();
      const lost = await filedIn(folder, ['b', 'c', 'd']);
      await backUpVault({ path: keysPath }, join(folder, 'keys.copy'));
      rmSync(path);
      rmSync(join(folder, 'secrets'), { recursive: true });
      // The first request after the loss made another store and other keys.
      const between = await filedIn(folder, ['e', 'f', 'g', 'h', 'i', 'j', 'k', 'l']);
      change(folder);
      await restoreVault(join(folder, 'keys.copy'), { path: keysPath }, { replace: true });
      await restoreStore(join(folder, 'store.copy'), path, { replace: true });
      const quejas = await openIn(folder);
      expect(quejas.health().store).toMatchObject({ state: 'restored' });
      for (const id of ['w', 'x', 'y', 'z']) {
        const folio = await fileOne(quejas, id);
        expect(lost).not.toContain(folio);
        expect(between).not.toContain(folio);
      }
      await quejas.close();
      expect(await standingIn(folder)).toBe('whole');
    },
  );

  it('gives nothing up where the place of its marks is in the way, and goes on once that is mended: marks-unavailable', async () => {
    const folder = scratchFolder();
    const marks = `${placesIn(folder).keysPath}.marks`;
    await filedIn(folder, ['a']);
    renameSync(marks, join(folder, 'kept'));
    symlinkSync(marks, marks);
    const quejas = await openIn(folder);
    const refused = await quejas.file(report('b'), cs).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'marks-unavailable', details: { reason: 'ELOOP' } });
    expect(await codeOf(quejas.acceptLoss('Se perdió'))).toBe('marks-unavailable');
    expect(await quejas.totals()).toMatchObject({ filed: 1 });
    await quejas.close();
    rmSync(marks);
    renameSync(join(folder, 'kept'), marks);
    expect(await filedIn(folder, ['b'])).toHaveLength(1);
    expect(await standingIn(folder)).toBe('whole');
  });

  it.each<[string, (path: string) => Promise<void> | void]>([
    ['is whole', () => undefined],
    ['is gone', (path) => rmSync(path)],
    [
      'was restored from a back-up',
      async (path) => {
        await restoreStore(path, `${path}.restored`);
        copyFileSync(`${path}.restored`, path);
      },
    ],
  ])('is told that its mark is gone where the store %s, until that is accepted', async (_what, change) => {
    const folder = scratchFolder();
    await filedIn(folder, ['a']);
    await change(placesIn(folder).path);
    loseMarks(folder);
    const quejas = await openIn(folder);
    expect(await codeOf(quejas.file(report('z'), cs))).toBe('marks-missing');
    await quejas.acceptLoss('El almacén se comparó con su última copia');
    await fileOne(quejas, 'z');
    await quejas.close();
    expect(await standingIn(folder)).toBe('whole');
  });

  it('finds its mark again where a copy of the keys brings it back', async () => {
    const folder = scratchFolder();
    const { keysPath } = placesIn(folder);
    await filedIn(folder, ['a']);
    await backUpVault({ path: keysPath }, join(folder, 'copy.keys'));
    await filedIn(folder, ['b']);
    loseMarks(folder);
    await restoreVault(join(folder, 'copy.keys'), { path: keysPath });
    await filedIn(folder, ['c']);
    expect(await standingIn(folder)).toBe('whole');
  });

  it('goes on with keys that never had a mark of it, as after a vault was adopted', async () => {
    const folder = scratchFolder();
    await filedIn(folder, ['a']);
    const other = { keys: `file:${join(folder, 'other', 'k.db')}`, newVault: true } as const;
    const quejas = await openIn(folder, other);
    await fileOne(quejas, 'b');
    await quejas.close();
    const later = await openIn(folder, other);
    expect(later.health().store.state).toBe('whole');
    await later.close();
  });

  it('is told where the mark itself is damaged: nothing is stored until that is accepted', async () => {
    const folder = scratchFolder();
    const { keysPath } = placesIn(folder);
    await filedIn(folder, ['a']);
    const raw = new DatabaseSync(`${keysPath}.marks`);
    raw.exec(`UPDATE store_marks SET mark = replace(mark, '"next":', '"next":1')`);
    raw.close();
    const quejas = await openIn(folder);
    expect(await codeOf(quejas.file(report('z'), cs))).toBe('mark-damaged');
    await quejas.acceptLoss('El archivo de marcas se dañó; el almacén está completo');
    await fileOne(quejas, 'z');
    await quejas.close();
    expect(readFileSync(`${keysPath}.marks`).length).toBeGreaterThan(0);
  });

  it.each<[string, (marks: string) => void]>([
    ['is text', (marks) => writeFileSync(marks, 'no es una base de datos\n'.repeat(40))],
    ['is one byte', (marks) => writeFileSync(marks, 'x')],
    ['has a page of zeros', (marks) => writeFileSync(marks, readFileSync(marks).fill(0, 4_096, 8_192))],
    ['has lost its end', (marks) => truncateSync(marks, 4_096)],
    [
      'is a folder',
      (marks) => {
        rmSync(marks);
        mkdirSync(marks);
      },
    ],
    [
      'is another program’s',
      (marks) => {
        rmSync(marks);
        const raw = new DatabaseSync(marks);
        raw.exec('CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)');
        raw.close();
      },
    ],
  ])('can be accepted where the file of the mark %s, which is set aside as it is', async (_what, damage) => {
    const folder = scratchFolder();
    const { keysPath } = placesIn(folder);
    const marks = `${keysPath}.marks`;
    await filedIn(folder, ['a']);
    for (const suffix of ['-wal', '-shm']) rmSync(`${marks}${suffix}`, { force: true });
    damage(marks);
    expect(await codeOf(backUpVault({ path: keysPath }, join(folder, 'copy.db')))).toBe('mark-damaged');
    expect(existsSync(join(folder, 'copy.db'))).toBe(false);
    const quejas = await openIn(folder);
    expect(await codeOf(quejas.file(report('z'), cs))).toBe('mark-damaged');
    await quejas.acceptLoss('El archivo de marcas se dañó; el almacén está completo');
    await fileOne(quejas, 'z');
    await quejas.close();
    expect(existsSync(`${marks}.replaced`)).toBe(true);
    const again = await openIn(folder);
    expect(again.health().store.state).toBe('whole');
    await again.close();
    await backUpVault({ path: keysPath }, join(folder, 'copy.db'));
  });
});
