import { afterAll, describe, expect, it } from '@jest/globals';
import type { KeyObject } from 'node:crypto';
import { asCustomerService, asSystem, asUser } from '../../src/application/commands/actors.js';
import type {
  AppendRequest,
  EventStore,
  ReadAllOptions,
  ReadStreamOptions,
} from '../../src/application/ports/event-store.js';
import type { KeyVault } from '../../src/application/ports/key-vault.js';
import type { Timers } from '../../src/application/ports/timers.js';
import type { JsonObject } from '../../src/domain/kernel/json.js';
import { conectared } from '../../src/domain/provider/conectared.js';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { memoryEventStore } from '../../src/infrastructure/memory/index.js';
import { copyStore, openQuejas, prefixesOf, readModelProjector, type Quejas } from '../../src/index.js';
import { opened, removeScratch, report, sequentialIds, steadyClock, storeKinds } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-7');
const staff = cs;

/** A host's own store, written as a class: its methods are its prototype's. */
class HostStore implements EventStore {
  closed = false;
  private readonly inner = memoryEventStore({ inline: readModelProjector() });
  get capabilities() {
    return this.inner.capabilities;
  }
  get rows() {
    return this.inner.rows;
  }
  append(request: AppendRequest) {
    return this.inner.append(request);
  }
  read(stream: string, options?: ReadStreamOptions) {
    return this.inner.read(stream, options);
  }
  readAll(options: ReadAllOptions) {
    return this.inner.readAll(options);
  }
  head() {
    return this.inner.head();
  }
  close() {
    this.closed = true;
    return this.inner.close();
  }
}

class HostVault implements KeyVault {
  closed = false;
  private readonly inner = memoryKeyVault();
  keyFor(person: string, provider: string): Promise<KeyObject> {
    return this.inner.keyFor(person, provider);
  }
  existingKey(person: string, provider: string) {
    return this.inner.existingKey(person, provider);
  }
  cachedKey(person: string, provider: string) {
    return this.inner.cachedKey(person, provider);
  }
  close() {
    this.closed = true;
    return this.inner.close();
  }
}

