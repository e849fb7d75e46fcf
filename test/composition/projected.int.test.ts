import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asCustomerService } from '../../src/application/commands/actors.js';
import { silentLogger } from '../../src/application/ports/logger.js';
import type { EventStore } from '../../src/application/ports/event-store.js';
import type { ProjectedRows } from '../../src/application/ports/projected-rows.js';
import type { ReadModelStore } from '../../src/application/ports/read-model-store.js';
import { generateFortnight, runWorkload } from '../../src/jobs/simulate/index.js';
import { instantOf } from '../../src/domain/kernel/instant.js';
import { conectared, emenet } from '../../src/domain/provider/index.js';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { systemTimers } from '../../src/infrastructure/shared/system/system-timers.js';
import { memoryEventStore, memoryProjectedRows } from '../../src/infrastructure/memory/index.js';
import { sqliteEventStore, sqliteProjectedRows } from '../../src/infrastructure/sqlite/index.js';
import type { Quejas } from '../../src/composition/quejas.js';
import { openQuejas, readModelProjector, type OpenQuejasOptions } from '../../src/composition/open-quejas.js';
import type { RowsUrl } from '../../src/composition/part-urls.js';
import { defineProjection } from '../../src/projections/runtime/define-projection.js';
import { createProjector } from '../../src/projections/runtime/projector.js';
import { manualTimers } from '../support/manual-timers.js';
import { tableContents } from '../support/table-contents.js';
import { withFeed } from '../support/with-feed.js';
import { opened, removeScratch, report, scratchFolder, sequentialIds, steadyClock } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-7');
const staff = cs;
const projections = readModelProjector();

/** Every row there is, in the order of its table's key. */
const dump = async (rows: ReadModelStore): Promise<string> => {
  const all: Record<string, unknown> = {};
  for (const {
    table: { name, key },
  } of projections)
    all[name] = await rows.list({ table: name, where: {}, orderBy: [...key], limit: 10_000 });
  return JSON.stringify(all);
};

const from = instantOf(Date.UTC(2026, 1, 2, 18));
const script = generateFortnight({ seed: 11, profiles: [conectared, emenet], from, days: 5, accesses: 1500 });

/** Processes run after each command, so that every run stores the same in the same order. */
const oneByOne = (quejas: Quejas): Quejas => ({
  ...quejas,
  execute: async (...command) => {
    const result = await quejas.execute(...command);
    await quejas.runProcesses();
    return result;
  },
});

/** Runs the story on a store; its times are the script's own, so that every run stores the same. */
const runStory = async (store: EventStore, rows?: RowsUrl): Promise<void> => {
  let now = from;
  const keys = memoryKeyVault();
  const open = (provider: typeof conectared) =>
    openQuejas({
      store,
      keys,
      provider,
      clock: () => now,
      ids: sequentialIds(provider.id),
      ...(rows === undefined ? {} : { rows }),
    });
  const served = {
    conectared: oneByOne(await open(conectared)),
    emenet: oneByOne(await open(emenet)),
  };
  for (const each of Object.values(served)) await each.start();
  const result = await runWorkload(served, script, {
    moveTo: (at) => {
      now = at > now ? at : now;
    },
  });
  expect(result.unexpected).toEqual([]);
  for (const each of Object.values(served)) await each.totals();
  for (const each of Object.values(served)) await each.close();
};

const following = (store: ReturnType<typeof withFeed>, rows: ProjectedRows) =>
  createProjector({
    feed: store,
    store,
    rows,
    prefixes: ['complaint-', 'folio-'],
    timers: systemTimers,
    logger: silentLogger,
  });

