import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { asCustomerService } from '../../src/application/commands/actors.js';
import { storeError } from '../../src/application/errors/store-error.js';
import type { EventStore } from '../../src/application/ports/event-store.js';
import type { Projection } from '../../src/application/ports/projection.js';
import type { ReadModelStore } from '../../src/application/ports/read-model-store.js';
import { conectared } from '../../src/domain/provider/conectared.js';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { loadDriver } from '../../src/infrastructure/shared/sqlite-driver.js';
import { memoryEventStore } from '../../src/infrastructure/memory/index.js';
import { sqliteEventStore, sqliteProjectedRows } from '../../src/infrastructure/sqlite/index.js';
import { openQuejas, readModelProjector, type OpenQuejasOptions, type Quejas } from '../../src/index.js';
import { withFeed } from '../support/with-feed.js';
import { validFolio } from '../support/folio-samples.js';
import { removeScratch, report, scratchFolder, sequentialIds, steadyClock } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-1');

const openOn = (store: OpenQuejasOptions['store'], more: Partial<OpenQuejasOptions> = {}): Promise<Quejas> =>
  openQuejas({
    store,
    keys: memoryKeyVault(),
    provider: conectared,
    clock: steadyClock().clock,
    ids: sequentialIds(),
    rowsTimeout: 200,
    ...more,
  });

const unusable = (): Promise<never> => Promise.reject(storeError('store-locked', { path: 'rows' }));
const lockedRows: ReadModelStore = {
  get: unusable,
  list: unusable,
  count: unusable,
  groups: unusable,
};

/** The read models, each of which fails at every event. */
const failing = (): readonly Projection[] =>
  readModelProjector().map((projection) => ({
    ...projection,
    changes: () => {
      throw new Error('planted');
    },
  }));

interface House {
  readonly quejas: Quejas;
  readonly end: () => Promise<void>;
}

/** Every way in which rows can be out of use, by the store that they belong to. */
const houses: readonly (readonly [string, () => Promise<House>])[] = [
  [
    'in a store in memory whose rows are locked',
    async () => {
      const store = { ...memoryEventStore({ inline: readModelProjector() }), rows: lockedRows };
      return { quejas: await openOn(store), end: () => store.close() };
    },
  ],
  [
    'in a file whose rows are locked',
    async () => {
      const path = join(scratchFolder(), 'quejas.db');
      const store = { ...sqliteEventStore({ path, inline: readModelProjector() }), rows: lockedRows };
      return { quejas: await openOn(store), end: () => store.close() };
    },
  ],
  [
    'in a store in memory whose projections fail',
    async () => {
      const store = memoryEventStore({ inline: failing() });
      return { quejas: await openOn(store), end: () => store.close() };
    },
  ],
  [
    'in a file whose projections fail',
    async () => {
      const store = sqliteEventStore({ path: join(scratchFolder(), 'quejas.db'), inline: failing() });
      return { quejas: await openOn(store), end: () => store.close() };
    },
  ],
  [
    'where another connection holds the file of rows that lie apart',
    async () => {
      const path = join(scratchFolder(), 'rows.db');
      const store = withFeed(memoryEventStore());
      const first = await openOn(store, { rows: `sqlite:${path}` });
      await first.totals();
      await first.close();
      const { DatabaseSync } = loadDriver();
      const holder = new DatabaseSync(path);
      holder.exec('BEGIN EXCLUSIVE');
      const rows = sqliteProjectedRows({ path, projections: readModelProjector(), lockTimeout: 50 });
      const quejas = await openOn(store, { rows });
      return {
        quejas,
        end: async () => {
          holder.exec('ROLLBACK');
          holder.close();
          await rows.close();
          await store.close();
        },
      };
    },
  ],
  [
    'where there are no rows at all',
    async () => {
      const store = memoryEventStore();
      return { quejas: await openOn(store, { rows: 'none' }), end: () => store.close() };
    },
  ],
];

describe.each(houses)('the write side, %s', (_where, open) => {
  it('answers a filing that has a contract with its folio, and every later command', async () => {
    const { quejas, end } = await open();
    const filed = await quejas.file(report('r-1', { contract: 'c-1' }), cs);
    expect(filed).toMatchObject({ ok: true, duplicate: false });
    if (!filed.ok) throw new Error(filed.code);
    expect(await quejas.file(report('r-1', { contract: 'c-1' }), cs)).toMatchObject({
      ok: true,
      folio: filed.folio,
      duplicate: true,
    });
    expect(await quejas.file(report('r-2', { contract: 'c-1' }), cs)).toMatchObject({ ok: true });
    const note = { commandId: 'n-1', visibility: 'staff', note: 'Revisado' } as const;
    expect(await quejas.complaint(filed.folio).addNote(note, cs)).toMatchObject({
      ok: true,
      folio: filed.folio,
    });
    expect(await quejas.complaint(validFolio('CR', 900_000)).addNote(note, cs)).toMatchObject({
      ok: false,
      code: 'folio-unknown',
    });
    await quejas.close();
    await end();
  });

  it('shows a case as it stands and as it stood, its events and its letters', async () => {
    const { quejas, end } = await open();
    const filed = await quejas.file(report('r-1', { contract: 'c-1' }), cs);
    const folio = filed.ok ? filed.folio : filed.code;
    expect(await quejas.show(folio, cs)).toMatchObject({ folio, status: 'acknowledged' });
    expect(await quejas.show(folio, cs, { at: '2026-03-02T18:00:00.000Z' })).toMatchObject({ folio });
    expect((await quejas.events({ folio, limit: 10 })).events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['Filed', 'FolioAssigned']),
    );
    expect((await quejas.notice(folio, 'folio', cs))?.body).toContain(folio);
    await quejas.close();
    await end();
  });

  it('says of a query over many cases, with a code, that its rows are unavailable', async () => {
    const { quejas, end } = await open();
    await quejas.file(report('r-1'), cs);
    await expect(quejas.totals()).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(quejas.queue('customer-service', cs)).rejects.toMatchObject({ kind: 'unavailable' });
    await quejas.close();
    await end();
  });
});

