import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { asCustomerService } from '../../src/application/commands/actors.js';
import { scopeOf } from '../../src/application/identity/scope.js';
import type { EventStore } from '../../src/application/ports/event-store.js';
import { conectared, emenet } from '../../src/domain/provider/index.js';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { loadDriver } from '../../src/infrastructure/shared/sqlite-driver.js';
import { memoryEventStore } from '../../src/infrastructure/memory/index.js';
import { sqliteEventStore } from '../../src/infrastructure/sqlite/index.js';
import { openQuejas, type Quejas } from '../../src/index.js';
import { countingReads, validFolio } from '../support/folio-samples.js';
import { asOlderFile } from '../support/older-file.js';
import { manualTimers } from '../support/manual-timers.js';
import {
  opened,
  removeScratch,
  report,
  scratchFolder,
  sequentialIds,
  steadyClock,
  storeKinds,
} from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-1');
const staff = { ...cs, verified: true };

const filedFolios = async (quejas: Quejas, count: number, from = 0): Promise<readonly string[]> => {
  const folios: string[] = [];
  for (let number = from; number < from + count; number += 1) {
    const filed = await quejas.file(report(`r-${String(number)}`), cs);
    if (!filed.ok) throw new Error(filed.code);
    folios.push(filed.folio);
  }
  return folios;
};

/** A process that has none of the folios at hand, on a store that keeps events alone. */
const freshHost = (store: EventStore, more: Partial<Parameters<typeof openQuejas>[0]> = {}) =>
  openQuejas({
    store,
    rows: 'none',
    keys: memoryKeyVault(),
    provider: conectared,
    clock: steadyClock().clock,
    ids: sequentialIds('fresh'),
    ...more,
  });

/** The store as hosts make their own: without a register. */
const withoutRegister = ({ append, read, readAll, head, close, capabilities }: EventStore): EventStore => ({
  append,
  read,
  readAll,
  head,
  close,
  capabilities,
});

describe.each(storeKinds)('the folio register in a store (%s)', (kind) => {
  const storeOf = (folder: string) =>
    kind === 'memory' ? memoryEventStore() : sqliteEventStore({ path: join(folder, 'quejas.db') });

  it('finds the complaint of a folio for a process that did not file it, and reads no page of the store', async () => {
    const store = storeOf(scratchFolder());
    const first = await freshHost(store);
    const [folio = ''] = await filedFolios(first, 3);
    await first.close();
    const { counts, store: counted } = countingReads(store);
    const host = await freshHost(counted);
    expect(await host.show(folio.toLowerCase(), staff)).toMatchObject({ folio });
    expect(
      await host.complaint(folio).addNote({ commandId: 'n-1', visibility: 'staff', note: 'n' }, cs),
    ).toMatchObject({
      ok: true,
      folio,
    });
    expect((await host.events({ folio, limit: 10 })).events.map(({ type }) => type)).toContain('Filed');
    expect(counts.pages).toBe(0);
    await store.close();
  });

  it('answers a mistyped but valid folio without a look at the events', async () => {
    const store = storeOf(scratchFolder());
    const { counts, store: counted } = countingReads(store);
    const host = await freshHost(counted);
    await filedFolios(host, 3);
    const unknown = await host
      .complaint(validFolio('CR', 900_000))
      .addNote({ commandId: 'n-1', visibility: 'staff', note: 'n' }, cs);
    expect(unknown).toMatchObject({ ok: false, code: 'folio-unknown' });
    expect(counts.pages).toBe(0);
    await store.close();
  });

  it('keeps the folios of two providers and of two namespaces apart', async () => {
    const store = storeOf(scratchFolder());
    const open = (provider: typeof conectared, namespace: string, keys = memoryKeyVault()) =>
      freshHost(store, { provider, namespace, keys });
    const hosts = [await open(conectared, ''), await open(emenet, ''), await open(conectared, 'north-')];
    const folios: string[] = [];
    for (const host of hosts) folios.push(...(await filedFolios(host, 1)));
    expect(folios[0]).toBe(folios[2]);
    const found = await Promise.all(
      [
        ['', 'conectared'],
        ['', 'emenet'],
        ['north-', 'conectared'],
      ].map(([namespace = '', provider = ''], index) =>
        store.folios.find(scopeOf(namespace, provider), folios[index] ?? ''),
      ),
    );
    const streams = found.map((answer) => (answer.kind === 'found' ? answer.stream : answer.kind));
    expect(new Set(streams).size).toBe(3);
    expect(streams[2]).toMatch(/^north-complaint-/);
    expect(await store.folios.find(scopeOf('', 'emenet'), folios[0] ?? '')).toEqual({ kind: 'none' });
    await store.close();
  });
});