describe('the whole story, on a store that keeps no rows', () => {
  const store = withFeed(memoryEventStore(), 50);
  let inline = '';
  const file = (name: string): string => join(scratchFolder(), name);
  const asInline = async (rows: ProjectedRows): Promise<void> => {
    expect(await dump(rows.rows)).toBe(inline);
  };

  beforeAll(async () => {
    const embedded = sqliteEventStore({ path: file('events.db'), inline: projections });
    await runStory(embedded);
    inline = await dump(embedded.rows);
    await embedded.close();
  }, 120_000);

  it('gives the same rows, byte for byte, as the embedded store has with its events, while it is lived', async () => {
    const path = file('rows.db');
    await runStory(store, `sqlite:${path}`);
    expect(store.feeds()).toBe(0);
    const rows = sqliteProjectedRows({ path, projections });
    await asInline(rows);
    await rows.close();
  }, 120_000);

  it('rows in memory come to the same, made from the first event on', async () => {
    const rows = memoryProjectedRows({ projections });
    await following(store, rows).catchUp();
    await asInline(rows);
    await rows.close();
  });

  it('rows come to the same where the process dies between batches, over and over', async () => {
    const path = file('rows.db');
    let lives = 0;
    for (let over = false; !over; lives += 1) {
      const rows = sqliteProjectedRows({ path, projections });
      let batches = 0;
      const mortal: ProjectedRows = {
        ...rows,
        project: async (after, batch, refs) => {
          if (batches === 4) throw new Error('died');
          batches += 1;
          await rows.project(after, batch, refs);
        },
      };
      over = await following(store, mortal)
        .catchUp()
        .then(
          () => true,
          () => false,
        );
      await rows.close();
    }
    expect(lives).toBeGreaterThan(3);
    const rows = sqliteProjectedRows({ path, projections });
    await asInline(rows);
    await rows.close();
  });

  it('rows come to the same where two processes keep one file', async () => {
    const path = file('rows.db');
    const both = [sqliteProjectedRows({ path, projections }), sqliteProjectedRows({ path, projections })];
    await Promise.all(both.map((rows) => following(store, rows).catchUp()));
    for (const rows of both) await asInline(rows);
    for (const rows of both) await rows.close();
  });
});

const apart = async (options: Partial<OpenQuejasOptions> = {}) => {
  const store = withFeed(memoryEventStore());
  const { quejas, folder } = await opened('memory', { store, rows: 'memory:', ...options });
  return { store, quejas, folder };
};

const filedFolio = async ({ quejas }: Awaited<ReturnType<typeof apart>>, id: string): Promise<string> => {
  const filed = await quejas.file(report(id, { contract: id }), cs);
  if (!filed.ok) throw new Error(filed.message.en);
  return filed.folio;
};

