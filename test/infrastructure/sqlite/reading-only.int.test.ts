import { chmodSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { conectared } from '../../../src/domain/provider/conectared.js';
import { memoryKeyVault } from '../../../src/infrastructure/crypto/memory-key-vault.js';
import { sqliteEventStore } from '../../../src/infrastructure/sqlite/index.js';
import { openQuejas, readModelProjector } from '../../../src/composition/open-quejas.js';
import { report, steadyClock } from '../../composition/opened.js';
import { readingOnly } from './nobody.js';
import { folderOfMemory, readingMedium } from './read-only-medium.js';
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
});