describe('where another program holds the file of rows from the opening on', () => {
  it.each(['started', 'not started'] as const)(
    'a query says that its rows are locked, or behind until that is known, not that the store is away (%s)',
    async (how) => {
      const path = join(scratchFolder(), 'rows.db');
      const store = memoryEventStore();
      const first = await openOn(store, { rows: `sqlite:${path}` });
      await first.totals();
      await first.close();
      const { DatabaseSync } = loadDriver();
      const holder = new DatabaseSync(path);
      holder.exec('BEGIN EXCLUSIVE');
      const quejas = await openOn(store, { rows: `sqlite:${path}` });
      if (how === 'started') await quejas.start();
      expect(await quejas.file(report('r-1'), cs)).toMatchObject({ ok: true });
      await expect(quejas.totals()).rejects.toMatchObject({
        code: expect.stringMatching(/^rows-(?:locked|behind)$/u),
      });
      holder.exec('ROLLBACK');
      holder.close();
      // Who keeps the rows tries again after a pause, which may be longer than this query waits.
      const answered = async (tries: number): Promise<unknown> => {
        try {
          return await quejas.totals();
        } catch (error) {
          if (tries === 0) throw error;
          return answered(tries - 1);
        }
      };
      expect(await answered(20)).toMatchObject({ byStatus: { acknowledged: 1 } });
      await quejas.close();
      await store.close();
    },
  );
});

/** A store of which the rows read nothing until the gate is opened; everything else goes on. */
const gated = <Store extends EventStore>(store: Store) => {
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const readAll: EventStore['readAll'] = (options) => gate.then(() => store.readAll(options));
  return { store: { ...store, readAll }, open };
};

/** Waits for something that happens by itself; an end so far away that it is none. */
const untilTrue = async (holds: () => boolean): Promise<void> => {
  for (let look = 0; look < 10_000 && !holds(); look += 1)
    await new Promise((resolve) => setTimeout(resolve, 1));
};

const beingRebuilt = ['memory', 'a file', 'a file of rows apart'] as const;

describe.each(beingRebuilt)('while the rows of every read model are being rebuilt, in %s,', (place) => {
  it('every command, show and events answer as always, and the old rows where they are at the end', async () => {
    const inline = readModelProjector();
    const path = join(scratchFolder(), 'quejas.db');
    const isApart = place === 'a file of rows apart';
    const kept =
      place === 'a file' ? sqliteEventStore({ path, inline }) : memoryEventStore(isApart ? {} : { inline });
    const rows = isApart ? (`sqlite:${path}` as const) : 'inline';
    const keys = memoryKeyVault();
    const first = await openOn(kept, { rows, keys });
    const filed = await first.file(report('r-1', { contract: 'c-1' }), cs);
    const folio = filed.ok ? filed.folio : filed.code;
    expect(await first.totals()).toMatchObject({ filed: 1 });
    await first.close();
    const { store, open } = gated(kept);
    const quejas = await openOn(store, { rows, keys, ids: sequentialIds('again') });
    const rebuilding = inline.map(({ name }) => quejas.rebuildProjection(name));
    const isRebuilding = () => quejas.health().projections.some(({ state }) => state === 'rebuilding');
    await untilTrue(isRebuilding);
    expect(await quejas.file(report('r-1', { contract: 'c-1' }), cs)).toMatchObject({
      folio,
      duplicate: true,
    });
    expect(await quejas.file(report('r-2', { contract: 'c-1' }), cs)).toMatchObject({ ok: true });
    const note = { commandId: 'n-1', visibility: 'staff', note: 'Revisado' } as const;
    expect(await quejas.complaint(folio).addNote(note, cs)).toMatchObject({ ok: true, folio });
    expect(await quejas.show(folio, cs, { at: '2026-03-02T18:00:00.000Z' })).toMatchObject({ folio });
    expect((await quejas.events({ folio, limit: 10 })).events.length).toBeGreaterThan(2);
    expect(isRebuilding()).toBe(true);
    if (isApart) await expect(quejas.totals()).rejects.toMatchObject({ kind: 'unavailable' });
    else expect(await quejas.totals()).toMatchObject({ filed: 2 });
    open();
    await Promise.all(rebuilding);
    expect(isRebuilding()).toBe(false);
    expect(await quejas.totals()).toMatchObject({ filed: 2 });
    await quejas.close();
    await kept.close();
  });
});

