import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { conectared } from '../../../src/domain/provider/conectared.js';
import { backUpVault, restoreVault } from '../../../src/infrastructure/crypto/vault-copies.js';
import { memoryKeyVault } from '../../../src/infrastructure/crypto/memory-key-vault.js';
import { sqliteEventStore } from '../../../src/infrastructure/sqlite/index.js';
import { openQuejas, readModelProjector } from '../../../src/composition/open-quejas.js';
import { restore } from '../../../src/jobs/restore/restore.js';
import { report, steadyClock } from '../../composition/opened.js';
import { readingOnly } from './nobody.js';
import { folderOfMemory, fullMedium, readingMedium } from './read-only-medium.js';
import { faultOf } from './samples.js';
import { temporaryFolder } from './temporary.js';

let folder = temporaryFolder();
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const path = () => folder.path('store.db');
const place = () => ({ folder: folder.path('.'), file: path() });
const viewer = { actor: 'cs-1', role: 'customer-service' } as const;
const by = { actor: 'cs-1', role: 'customer-service' } as const;

const storeAs = (readOnly: boolean | 'if-needed', onRowsBehind?: (events: number) => void) =>
  sqliteEventStore({
    path: path(),
    inline: readModelProjector(),
    readOnly,
    ...(onRowsBehind && { onRowsBehind }),
  });

const quejasOn = (store: ReturnType<typeof storeAs>) =>
  openQuejas({ store, keys: memoryKeyVault(), provider: conectared, clock: steadyClock().clock });

const file = async (commandId: string, rows: boolean): Promise<string> => {
  const store = rows ? storeAs(false) : sqliteEventStore({ path: path() });
  const quejas = await openQuejas({
    store,
    rows: rows ? 'inline' : 'none',
    keys: memoryKeyVault(),
    provider: conectared,
    clock: steadyClock().clock,
  });
  const result = await quejas.file(report(commandId), by);
  await quejas.close();
  await store.close();
  if (!result.ok) throw new Error(result.code);
  return result.folio;
};

describe('a store that cannot be written is still read', () => {
  it('where neither the file nor its folder may be touched', async () => {
    const folio = await file('0198c000-0000-7000-8000-000000000001', true);
    await readingOnly(place(), async () => {
      const store = storeAs('if-needed');
      const quejas = await quejasOn(store);
      expect(await quejas.show(folio, viewer)).toMatchObject({ folio, status: 'acknowledged' });
      expect(await quejas.requestsOf('s-1', viewer)).toMatchObject({ total: 1 });
      expect(await quejas.queue('customer-service', viewer)).toMatchObject({ total: 1 });
      expect((await quejas.events({ limit: 10 })).events.length).toBeGreaterThan(2);
      const refused = await faultOf(quejas.file(report('0198c000-0000-7000-8000-000000000002'), by));
      expect(refused).toMatchObject({ code: 'store-read-only' });
      await quejas.close();
      await store.close();
    });
  });

  it('with a rebuild that was left behind in it: the rows that are read are whole, and said to be', async () => {
    await file('0198c000-0000-7000-8000-000000000001', true);
    const writing = storeAs(false);
    await writing.rebuild('case-totals');
    expect((await writing.rowCheckpoints()).map(({ slot }) => slot)).toContain('rebuild');
    await writing.close();
    const behind: number[] = [];
    const store = storeAs(true, (events) => behind.push(events));
    const quejas = await quejasOn(store);
    expect(await quejas.totals()).toMatchObject({ filed: 1 });
    expect(behind).toEqual([]);
    await quejas.close();
    await store.close();
  });

  it('a store that cannot be written is copied', async () => {
    await file('0198c000-0000-7000-8000-000000000001', true);
    const elsewhere = temporaryFolder();
    chmodSync(elsewhere.path('.'), 0o777);
    await readingOnly(place(), async () => {
      const store = storeAs(true);
      const made = await store.backUp(elsewhere.path('copy.db'));
      expect(made.position).toBe(await store.head());
      await store.close();
    });
    elsewhere.remove();
  });

  it('a store that cannot be written says by how many events its rows are behind', async () => {
    const told = await file('0198c000-0000-7000-8000-000000000001', true);
    await file('0198c000-0000-7000-8000-000000000002', false);
    const behind: number[] = [];
    await readingOnly(place(), async () => {
      const store = storeAs('if-needed', (events) => behind.push(events));
      const quejas = await quejasOn(store);
      expect(await quejas.requestsOf('s-1', viewer)).toMatchObject({ total: 1, items: [{ folio: told }] });
      await quejas.close();
      await store.close();
    });
    expect(behind).toEqual([4]);
  });

  it('a store that could not be written is brought up to date where it can be', async () => {
    await file('0198c000-0000-7000-8000-000000000001', true);
    await file('0198c000-0000-7000-8000-000000000002', false);
    const behind: number[] = [];
    const store = storeAs('if-needed', (events) => behind.push(events));
    const quejas = await quejasOn(store);
    expect(await quejas.requestsOf('s-1', viewer)).toMatchObject({ total: 2 });
    expect(behind).toEqual([]);
    await quejas.close();
    await store.close();
  });

  it('a store is not read where its last changes lie in a log that would be missed', async () => {
    await file('0198c000-0000-7000-8000-000000000001', true);
    writeFileSync(`${path()}-wal`, 'x'.repeat(64));
    await readingOnly(place(), async () => {
      const store = storeAs(true);
      expect(await faultOf(store.head())).toMatchObject({ code: 'store-failed' });
      await store.close();
    });
  });
});