describe('a host whose rows lie apart from its store', () => {
  it.each([true, false])('reads what it wrote, at once (started: %s)', async (started) => {
    const house = await apart();
    const { quejas, store } = house;
    if (started) await quejas.start();
    for (let count = 1; count <= 5; count += 1) {
      const folio = await filedFolio(house, `r-${String(count)}`);
      expect(await quejas.totals()).toMatchObject({ filed: count });
      expect((await quejas.requestsOf('s-1', staff)).total).toBe(count);
      expect((await quejas.queue('customer-service', staff)).items.map((item) => item.folio)).toContain(
        folio,
      );
      await quejas.complaint(folio).assignTechnician({ commandId: `a-${folio}`, technician: 'rt-3' }, cs);
      expect(await quejas.show(folio.toLowerCase(), staff)).toMatchObject({ technician: 'rt-3' });
    }
    // That of the rows, and one of each process.
    expect(store.feeds()).toBe(started ? 3 : 0);
    await quejas.close();
    expect(store.feeds()).toBe(0);
  });

  it('say in the health that they are at the end once a query has brought them up, until more is stored', async () => {
    const quejas = await openQuejas({
      ...{ store: 'memory:', rows: 'memory:', keys: 'memory:', provider: conectared },
    });
    const stateOf = (name: string) => quejas.health().projections.find((each) => each.name === name)?.state;
    await quejas.file(report('r-1'), cs);
    expect(stateOf('case-totals')).toBe('behind');
    await quejas.totals();
    expect([stateOf('case-totals'), stateOf('queues')]).toEqual(['live', 'behind']);
    await quejas.file(report('r-2'), cs);
    expect(stateOf('case-totals')).toBe('behind');
    await quejas.totals();
    expect(stateOf('case-totals')).toBe('live');
    await quejas.close();
  });

  it('runs nothing before it is started, and nothing after it is stopped or closed', async () => {
    const { quejas, store } = await apart();
    expect(store.feeds()).toBe(0);
    expect(quejas.health()).toMatchObject({ rows: 'projected', projectors: [{ state: 'stopped' }] });
    await quejas.start();
    await quejas.totals();
    expect(quejas.health()).toMatchObject({ projectors: [{ state: 'live', lagSeconds: 0 }] });
    await quejas.stop();
    expect(store.feeds()).toBe(0);
    await quejas.start();
    await quejas.close();
    expect(store.feeds()).toBe(0);
    await expect(quejas.start()).rejects.toMatchObject({ code: 'store-closed' });
  });

  it('finds a folio that another process gave', async () => {
    const one = await apart();
    const other = await opened('memory', {
      store: one.store,
      rows: 'memory:',
      ids: sequentialIds('other'),
      keys: memoryKeyVault(),
    });
    const folio = await filedFolio(one, 'r-1');
    expect(await other.quejas.show(folio, staff)).toMatchObject({ folio, kind: 'fault' });
    await one.quejas.close();
    await other.quejas.close();
  });

  it('has its rows again when it comes back', async () => {
    const store = withFeed(memoryEventStore());
    const path = `sqlite:${join(scratchFolder(), 'rows.db')}` as const;
    const first = await apart({ store, rows: path });
    const folio = await filedFolio(first, 'r-1');
    await first.quejas.totals();
    await first.quejas.close();
    const again = await apart({ store, rows: path, ids: sequentialIds('again') });
    expect(await again.quejas.show(folio, { ...staff, verified: false })).toMatchObject({ folio });
    await again.quejas.close();
  });

  it('is told that its rows are behind where they stand still, and has what it stored', async () => {
    const timers = manualTimers();
    const kept = memoryProjectedRows({ projections });
    let stuck = true;
    const rows: ProjectedRows = {
      ...kept,
      project: async (after, batch, refs) => {
        while (stuck) await new Promise((resolve) => setTimeout(resolve, 1));
        await kept.project(after, batch, refs);
      },
    };
    const { quejas } = await apart({ rows, timers, rowsTimeout: 2_000 });
    await quejas.start();
    const filed = await quejas.file({ ...report('r-1'), contract: undefined }, cs);
    expect(filed.ok).toBe(true);
    const asked = quejas.totals();
    asked.catch(() => undefined);
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    timers.pass(1_999);
    timers.pass(1);
    await expect(asked).rejects.toMatchObject({ code: 'rows-behind', details: { reason: '> 2 s' } });
    stuck = false;
    expect(await quejas.totals()).toMatchObject({ filed: 1 });
    await quejas.close();
    expect(timers.waits()).toEqual([]);
  });

  it('gives up a query of its own, and leaves nothing running, only where nothing moves', async () => {
    const timers = manualTimers();
    const kept = memoryProjectedRows({ projections });
    let allowed = 0;
    const rows: ProjectedRows = {
      ...kept,
      project: async (after, batch, refs) => {
        while (allowed === 0) await new Promise((resolve) => setTimeout(resolve, 1));
        allowed -= 1;
        await kept.project(after, batch, refs);
      },
    };
    const store = withFeed(memoryEventStore(), 1);
    const { quejas } = await apart({ store, rows, timers, rowsTimeout: 2_000 });
    await quejas.file({ ...report('r-1'), contract: undefined }, cs);
    const positions = () => quejas.health().projectors[0]?.position;
    const asked = quejas.totals();
    asked.catch(() => undefined);
    for (let step = 0; step < 2; step += 1) {
      const before = positions();
      allowed = 1;
      while (positions() === before) await new Promise((resolve) => setTimeout(resolve, 1));
      timers.pass(2_000);
    }
    timers.pass(2_000);
    await expect(asked).rejects.toMatchObject({ code: 'rows-behind' });
    allowed = 100;
    await quejas.close();
    expect(store.feeds()).toBe(0);
  });

  it('hears of rows that follow another store', async () => {
    const rows = memoryProjectedRows({ projections });
    const first = await apart({ rows });
    await filedFolio(first, 'r-1');
    await first.quejas.totals();
    await first.quejas.close();
    const other = await apart({ rows });
    await expect(other.quejas.start()).rejects.toMatchObject({ code: 'rows-foreign' });
    await expect(other.quejas.totals()).rejects.toMatchObject({ code: 'rows-foreign' });
    await other.quejas.close();
  });

  it('must say where rows go, and is told what it may say', async () => {
    const store = withFeed(memoryEventStore());
    const parts = { store, keys: memoryKeyVault(), provider: conectared, clock: steadyClock().clock };
    await expect(openQuejas(parts)).rejects.toMatchObject({
      code: 'option-invalid',
      details: { option: 'rows' },
    });
    await expect(openQuejas({ ...parts, rows: 'inline' })).rejects.toThrow(/sqlite:PATH/);
    // @ts-expect-error no such scheme
    await expect(openQuejas({ ...parts, rows: 'postgres://u:secret@h/d' })).rejects.toMatchObject({
      code: 'option-invalid',
      details: { option: 'rows', value: 'postgres://***@h/d' },
    });
    const none = await openQuejas({ ...parts, rows: 'none' });
    expect(none.health()).toMatchObject({
      rows: 'none',
      projectors: [],
      projections: [],
      // The one process that needs no rows.
      processes: [{ name: 'keep-one-alive', state: 'stopped' }],
    });
    await expect(none.totals()).rejects.toMatchObject({ code: 'rows-absent' });
    await none.close();
  });

  it('keeps its password out of what it is told of a URL', async () => {
    // @ts-expect-error no such scheme
    const opening = openQuejas({ store: 'pg://admin:s3cr@t@db', keys: 'memory:', provider: conectared });
    await expect(opening).rejects.toMatchObject({
      code: 'option-invalid',
      details: { value: 'pg://***@db' },
      message: expect.not.stringContaining('s3cr'),
    });
  });
});