describe('parts that a host brings', () => {
  it('may be written as classes, and stay the host’s to close', async () => {
    const [store, keys] = [new HostStore(), new HostVault()];
    const quejas = await openQuejas({ store, keys, provider: conectared, clock: steadyClock().clock });
    const filed = await quejas.file(report('r-1'), cs);
    if (!filed.ok) throw new Error(filed.message.en);
    expect(JSON.stringify(await quejas.show(filed.folio, staff))).toContain('Planted words');
    await quejas.close();
    expect([store.closed, keys.closed]).toEqual([false, false]);
  });

  it('a clock is read once for a command, and its instant may be a text', async () => {
    let reads = 0;
    const clock = () => {
      reads += 1;
      return new Date().toISOString();
    };
    const quejas = await openQuejas({ store: 'memory:', keys: 'memory:', provider: conectared, clock });
    await quejas.file(report('r-1', { receivedAt: undefined }), cs);
    reads = 0;
    const filed = await quejas.file(report('r-2', { receivedAt: undefined }), cs);
    if (!filed.ok) throw new Error(filed.message.en);
    expect(reads).toBe(1);
    const noted = await quejas.complaint(filed.folio).addNote({ commandId: 'n-1', note: 'Visto.' }, cs);
    expect([noted.ok, reads]).toEqual([true, 2]);
    await quejas.close();
  });

  it.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('no entropy');
      },
    ],
    ['gives neither an id nor a time', () => 'n 1'],
    ['is async', async () => Promise.reject(new Error('no entropy'))],
  ])('ids or a clock that %s is told by its name, and ends no process', async (_, source) => {
    const parts = { store: 'memory:', keys: 'memory:', provider: conectared } as const;
    for (const option of ['ids', 'clock']) {
      const asked = (async () => {
        const quejas: Quejas = await Reflect.apply(openQuejas, undefined, [{ ...parts, [option]: source }]);
        return quejas.file(report('r-1', { receivedAt: undefined }), cs).finally(() => quejas.close());
      })();
      await expect(asked).rejects.toMatchObject({ code: 'option-invalid', details: { option } });
    }
  });

  it('timers also wait for a server that is opened by its URL', async () => {
    const waits: number[] = [];
    let now = 0;
    const timers: Timers = {
      now: () => now,
      after: (milliseconds, work) => {
        waits.push(milliseconds);
        now += milliseconds;
        const timer = setTimeout(work, 0);
        return () => {
          clearTimeout(timer);
        };
      },
    };
    const quejas = await openQuejas({
      store: 'esdb://127.0.0.1:1?tls=false',
      rows: 'none',
      keys: 'memory:',
      provider: conectared,
      timers,
    });
    await expect(quejas.events({ limit: 1 })).rejects.toMatchObject({ code: 'store-unavailable' });
    await quejas.close();
    expect(waits).toContain(10_000);
  });

  it('a logger hears of every command, and never a personal value', async () => {
    const heard: [string, JsonObject | undefined][] = [];
    const hear = (message: string, fields?: JsonObject) => void heard.push([message, fields]);
    const logger = { debug: hear, info: hear, warn: hear, error: hear };
    const { quejas } = await opened('memory', { logger });
    await quejas.file(report('r-1'), cs);
    await quejas.file(report('r-2', { kind: 'fault', channel: 'phone' }), { actor: 'x', role: 'auditor' });
    await quejas.close();
    expect(heard).toMatchObject([
      ['accepted', { type: 'file', duplicate: false }],
      ['refused', { type: 'file', code: 'role-not-allowed' }],
    ]);
    expect(JSON.stringify(heard)).not.toContain('Planted');
  });
});

describe('a host that moves its store', () => {
  it('copies one namespace of it into another one, and opens that with the same keys', async () => {
    const [from, to] = [memoryEventStore({}), memoryEventStore({ inline: readModelProjector() })];
    const keys = memoryKeyVault();
    const ours = await opened('memory', { store: from, keys, rows: 'none', namespace: 'a-' });
    const theirs = await opened('memory', { store: from, keys, rows: 'none', namespace: 'b-' });
    const filed = await ours.quejas.file(report('r-1'), cs);
    await theirs.quejas.file(report('r-2'), cs);
    const { events } = await ours.quejas.events({ limit: 100 });
    expect(await copyStore({ from, to, prefixes: prefixesOf('a-') })).toMatchObject({
      events: events.length,
      skipped: 0,
    });
    const { quejas } = await opened('memory', { store: to, keys, namespace: 'a-' });
    if (!filed.ok) throw new Error(filed.message.en);
    expect(JSON.stringify(await quejas.show(filed.folio, staff))).toContain('Planted words');
    expect(await quejas.totals()).toMatchObject({ filed: 1 });
    expect((await to.readAll({ limit: 100 })).events).toHaveLength(events.length);
  });
});

