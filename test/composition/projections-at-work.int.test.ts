import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from '@jest/globals';
import { asCustomerService } from '../../src/application/commands/actors.js';
import { storeError } from '../../src/application/errors/store-error.js';
import type { EventStore } from '../../src/application/ports/event-store.js';
import { memoryEventStore } from '../../src/infrastructure/memory/index.js';
import { codeOf } from '../../src/application/errors/code-of.js';
import { isCodedError } from '../../src/application/errors/coded-error.js';
import type { OpenQuejasOptions } from '../../src/composition/open-quejas.js';
import { openQuejas } from '../../src/composition/open-quejas.js';
import type { Projection } from '../../src/application/ports/projection.js';
import type { ProjectionsAtWork } from '../../src/composition/projections/projections-at-work.js';
import type { Quejas } from '../../src/composition/quejas.js';
import { conectared } from '../../src/domain/provider/conectared.js';
import { defineProjection } from '../../src/projections/runtime/define-projection.js';
import { notColumn } from '../../src/projections/runtime/table.js';
import { tableContents } from '../support/table-contents.js';
import { opened, removeScratch, report, scratchFolder } from './opened.js';

afterAll(removeScratch);

const staff = asCustomerService('cs-1');

/** Complaints by channel; fails with what the test calls poison. */
const byChannel = (version = 1, isBroken = () => false, failurePolicy: 'pause' | 'skip' = 'pause') =>
  defineProjection({
    name: 'by-channel',
    version,
    failurePolicy,
    columns: { channel: 'text', filed: 'integer' },
    key: ['channel'],
    on: {
      Filed: ({ data }, rows) => {
        if (data.contract === 'poison' && isBroken()) throw new Error('poison');
        return rows.add({ channel: data.channel }, { filed: version });
      },
    },
  });

let filings = 0;
const file = async (quejas: Quejas, contract = 'c-1'): Promise<string> => {
  const result = await quejas.file(report(`cmd-${String((filings += 1))}`, { contract }), staff);
  if (!result.ok) throw new Error(result.code);
  return result.position;
};

const files = async (quejas: Quejas, count: number): Promise<string> => {
  let position = '';
  for (let index = 0; index < count; index += 1) position = await file(quejas);
  return position;
};

const one = async (quejas: ProjectionsAtWork, name = 'by-channel', version = 1) =>
  (await quejas.projections()).find((each) => each.name === name && each.version === version);

const faultOf = async (work: Promise<unknown>): Promise<{ code: string | undefined; es: string }> =>
  work.then(
    () => ({ code: undefined, es: '' }),
    (error: unknown) => ({ code: codeOf(error), es: isCodedError(error) ? error.text.es : '' }),
  );