describe('a host whose rows go with its events', () => {
  it('may start and stop: its processes then run, and there is no projector', async () => {
    const { quejas } = await opened('memory');
    await quejas.start();
    await quejas.totals();
    expect(quejas.health()).toMatchObject({
      rows: 'inline',
      projectors: [],
      projections: projections
        .map(({ name }) => name)
        .sort()
        .map((name) => ({ name, state: 'live' })),
      processes: [{ name: 'link-repeats' }, { name: 'keep-one-alive' }],
    });
    await quejas.stop();
    await quejas.close();
  });

  it.each(['memory', 'sqlite'] as const)(
    'may keep them elsewhere: rows apart beside a store in %s',
    async (kind) => {
      const rows = `sqlite:${join(scratchFolder(), 'rows.db')}` as const;
      const { quejas } = await opened(kind, { rows });
      await quejas.start();
      const filed = await quejas.file(report('r-1'), cs);
      expect(filed.ok).toBe(true);
      expect(await quejas.totals()).toMatchObject({ filed: 1 });
      expect((await quejas.queue('customer-service', staff)).total).toBe(1);
      expect(quejas.health()).toMatchObject({ rows: 'projected', projectors: [{ state: 'live' }] });
      await quejas.close();
    },
  );
});

const moody = (isBroken: () => boolean) =>
  defineProjection({
    name: 'by-municipality',
    version: 1,
    columns: { municipality: 'text', filed: 'integer', ended: 'integer' },
    key: ['municipality'],
    on: {
      Filed: ({ data }, rows) => {
        if (isBroken()) throw new Error('cannot count');
        return rows.add({ municipality: data.municipality ?? 'unknown' }, { filed: 1 });
      },
    },
  });