describe('a file that has no register yet', () => {
  const olderFile = async (count: number) => {
    const { quejas, folder } = await opened('sqlite');
    const folios = await filedFolios(quejas, count);
    await quejas.close();
    const path = join(folder, 'quejas.db');
    asOlderFile(path, 1);
    return { path, folios };
  };

  it('is given one, with every folio that was assigned, when it is opened for writing', async () => {
    const { path, folios } = await olderFile(25);
    const store = sqliteEventStore({ path });
    for (const folio of folios)
      expect(await store.folios.find(scopeOf('', 'conectared'), folio)).toMatchObject({ kind: 'found' });
    expect(await store.folios.find(scopeOf('', 'conectared'), validFolio('CR', 900_000))).toEqual({
      kind: 'none',
    });
    await store.close();
  });

  it('goes on where filling was interrupted, and a folio is found before that', async () => {
    const { path, folios } = await olderFile(5);
    const store = sqliteEventStore({ path });
    await store.open();
    await store.close();
    const { DatabaseSync } = loadDriver();
    const database = new DatabaseSync(path);
    database.exec('DELETE FROM folios; UPDATE folio_register SET read_up_to = 0');
    database.close();
    const reading = sqliteEventStore({ path, readOnly: true });
    expect(await reading.folios.find(scopeOf('', 'conectared'), folios[4] ?? '')).toEqual({ kind: 'behind' });
    const host = await freshHost(reading);
    expect(await host.show(folios[4] ?? '', staff)).toMatchObject({ folio: folios[4] });
    await reading.close();
    const again = sqliteEventStore({ path });
    expect(await again.folios.find(scopeOf('', 'conectared'), folios[4] ?? '')).toMatchObject({
      kind: 'found',
    });
    await again.close();
  });

  it('is read as it is where it is only read, and its folios are found', async () => {
    const { path, folios } = await olderFile(5);
    const copy = join(scratchFolder(), 'copy.db');
    copyFileSync(path, copy);
    const store = sqliteEventStore({ path: copy, readOnly: true });
    const host = await freshHost(store);
    for (const folio of folios) expect(await host.show(folio, staff)).toMatchObject({ folio });
    expect(await host.show(validFolio('CR', 900_000), staff)).toBeUndefined();
    await store.close();
  });
});

describe('a store that keeps no register', () => {
  const filings = 60;
  const filled = async () => {
    const store = memoryEventStore();
    const time = steadyClock();
    let folios: readonly string[] = [];
    for (let life = 0; life < filings / 5; life += 1) {
      const host = await freshHost(store, { clock: time.clock, ids: sequentialIds(`life-${String(life)}`) });
      folios = [...folios, ...(await filedFolios(host, 5, life * 5))];
      // A host that dies keeps its block until the lease is over.
      if (life % 2 === 0) await host.close();
      time.forward(3 * 3_600_000);
    }
    return { store: withoutRegister(store), folios };
  };

  it('has every folio found all the same', async () => {
    const { store, folios } = await filled();
    const host = await freshHost(store);
    for (const folio of folios) expect(await host.show(folio, staff)).toMatchObject({ folio });
  });

  it.each([
    ['was never lent', 900_000],
    ['is void: its holder died with it', 9],
  ])('answers a mistyped folio whose number %s without reading all events', async (_why, number) => {
    const { store, folios } = await filled();
    const wrong = Array.from({ length: 40 }, (_, step) => validFolio('CR', number + step)).find(
      (folio) => !folios.includes(folio),
    );
    const { counts, store: counted } = countingReads(store);
    const host = await freshHost(counted);
    expect(
      await host.complaint(wrong ?? '').addNote({ commandId: 'n', visibility: 'staff', note: 'n' }, cs),
    ).toMatchObject({ ok: false, code: 'folio-unknown' });
    expect(counts.pages).toBeLessThanOrEqual(2);
  });

  it('says that it does not know, and never that there is no such folio, where the search takes too long', async () => {
    const { store, folios } = await filled();
    const timers = manualTimers();
    const silent: EventStore = { ...store, readAll: () => new Promise(() => undefined) };
    const host = await freshHost(silent, { timers, rowsTimeout: 2_000 });
    const asked = host.show(folios[0] ?? '', staff);
    asked.catch(() => undefined);
    while (timers.waits().length === 0) await new Promise((resolve) => setImmediate(resolve));
    timers.pass(2_000);
    await expect(asked).rejects.toMatchObject({ code: 'folios-behind', details: { reason: '> 2 s' } });
  });
});