/** A medium that takes no changes needs a right that not every machine gives: there it is left out. */
const medium = folderOfMemory();

(medium === undefined ? describe.skip : describe)('a medium that takes no changes (mount -o ro)', () => {
  it('has its store and its keys opened for reading, and refuses what is to be stored', async () => {
    const at = medium ?? '';
    const [store, keys] = [`sqlite:${at}/q.db`, `file:${at}/keys/k.db`] as const;
    const open = (readOnly: boolean | 'if-needed') =>
      openQuejas({ store, keys, provider: conectared, clock: steadyClock().clock, readOnly });
    const writing = await open(false);
    const filed = await writing.file(report('f-1'), by);
    await writing.close();
    if (!filed.ok) throw new Error(filed.code);
    await readingMedium(at, async () => {
      for (const readOnly of [true, 'if-needed'] as const) {
        const quejas = await open(readOnly);
        expect(JSON.stringify(await quejas.show(filed.folio, viewer))).toContain('Planted Name');
        expect(await quejas.queue('customer-service', viewer)).toMatchObject({ total: 1 });
        expect(await faultOf(quejas.file(report('f-2'), by))).toMatchObject({ code: 'store-read-only' });
        await quejas.close();
      }
      expect(await faultOf(open(false))).toMatchObject({ code: 'store-read-only' });
    });
  });

  const another = folderOfMemory();

  it('takes no copy and has none put back, which is told of that place and in words', async () => {
    const at = another ?? '';
    const [store, vault] = [`${at}/q.db`, { path: `${at}/keys/k.db` }];
    const quejas = await openQuejas({
      ...{ store: `sqlite:${store}`, keys: `file:${vault.path}`, provider: conectared },
      clock: steadyClock().clock,
    });
    await quejas.file(report('f-1'), by);
    await quejas.close();
    const copies = { store: folder.path('copy.db'), keys: folder.path('copy.keys') };
    const backUp = async (target: string): Promise<void> => {
      const reading = sqliteEventStore({ path: store, readOnly: true });
      await reading.backUp(target).finally(() => reading.close());
    };
    await backUp(copies.store);
    await backUpVault(vault, copies.keys);
    const unwritable = (path: string) => ({ code: 'copy-unwritable', details: { path, reason: 'EROFS' } });
    const unusable = { code: 'keys-unavailable', details: { path: vault.path, reason: 'EROFS' } };
    await readingMedium(at, async () => {
      expect(await faultOf(backUp(`${at}/c.db`))).toMatchObject(unwritable(`${at}/c.db`));
      expect(await faultOf(backUpVault(vault, `${at}/c.keys`))).toMatchObject(unwritable(`${at}/c.keys`));
      expect(await faultOf(restore(copies.store, store, { replace: true }))).toMatchObject({
        code: 'store-read-only',
      });
      expect(await faultOf(restoreVault(copies.keys, vault))).toMatchObject(unusable);
      expect(await faultOf(restoreVault(copies.keys, vault, { replace: true }))).toMatchObject(unusable);
    });
  });

  const small = folderOfMemory('size=64k');

  it('as little as a disk that is full, of which an earlier copy stays', async () => {
    const at = small ?? '';
    await file('0198c000-0000-7000-8000-000000000001', true);
    const store = sqliteEventStore({ path: path(), readOnly: true });
    await fullMedium(at, async () => {
      const target = `${at}/c.db`;
      writeFileSync(target, 'an earlier copy');
      expect(await faultOf(store.backUp(target, { replace: true }))).toMatchObject({
        code: 'copy-unwritable',
        details: { path: target, reason: 'ENOSPC' },
      });
      expect(readdirSync(at)).toEqual(['c.db']);
      expect(await faultOf(restore(path(), `${at}/s.db`))).toMatchObject({ code: 'store-full' });
    });
    await store.close();
  });
});