describe.each([
  ['inline in memory', 'memory', {}],
  ['inline on SQLite', 'sqlite', {}],
  ['apart in memory', 'memory', { rows: 'memory:' }],
  ['apart on SQLite', 'sqlite', { rows: 'memory:' }],
] as const)("a host's own projection, %s", (_name, kind, options) => {
  it('is asked by key, page, count and group, and sees what was filed just now', async () => {
    const byMunicipality = moody(() => false);
    const { quejas } = await opened(kind, { ...options, projections: [byMunicipality] });
    const places = ['Xalapa', 'Veracruz', 'Xalapa', 'Cordoba'];
    for (const [at, municipality] of places.entries())
      await quejas.file(report(`r-${String(at)}`, { municipality }), cs);
    const rows = quejas.rows(byMunicipality);
    expect(await rows.find({ municipality: 'Xalapa' })).toEqual({
      municipality: 'Xalapa',
      filed: 2,
      ended: 0,
    });
    expect(await rows.find({ municipality: 'Tepic' })).toBeUndefined();
    const first = await rows.page({ orderBy: [{ descending: 'filed' }], limit: 2 });
    expect(first.items.map(({ municipality }) => municipality)).toEqual(['Xalapa', 'Cordoba']);
    const second = await rows.page({
      orderBy: [{ descending: 'filed' }],
      limit: 2,
      ...(first.next !== null && { after: first.next }),
    });
    expect(second).toEqual({ items: [{ municipality: 'Veracruz', filed: 1, ended: 0 }], next: null });
    expect(await rows.count({ municipality: { '>=': 'V' } })).toBe(2);
    expect(await rows.groups({ by: ['filed'], sums: ['filed'] })).toEqual([
      { key: { filed: 1 }, count: 2, sums: { filed: 2 } },
      { key: { filed: 2 }, count: 1, sums: { filed: 2 } },
    ]);
    await quejas.close();
  });

  it('that fails stops no command and no other query; its own say rows-paused, and go on when it is resumed', async () => {
    let isBroken = true;
    const byMunicipality = moody(() => isBroken);
    const { quejas } = await opened(kind, { ...options, projections: [byMunicipality] });
    const filed = await quejas.file(report('r-1'), cs);
    if (!filed.ok) throw new Error(filed.message.en);
    expect(await quejas.totals()).toMatchObject({ filed: 1 });
    expect((await quejas.queue('customer-service', staff)).total).toBe(1);
    const noted = await quejas
      .complaint(filed.folio)
      .addNote({ commandId: 'n-1', visibility: 'staff', note: 'x' }, cs);
    expect(noted).toMatchObject({ ok: true });
    await expect(quejas.rows(byMunicipality).page()).rejects.toMatchObject({
      code: 'rows-paused',
      details: { projection: 'by-municipality', type: 'Filed', reason: 'cannot count' },
    });
    expect(quejas.health().projections).toContainEqual(
      expect.objectContaining({ name: 'by-municipality', state: 'paused' }),
    );
    isBroken = false;
    await quejas.resumeProjection('by-municipality');
    expect((await quejas.rows(byMunicipality).page()).items).toMatchObject([{ filed: 1 }]);
    await quejas.rebuildProjection('by-municipality');
    expect((await quejas.rows(byMunicipality).page()).items).toMatchObject([{ filed: 1 }]);
    await quejas.close();
  });
});

describe("a host's own projection and a program that only asks for totals, on one file", () => {
  it.each(['host first', 'totals first'])('neither disturbs the other: %s', async (order) => {
    const byMunicipality = moody(() => false);
    const host = await opened('sqlite', { projections: [byMunicipality] });
    const store = `sqlite:${join(host.folder, 'quejas.db')}` as const;
    const asking = async () => {
      const keys = `file:${join(host.folder, 'keys', 'keys.db')}` as const;
      const { quejas } = await opened('sqlite', { store, keys, ids: sequentialIds('other') });
      const found = await quejas.totals();
      await quejas.close();
      return found;
    };
    if (order === 'totals first') expect(await asking()).toMatchObject({ filed: 0 });
    await host.quejas.file(report('r-1'), cs);
    const before = tableContents(join(host.folder, 'quejas.db'));
    expect(await asking()).toMatchObject({ filed: 1 });
    expect(tableContents(join(host.folder, 'quejas.db'))).toEqual(before);
    await host.quejas.file(report('r-2'), cs);
    expect(await host.quejas.rows(byMunicipality).page()).toMatchObject({ items: [{ filed: 2 }] });
    expect(await asking()).toMatchObject({ filed: 2 });
    await host.quejas.close();
  });
});