describe.each([
  ['in memory', 'memory', {}],
  ['in a file', 'sqlite', {}],
  ['apart from their events, in memory', 'memory', { rows: 'memory:' }],
] as const)('read models at work %s', (_where, kind, rows: Partial<OpenQuejasOptions>) => {
  const openedWith = (...projections: readonly ReturnType<typeof byChannel>[]) =>
    opened(kind, { ...rows, projections });

  it('are listed with how far they are, one by one, and a paused one says how much it lacks since when', async () => {
    const { quejas, time } = await openedWith(byChannel());
    await files(quejas, 2);
    await quejas.catchUp();
    const status = await one(quejas);
    expect(Object.keys(status ?? {})).toEqual([
      ...[
        'name',
        'version',
        'state',
        'position',
        'lagEvents',
        'lagBytes',
        'lagSeconds',
        'parked',
        'lastError',
      ],
    ]);
    expect(status).toMatchObject({ state: 'live', lagEvents: 0, lagSeconds: 0, parked: 0, lastError: null });
    await quejas.pauseProjection('by-channel');
    const before = await one(quejas);
    await file(quejas);
    time.forward(90_000);
    expect(await one(quejas)).toMatchObject({
      state: 'paused',
      position: before?.position,
      lagSeconds: 90,
      lagBytes: null,
      lastError: { code: 'paused-by-operator' },
    });
    expect((await one(quejas))?.lagEvents).toBeGreaterThanOrEqual(2);
    await quejas.close();
  });

  it('stand still by hand over a start, say so to a query, and go on once they are resumed', async () => {
    const projection = byChannel();
    const { quejas } = await openedWith(projection);
    await files(quejas, 2);
    await quejas.catchUp();
    await quejas.pauseProjection('by-channel');
    await quejas.start();
    await file(quejas);
    const fault = await faultOf(quejas.rows(projection).find({ channel: 'phone' }));
    expect(fault).toEqual({ code: 'rows-paused', es: expect.stringContaining('así lo pidió un operador') });
    expect((await quejas.totals()).filed).toBe(3);
    await quejas.resumeProjection('by-channel');
    expect(await quejas.rows(projection).find({ channel: 'phone' })).toEqual({ channel: 'phone', filed: 3 });
    await quejas.close();
  });

  it.each([
    [
      'quote the words of a read model that threw, as words of another',
      () => {
        throw new Error('no such\nchannel');
      },
      '(mensaje original: «no such channel»)',
      '(original message: “no such channel”)',
    ],
    [
      'tell in Spanish what a table did not take, though it was stored long ago',
      (): never => {
        throw notColumn('by_channel', 'municipality');
      },
      '(La tabla by_channel no admite lo pedido: municipality no es una columna)',
      '(Table by_channel does not take this: municipality is not a column)',
    ],
  ])('that met a fault %s', async (_, change, es, en) => {
    const projection = defineProjection({
      name: 'by-channel',
      version: 1,
      columns: { channel: 'text', filed: 'integer' },
      key: ['channel'],
      on: { Filed: change },
    });
    const { quejas } = await openedWith(projection);
    await file(quejas);
    await quejas.catchUp().catch(() => undefined);
    await expect(quejas.rows(projection).find({ channel: 'phone' })).rejects.toMatchObject({
      code: 'rows-paused',
      text: { es: expect.stringContaining(es), en: expect.stringContaining(en) },
    });
    await quejas.close();
  });

  it('are replayed and rebuilt to the same rows, which verify finds equal to the events', async () => {
    const projection = byChannel();
    const { quejas } = await openedWith(projection);
    await files(quejas, 5);
    const live = await quejas.rows(projection).page({ limit: 10 });
    await quejas.replayProjection('by-channel');
    expect(await quejas.rows(projection).page({ limit: 10 })).toEqual(live);
    await quejas.rebuildProjection('by-channel', { version: 1 });
    expect(await quejas.rows(projection).page({ limit: 10 })).toEqual(live);
    expect(await quejas.verifyProjection('by-channel')).toEqual({
      ...{ name: 'by-channel', version: 1, rows: 1, equal: true },
    });
    for (const { name } of await quejas.projections())
      expect(await quejas.verifyProjection(name)).toMatchObject({ name, equal: true });
    await quejas.close();
  });

  it('leave out what they cannot take where they skip, and are verified by the same skips', async () => {
    let isBroken = true;
    const projection = byChannel(1, () => isBroken, 'skip');
    const { quejas } = await openedWith(projection);
    await file(quejas);
    const position = await file(quejas, 'poison');
    await file(quejas);
    expect(await quejas.rows(projection).find({ channel: 'phone' })).toEqual({ channel: 'phone', filed: 2 });
    expect(await one(quejas)).toMatchObject({ state: 'live', parked: 1, lastError: null });
    const [parked] = await quejas.parkedEvents('by-channel');
    expect(parked).toMatchObject({ type: 'Filed', code: 'projection-failed', message: 'poison' });
    expect((parked?.position ?? '') < position).toBe(true);
    isBroken = false;
    expect(await quejas.verifyProjection('by-channel')).toMatchObject({ equal: true });
    await quejas.rebuildProjection('by-channel');
    expect(await one(quejas)).toMatchObject({ parked: 0 });
    expect(await quejas.rows(projection).find({ channel: 'phone' })).toEqual({ channel: 'phone', filed: 3 });
    expect(quejas.health().projections.find(({ name }) => name === 'by-channel')).toMatchObject({
      parked: 0,
    });
    await quejas.close();
  });

  it('of two versions side by side one is kept, which the other is switched back to', async () => {
    const [first, second] = [byChannel(1), byChannel(2)];
    const { quejas } = await openedWith(first, second);
    await files(quejas, 3);
    await quejas.switchProjection('by-channel', 2);
    await file(quejas);
    expect(await quejas.rows(second).find({ channel: 'phone' })).toMatchObject({ filed: 8 });
    expect(await faultOf(quejas.rows(first).find({ channel: 'phone' }))).toMatchObject({
      code: 'rows-paused',
    });
    await quejas.switchProjection('by-channel', 1);
    expect(await quejas.rows(first).find({ channel: 'phone' })).toMatchObject({ filed: 4 });
    expect(await one(quejas, 'by-channel', 2)).toMatchObject({ state: 'paused' });
    await quejas.dropProjection('by-channel', 2);
    expect(await one(quejas, 'by-channel', 2)).toBeUndefined();
    await file(quejas);
    expect(await quejas.rows(first).find({ channel: 'phone' })).toMatchObject({ filed: 5 });
    expect(await faultOf(quejas.rows(second).find({ channel: 'phone' }))).toMatchObject({
      code: 'rows-absent',
    });
    await quejas.close();
  });

  it('are not dropped while they are in use, unless that is said', async () => {
    const { quejas } = await openedWith(byChannel());
    await files(quejas, 2);
    expect(await faultOf(quejas.dropProjection('by-channel', 1))).toMatchObject({
      code: 'projection-in-use',
    });
    await quejas.dropProjection('by-channel', 1, { live: true });
    expect(await one(quejas)).toBeUndefined();
    expect(await faultOf(quejas.dropProjection('by-channel', 1))).toMatchObject({
      code: 'projection-unknown',
    });
    await file(quejas);
    expect((await quejas.totals()).filed).toBe(3);
    await quejas.close();
  });

  it('are waited for by the position of a command', async () => {
    const { quejas } = await openedWith(byChannel());
    await quejas.waitFor(await files(quejas, 2));
    await quejas.start();
    await quejas.waitFor(await file(quejas), { projections: ['by-channel', 'queues'], timeout: 5_000 });
    expect(await one(quejas)).toMatchObject({ lagSeconds: 0 });
    const position = (await quejas.store.head()) ?? '';
    const beyond = position.replace(/^0/u, '9');
    expect(await faultOf(quejas.waitFor(beyond, { timeout: 50 }))).toMatchObject({ code: 'rows-behind' });
    await quejas.pauseProjection('by-channel');
    const late = await file(quejas);
    expect(await faultOf(quejas.waitFor(late, { projections: ['by-channel'] }))).toMatchObject({
      code: 'rows-paused',
    });
    await quejas.close();
  });

  it('are not waited for where a text is no position of the store, which is told at once', async () => {
    const { quejas } = await openedWith(byChannel());
    await file(quejas);
    for (const text of ['CR-000001-K', '00000000000000000001-00000000000000000001'])
      expect(await faultOf(quejas.waitFor(text, { timeout: 60_000 }))).toMatchObject({
        code: 'read-invalid',
      });
    await quejas.close();
  });

  it('are asked for by names and versions that there are, with what may have been meant', async () => {
    const { quejas } = await openedWith(byChannel());
    const calls: readonly ((name: string) => Promise<unknown>)[] = [
      ...[quejas.pauseProjection, quejas.resumeProjection, quejas.replayProjection, quejas.rebuildProjection],
      ...[quejas.cancelRebuild, quejas.verifyProjection, quejas.parkedEvents],
      ...[
        (name: string) => quejas.switchProjection(name, 1),
        (name: string) => quejas.dropProjection(name, 1),
      ],
      (name) => quejas.waitFor('1', { projections: [name] }),
    ];
    for (const call of calls)
      expect(await faultOf(call('by-chanel'))).toEqual({
        code: 'projection-unknown',
        es: 'No hay ninguna proyección «by-chanel». ¿Quiso decir by-channel?',
      });
    expect(await faultOf(quejas.rebuildProjection('by-channel', { version: 7 }))).toEqual({
      code: 'projection-unknown',
      es: 'La proyección by-channel no tiene aquí la versión 7; tiene: 1.',
    });
    const odd: unknown[] = [{ version: 0 }, { version: '1' }, { versoin: 1 }, { signal: 'now' }, 7];
    for (const options of odd) {
      const called: unknown = Reflect.apply(quejas.rebuildProjection, quejas, ['by-channel', options]);
      expect(await faultOf(Promise.resolve(called))).toMatchObject({ code: 'query-invalid' });
    }
    await quejas.close();
  });
});