describe.each(storeKinds)('two namespaces on one %s store', (kind) => {
  it('I-02 I-20 never see each other, though they give the same folios to the same commands', async () => {
    const shared = memoryEventStore({ inline: readModelProjector() });
    const first = await opened(kind, {
      namespace: 'a-',
      ids: sequentialIds('a'),
      ...(kind === 'memory' && { store: shared }),
    });
    const place = kind === 'memory' ? shared : (`sqlite:${first.folder}/quejas.db` as const);
    const second = await opened(kind, { namespace: 'b-', ids: sequentialIds('b'), store: place });
    const id = '0198c2d1-7000-7000-8000-000000000001';
    const ours = await first.quejas.file(report(id), cs);
    const theirs = await second.quejas.file(
      report(id, { subscriber: { ref: 's-2' }, kind: 'inquiry', description: 'Otra' }),
      cs,
    );
    if (!ours.ok || !theirs.ok) throw new Error(JSON.stringify([ours, theirs]));
    expect(theirs.folio).toBe(ours.folio);
    expect(await first.quejas.show(ours.folio, staff)).toMatchObject({ kind: 'fault', subscriber: 's-1' });
    expect(await second.quejas.show(ours.folio, staff)).toMatchObject({ kind: 'inquiry', subscriber: 's-2' });
    expect((await first.quejas.requestsOf('s-2', staff)).total).toBe(0);
    expect(await second.quejas.totals()).toMatchObject({ filed: 1 });
    const streams = (await first.quejas.events({ limit: 100 })).events.map(({ stream }) =>
      stream.slice(0, 2),
    );
    expect(new Set(streams)).toEqual(new Set(['a-']));
    await first.quejas.close();
    await second.quejas.close();
  });
});

describe.each(storeKinds)('events alone on a %s store, without rows', (kind) => {
  it('O-34 take commands and show a case, also after they are opened anew; lists say that there are none', async () => {
    const store = memoryEventStore({});
    const rows = 'none' as const;
    const first = await opened(kind, { rows, ...(kind === 'memory' && { store, keys: memoryKeyVault() }) });
    const filed = await first.quejas.file(report('r-1'), cs);
    if (!filed.ok) throw new Error(filed.message.en);
    await first.quejas.close();
    const again = await opened(kind, {
      rows,
      ids: sequentialIds('again'),
      store: kind === 'memory' ? store : `sqlite:${first.folder}/quejas.db`,
      ...(kind === 'sqlite' && { keys: `file:${first.folder}/keys/keys.db` }),
    });
    const assigned = await again.quejas
      .complaint(filed.folio)
      .assignTechnician({ commandId: 'a', technician: 'rt-3' }, cs);
    expect(assigned).toMatchObject({ ok: true, folio: filed.folio });
    expect(await again.quejas.show(filed.folio, staff)).toMatchObject({
      status: 'inProgress',
      technician: 'rt-3',
    });
    await expect(again.quejas.totals()).rejects.toMatchObject({ code: 'rows-absent' });
    await expect(again.quejas.queue('customer-service', staff)).rejects.toMatchObject({
      code: 'rows-absent',
    });
    await again.quejas.close();
  });
});

describe('lists', () => {
  it('I-20 show people’s requests to those who work for the provider, to the person, and to no other actor', async () => {
    const { quejas } = await opened('memory');
    await quejas.file(report('r-1'), cs);
    const seen = async (viewer: Parameters<typeof quejas.requestsOf>[1]) =>
      (await quejas.requestsOf('s-1', viewer)).total;
    expect(await seen(staff)).toBe(1);
    expect(await seen(asUser('s-1', { verified: true }))).toBe(1);
    expect(await seen(asUser('s-2', { verified: true }))).toBe(0);
    expect(await seen(asSystem('bot'))).toBe(0);
    expect(await seen({ ...cs, verified: false })).toBe(0);
    await quejas.close();
  });

  it('of events of one folio are paged like all others, and refuse a page that is none', async () => {
    const { quejas } = await opened('memory');
    const filed = await quejas.file(report('r-1'), cs);
    if (!filed.ok) throw new Error(filed.message.en);
    const { folio } = filed;
    const first = await quejas.events({ folio, limit: 1 });
    expect(first).toMatchObject({ caughtUp: false, events: [{ type: 'Filed' }] });
    const rest = await quejas.events({
      folio,
      limit: 9,
      ...(first.next !== undefined && { after: first.next }),
    });
    expect(rest).toMatchObject({ caughtUp: true, events: [{ type: 'FolioAssigned' }] });
    await expect(quejas.events({ folio, limit: -1 })).rejects.toMatchObject({ code: 'read-invalid' });
    await quejas.close();
  });
});
