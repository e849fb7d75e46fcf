import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { asCustomerService } from '../../src/application/commands/actors.js';
import type { Checkpoints } from '../../src/application/ports/checkpoints.js';
import type { Feed, FeedOptions } from '../../src/application/ports/event-feed.js';
import type { EventStore } from '../../src/application/ports/event-store.js';
import { conectared, emenet } from '../../src/domain/provider/index.js';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { loadDriver } from '../../src/infrastructure/shared/sqlite-driver.js';
import { memoryEventStore } from '../../src/infrastructure/memory/index.js';
import { sqliteEventStore } from '../../src/infrastructure/sqlite/index.js';
import { openQuejas, readModelProjector, type OpenQuejasOptions, type Quejas } from '../../src/index.js';
import { withFeed } from '../support/with-feed.js';
import {
  hours,
  removeScratch,
  report,
  scratchFolder,
  sequentialIds,
  steadyClock,
  storeKinds,
} from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-1');

const houseOn = async (store: OpenQuejasOptions['store'], more: Partial<OpenQuejasOptions> = {}) => {
  const time = steadyClock();
  const keys = memoryKeyVault();
  const open = (each: Partial<OpenQuejasOptions> = {}): Promise<Quejas> =>
    openQuejas({
      store,
      keys,
      provider: conectared,
      clock: time.clock,
      ids: sequentialIds(),
      ...more,
      ...each,
    });
  return { quejas: await open(), open, time };
};

const fileTwo = async (quejas: Quejas, prefix = 'r'): Promise<readonly string[]> => {
  const folios: string[] = [];
  for (const number of [1, 2]) {
    const filed = await quejas.file(report(`${prefix}-${String(number)}`, { contract: 'c-1' }), cs);
    if (!filed.ok) throw new Error(filed.code);
    folios.push(filed.folio);
  }
  return folios;
};

const links = async (store: EventStore) =>
  (await store.readAll({ limit: 1_000, types: ['LinkedTo'] })).events;

const embedded = (kind: (typeof storeKinds)[number]) =>
  kind === 'memory'
    ? memoryEventStore({ inline: readModelProjector() })
    : sqliteEventStore({ path: join(scratchFolder(), 'quejas.db'), inline: readModelProjector() });

describe.each(storeKinds)('linking repeats, on an embedded store (%s)', (kind) => {
  it('I-25 follows from a filing by itself, after it was answered, as the system’s act led to by it', async () => {
    const store = embedded(kind);
    const { quejas } = await houseOn(store);
    const [first] = await fileTwo(quejas);
    await quejas.close();
    const [link, ...others] = await links(store);
    const filings = (await store.readAll({ limit: 100, types: ['Filed'] })).events;
    expect(others).toEqual([]);
    expect(link).toMatchObject({
      stream: filings[1]?.stream,
      data: { other: first, relationship: 'repeat' },
      metadata: {
        actor: 'link-repeats',
        role: 'system',
        causationId: filings[1]?.id,
        correlationId: filings[1]?.metadata.correlationId,
      },
    });
    await store.close();
  });

  it('has one effect where the process dies between its append and its checkpoint', async () => {
    const store = embedded(kind);
    const dying: Checkpoints = {
      ...store.checkpoints,
      write: () => Promise.reject(new Error('died')),
    };
    const { quejas, open } = await houseOn({ ...store, checkpoints: dying });
    await fileTwo(quejas);
    await expect(quejas.runProcesses()).rejects.toThrow('died');
    expect(await links(store)).toHaveLength(1);
    expect(quejas.health().processes).toMatchObject([
      { name: 'link-repeats', lastError: { message: 'died' } },
      { name: 'keep-one-alive' },
    ]);
    await quejas.close();
    for (let life = 0; life < 2; life += 1) {
      const again = await open({ store });
      await again.runProcesses();
      await again.close();
    }
    expect(await links(store)).toHaveLength(1);
    await store.close();
  });

  it('goes on from its checkpoint: what was seen is not read again', async () => {
    const store = embedded(kind);
    const { quejas, open } = await houseOn(store);
    await fileTwo(quejas);
    await quejas.close();
    const seen: string[] = [];
    const watched = {
      ...store,
      readAll: async (options: Parameters<EventStore['readAll']>[0]) => {
        const page = await store.readAll(options);
        seen.push(...page.events.map(({ type }) => type));
        return page;
      },
    };
    const again = await open({ store: watched });
    await again.runProcesses();
    expect(seen).toEqual([]);
    expect(again.health().processes).toMatchObject([
      { name: 'link-repeats', state: 'stopped', lastError: undefined },
      { name: 'keep-one-alive', state: 'stopped', lastError: undefined },
    ]);
    await again.close();
    await store.close();
  });

  it('is done by each provider for its own requests alone', async () => {
    const store = embedded(kind);
    const { quejas, open } = await houseOn(store);
    const other = await open({ provider: emenet, ids: sequentialIds('other'), keys: memoryKeyVault() });
    await fileTwo(quejas);
    await fileTwo(other, 'o');
    await quejas.runProcesses();
    await other.runProcesses();
    const made = await links(store);
    expect(made.map(({ metadata }) => metadata.provider).sort()).toEqual(['conectared', 'emenet']);
    await quejas.close();
    await other.close();
    await store.close();
  });
});