describe('a rebuild under way', () => {
  it('tells how far it is and is cancelled by a signal, and the rows that are read stay as they are', async () => {
    const projection = byChannel();
    const { quejas } = await opened('sqlite', { projections: [projection] });
    await files(quejas, 30);
    const live = await quejas.rows(projection).page({ limit: 10 });
    const controller = new AbortController();
    const rebuilding = quejas.rebuildProjection('by-channel', { signal: controller.signal });
    controller.abort();
    const fault = await faultOf(rebuilding);
    expect([undefined, 'rebuild-cancelled']).toContain(fault.code);
    expect((await quejas.projections()).map(({ state }) => state)).not.toContain('rebuilding');
    expect(await quejas.rows(projection).page({ limit: 10 })).toEqual(live);
    expect(
      await faultOf(quejas.rebuildProjection('by-channel', { signal: AbortSignal.abort() })),
    ).toMatchObject({ code: 'rebuild-cancelled' });
    await quejas.close();
  });
});

describe('a store that cannot be reached', () => {
  it('is told by a comparison, a replay and a rebuild, though no row was written yet', async () => {
    let isDown = false;
    const inner = memoryEventStore();
    const store: EventStore = {
      ...inner,
      readAll: (options) =>
        isDown ? Promise.reject(storeError('store-unavailable', { reason: 'down' })) : inner.readAll(options),
    };
    const quejas = await openQuejas({ store, rows: 'memory:', keys: 'memory:', provider: conectared });
    isDown = true;
    for (const work of ['verifyProjection', 'replayProjection', 'rebuildProjection'] as const)
      expect(await faultOf(quejas[work]('queues'))).toMatchObject({ code: 'store-unavailable' });
    isDown = false;
    expect(await quejas.verifyProjection('queues')).toMatchObject({ rows: 0, equal: true });
    await quejas.close();
  });
});