/** A clock that moves with every look at it, and counts them. */
const countingClock = () => {
  const time = steadyClock();
  let looks = 0;
  return {
    clock: () => {
      looks += 1;
      time.forward(1);
      return time.clock();
    },
    looks: () => looks,
  };
};

/** A store whose every append is beaten by another command once. */
const beaten = (store: EventStore): EventStore => {
  const seen = new Set<string>();
  return {
    ...store,
    append: (request) => {
      if (seen.has(request.commandId)) return store.append(request);
      seen.add(request.commandId);
      return Promise.resolve({ kind: 'conflict', actual: 'none' });
    },
  };
};

describe('the clock', () => {
  it.each([
    ['a store', (store: EventStore) => store],
    ['a store that lets nothing through at first', beaten],
  ])('is read once for a filing and once for every later command, on %s', async (_on, made) => {
    const { clock, looks } = countingClock();
    const quejas = await openOn(made(memoryEventStore()), { rows: 'none', clock, ids: undefined });
    const during = async (work: () => Promise<unknown>): Promise<number> => {
      const before = looks();
      expect(await work()).toMatchObject({ ok: true });
      return looks() - before;
    };
    const folios: string[] = [];
    const file = (commandId: string) => async () => {
      const filed = await quejas.file({ ...report(commandId), receivedAt: undefined }, cs);
      if (filed.ok) folios.push(filed.folio);
      return filed;
    };
    for (let count = 0; count < 12; count += 1) expect(await during(file(`r-${String(count)}`))).toBe(1);
    expect(await during(file('r-0'))).toBe(1);
    const [folio = ''] = folios;
    const complaint = quejas.complaint(folio);
    expect(await during(() => complaint.assignTechnician({ commandId: 'a', technician: 'rt-1' }, cs))).toBe(
      1,
    );
    expect(
      await during(() => complaint.addNote({ commandId: 'n', visibility: 'staff', note: 'n' }, cs)),
    ).toBe(1);
    await quejas.close();
  });

  it('gives every event of a command one instant, and no event an earlier one than its stream has', async () => {
    const { clock } = countingClock();
    const store = memoryEventStore();
    const quejas = await openOn(store, { rows: 'none', clock });
    const filed = await quejas.file(report('r-1'), cs);
    const folio = filed.ok ? filed.folio : '';
    await quejas.complaint(folio).addNote({ commandId: 'n', visibility: 'staff', note: 'n' }, cs);
    const { events } = await quejas.events({ folio, limit: 10 });
    const recorded = events.map(({ recordedAt }) => recordedAt);
    expect(new Set(recorded.slice(0, 2)).size).toBe(1);
    expect(recorded).toEqual([...recorded].sort());
    await quejas.close();
  });
});

describe('close', () => {
  it.each(['memory:', 'sqlite:'])(
    'lets 600 commands under way end, and refuses what comes after (%s)',
    async (kind) => {
      const quejas = await openOn(kind === 'memory:' ? kind : `sqlite:${join(scratchFolder(), 'quejas.db')}`);
      const under = Array.from({ length: 600 }, (_, number) =>
        quejas.file(report(`r-${String(number)}`, { contract: undefined }), cs),
      );
      const closing = quejas.close();
      const late = [
        () => quejas.file(report('late'), cs),
        () => quejas.complaint('CR-000001-K').addNote({ commandId: 'n', visibility: 'staff', note: 'n' }, cs),
        () => quejas.show('CR-000001-K', cs),
        () => quejas.events({ limit: 1 }),
        () => quejas.totals(),
        () => quejas.start(),
        () => quejas.runProcesses(),
      ];
      for (const ask of late) await expect(ask()).rejects.toMatchObject({ code: 'store-closed' });
      const outcomes = await Promise.all(under);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(600);
      await closing;
    },
  );

  it('lets queries under way end, and comes after them', async () => {
    const store = memoryEventStore({ inline: readModelProjector() });
    let letThrough = (): void => undefined;
    const held = new Promise<void>((resolve) => (letThrough = resolve));
    const ended: string[] = [];
    const quejas = await openOn({
      ...store,
      rows: {
        ...store.rows,
        list: async (query) => {
          await held;
          ended.push('a query');
          return store.rows.list(query);
        },
      },
    });
    const asked = quejas.queue('customer-service', cs);
    await new Promise((resolve) => setImmediate(resolve));
    const closing = quejas.close().then(() => ended.push('close'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    letThrough();
    expect(await asked).toMatchObject({ items: [] });
    await closing;
    expect(ended.at(-1)).toBe('close');
  });
});