describe('two requests on one contract at the same moment', () => {
  it('I-25 are linked once: the later one to the earlier, never both ways', async () => {
    const store = embedded('memory');
    const { quejas } = await houseOn(store);
    await Promise.all([1, 2, 3].map((n) => quejas.file(report(`r-${String(n)}`, { contract: 'c-1' }), cs)));
    await quejas.runProcesses();
    const filed = (await store.readAll({ limit: 100, types: ['Filed'] })).events.map(({ stream }) => stream);
    expect((await links(store)).map(({ stream }) => stream)).toEqual(filed.slice(1));
    await quejas.close();
  });
});

describe('a process on a store whose rows lie apart', () => {
  it('runs once the host has started it, and reads rows that have its event', async () => {
    const store = withFeed(memoryEventStore(), 3);
    const { quejas } = await houseOn(store, { rows: 'memory:' });
    await fileTwo(quejas);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await links(store)).toEqual([]);
    await quejas.start();
    while ((await links(store)).length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    expect(quejas.health().processes).toMatchObject([
      { name: 'link-repeats', lastError: undefined },
      { name: 'keep-one-alive', lastError: undefined },
    ]);
    await quejas.close();
    expect(await links(store)).toHaveLength(1);
  });

  it('waits, says why, and delays no command where its rows cannot be read', async () => {
    const store = withFeed(memoryEventStore());
    const { quejas, open } = await houseOn(store, { rows: 'none' });
    await fileTwo(quejas);
    await quejas.close();
    const path = join(scratchFolder(), 'rows.db');
    const stuck = await open({
      rows: `sqlite:${path}`,
      rowsTimeout: 50,
      ids: sequentialIds('stuck'),
    });
    await stuck.queue('customer-service', cs).catch(() => undefined);
    const { DatabaseSync } = loadDriver();
    const other = new DatabaseSync(path);
    for (const { name } of other.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all())
      other.exec(`DROP TABLE "${String(name)}"`);
    // Tables that are gone are made anew; this one cannot be.
    other.exec('CREATE VIEW projections AS SELECT 1');
    other.close();
    await expect(stuck.runProcesses()).rejects.toThrow();
    expect(stuck.health().processes[0]?.lastError).toBeDefined();
    expect(await stuck.file(report('r-3', { contract: 'c-1' }), cs)).toMatchObject({ ok: true });
    await stuck.close();
  });
});

describe('the folio register beside a server', () => {
  const path = () => `sqlite:${join(scratchFolder(), 'rows.db')}` as const;

  it('follows the store while it is started, and has every folio when it comes back', async () => {
    const store = withFeed(memoryEventStore(), 3);
    const rows = path();
    const { quejas, open, time } = await houseOn(store, { rows });
    await quejas.start();
    const folios = await fileTwo(quejas);
    time.forward(hours(3));
    const head = await store.head();
    while (quejas.health().folioRegister?.position !== head)
      await new Promise((resolve) => setTimeout(resolve, 1));
    await quejas.close();
    let pages = 0;
    const counted = {
      ...store,
      readAll: (options: Parameters<EventStore['readAll']>[0]) => {
        pages += 1;
        return store.readAll(options);
      },
    };
    const again = await open({ store: counted, ids: sequentialIds('again') });
    for (const folio of folios)
      expect(
        await again.complaint(folio).addNote({ commandId: `n-${folio}`, visibility: 'staff', note: 'n' }, cs),
      ).toMatchObject({
        ok: true,
        folio,
      });
    expect(pages).toBe(0);
    await again.close();
  });

  it('that was made from another store is made anew, and misleads no caller', async () => {
    const rows = path();
    const first = await houseOn(withFeed(memoryEventStore()), { rows });
    await first.quejas.start();
    const [folio = ''] = await fileTwo(first.quejas);
    while (first.quejas.health().folioRegister?.position === undefined)
      await new Promise((resolve) => setTimeout(resolve, 1));
    await first.quejas.close();
    const other = await houseOn(withFeed(memoryEventStore()), { rows });
    expect(
      await other.quejas.complaint(folio).addNote({ commandId: 'n', visibility: 'staff', note: 'n' }, cs),
    ).toMatchObject({ ok: false, code: 'folio-unknown' });
    await other.quejas.close();
  });
});

describe('what follows a server', () => {
  it('begins again with start() where its feed had failed', async () => {
    const store = withFeed(memoryEventStore(), 3);
    let broken = true;
    const failing = {
      ...store,
      readAll: (options: Parameters<EventStore['readAll']>[0]) => store.readAll(options),
      subscribe: (options: FeedOptions): Feed => {
        const feed = store.subscribe(options);
        return broken ? { ...feed, health: () => ({ ...feed.health(), state: 'failed' }) } : feed;
      },
    };
    const { quejas } = await houseOn(failing, { rows: 'memory:' });
    await quejas.start();
    const states = () => quejas.health().processes.map(({ state }) => state);
    while (states().includes('stopped')) await new Promise((resolve) => setTimeout(resolve, 1));
    expect(states()).toEqual(['failed', 'failed']);
    broken = false;
    await quejas.start();
    await fileTwo(quejas);
    while ((await links(store)).length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    expect(states()).not.toContain('failed');
    await quejas.close();
    expect(store.feeds()).toBe(0);
  });

  it('does not begin where stop() or close() came before start() was through', async () => {
    for (const end of ['stop', 'close'] as const) {
      const store = withFeed(memoryEventStore(), 3);
      const { quejas } = await houseOn(store, { rows: 'memory:' });
      const starting = quejas.start().catch((fault: unknown) => fault);
      await quejas[end]();
      await starting;
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect([end, store.feeds()]).toEqual([end, 0]);
      await quejas.close();
    }
  });
});