describe('the rows of a file', () => {
  const at = async (...projections: readonly ReturnType<typeof byChannel>[]) => {
    const folder = scratchFolder();
    const path = join(folder, 'quejas.db');
    const places = { store: `sqlite:${path}`, keys: `file:${join(folder, 'keys', 'k.db')}` } as const;
    const open = (own: readonly Projection[]) =>
      openQuejas({ ...places, provider: conectared, projections: own });
    const quejas = await open(projections);
    return { quejas, path, open };
  };

  it('are not changed by a list or a comparison, and a comparison finds one changed value', async () => {
    const { quejas, path } = await at(byChannel());
    await files(quejas, 4);
    await quejas.runProcesses();
    const before = tableContents(path);
    await quejas.projections();
    expect(await quejas.verifyProjection('by-channel')).toMatchObject({ rows: 1, equal: true });
    expect(await quejas.verifyProjection('case-status')).toMatchObject({ rows: 4, equal: true });
    expect(tableContents(path)).toEqual(before);
    const raw = new DatabaseSync(path);
    raw.exec('UPDATE by_channel_v1 SET filed = filed + 1');
    raw.exec('DELETE FROM case_status_v3 WHERE complaint = (SELECT max(complaint) FROM case_status_v3)');
    raw.close();
    expect(await quejas.verifyProjection('by-channel')).toMatchObject({ rows: 1, equal: false });
    expect(await quejas.verifyProjection('case-status')).toMatchObject({ rows: 3, equal: false });
    expect(await quejas.verifyProjection('case-totals')).toMatchObject({ equal: true });
    await quejas.close();
  });

  it('of a version that no program asks for any more are listed as unused, and dropped', async () => {
    const { quejas, open, path } = await at(byChannel(1));
    await files(quejas, 2);
    await quejas.close();
    const later = await open([byChannel(2)]);
    await file(later);
    await later.catchUp();
    expect(await one(later, 'by-channel', 1)).toMatchObject({ state: 'unused' });
    expect(await one(later, 'by-channel', 2)).toMatchObject({ state: 'live' });
    await later.dropProjection('by-channel', 1);
    expect(Object.keys(tableContents(path)).filter((name) => name.startsWith('by_channel'))).toEqual([
      'by_channel_v2',
    ]);
    await later.close();
  });

  it('that were dropped are made anew when the store is opened the next time', async () => {
    const projection = byChannel();
    const { quejas, open } = await at(projection);
    await files(quejas, 3);
    await quejas.dropProjection('by-channel', 1, { live: true });
    await quejas.close();
    const again = await open([projection]);
    expect(await again.rows(projection).find({ channel: 'phone' })).toEqual({ channel: 'phone', filed: 3 });
    await again.close();
  });

  it('whose columns are others under the same version are mended by a replay', async () => {
    const { quejas, open } = await at(byChannel());
    await files(quejas, 3);
    await quejas.close();
    const others = defineProjection({
      ...{ name: 'by-channel', version: 1, key: ['channel'] },
      columns: { channel: 'text', count: 'integer' },
      on: { Filed: ({ data }, rows) => rows.add({ channel: data.channel }, { count: 1 }) },
    });
    const later = await open([others]);
    expect(await faultOf(later.rows(others).find({ channel: 'phone' }))).toMatchObject({
      code: 'rows-paused',
    });
    await later.replayProjection('by-channel');
    expect(await later.rows(others).find({ channel: 'phone' })).toEqual({ channel: 'phone', count: 3 });
    await later.close();
  });
});
