import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prefixesOf } from '../../../src/application/identity/stream-name.js';
import type { EventStore } from '../../../src/application/ports/event-store.js';
import { conectared, emenet } from '../../../src/domain/provider/index.js';
import type { Instant } from '../../../src/domain/kernel/instant.js';
import { memoryAuditSigner } from '../../../src/infrastructure/crypto/memory-audit-signer.js';
import { memoryKeptLog } from '../../../src/infrastructure/crypto/memory-kept-log.js';
import { eventStoreDb } from '../../../src/infrastructure/eventstoredb/index.js';
import { sqliteEventStore } from '../../../src/infrastructure/sqlite/index.js';
import { openAudit, replay, verifyBundle } from '../../../src/jobs/audit/index.js';
import { copyStore } from '../../../src/jobs/migrate/copy-store.js';
import { temporaryFolder } from '../../infrastructure/sqlite/temporary.js';
import { eventstoreClients } from '../../support/eventstoredb/eventstore-client.js';
import {
  startLoopbackServer,
  type FaultRule,
  type LoopbackServer,
} from '../../support/eventstoredb/server/loopback-server.js';
import { simulated } from '../analytics/simulated.js';
import { keyOf } from './sample-bundle.js';

const prefixes = prefixesOf('');

/** What goes wrong while the log is read: each fault strikes reads that are under way, far enough apart to go on. */
const faults: readonly FaultRule[] = [
  { on: 'read', fault: { kind: 'reset' }, after: 1, times: 2 },
  { on: 'read', fault: { kind: 'busy' }, after: 5 },
  { on: 'read', fault: { kind: 'not-ready' }, after: 9 },
  { on: 'read', fault: { kind: 'timeout' }, after: 13 },
  { on: 'read', fault: { kind: 'late-reply', ms: 50 }, after: 17 },
];

const filesIn = (path: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((file) => [file.slice(path.length + 1), readFileSync(file, 'base64')] as const),
  );

describe('The log of events on EventStoreDB', () => {
  let folder = temporaryFolder();
  let server: LoopbackServer;
  let inFile: EventStore;
  let onServer: EventStore;
  let last: Instant;

  beforeAll(async () => {
    folder = temporaryFolder();
    server = await startLoopbackServer();
    const { dialect, create } = eventstoreClients;
    onServer = eventStoreDb({ createClient: () => create(server.connectionString), dialect, prefixes });
    inFile = sqliteEventStore({ path: folder.path('q.db') });
    const played = await simulated(5, 600, 3);
    ({ last } = played);
    await copyStore({ from: played.quejas.store, to: inFile, prefixes });
    await played.quejas.close();
    await copyStore({ from: inFile, to: onServer, prefixes });
  }, 120_000);

  afterAll(async () => {
    await inFile.close();
    await onServer.close();
    await server.stop();
    folder.remove();
  });

  const goWrong = async (): Promise<void> => {
    for (const rule of faults) await server.fault(rule);
  };
  const struck = async (): Promise<number> => (await server.observed()).struck;

  /** A bundle of a store, made by a signer and a log of their own, with the same key. */
  const exported = async (store: EventStore, name: string) => {
    const path = folder.path(name);
    rmSync(path, { recursive: true, force: true });
    const audit = await openAudit({
      ...{ store, keys: 'memory:', provider: conectared, log: memoryKeptLog() },
      signer: memoryAuditSigner({ keys: [keyOf(1)], memory: { kind: 'new' } }),
    });
    const told = await audit.export(path);
    await audit.close();
    if (!told.ok) throw new Error(told.code);
    return { path, checkpoint: told.checkpoint };
  };

  it('has the root of the file that it was copied from, and a bundle of the same bytes, though reads fail', async () => {
    const fromFile = await exported(inFile, 'from-file');
    const before = await struck();
    await goWrong();
    const fromServer = await exported(onServer, 'from-server');
    expect((await struck()) - before).toBeGreaterThanOrEqual(4);
    await server.clearFaults();
    expect(fromServer.checkpoint).toEqual(fromFile.checkpoint);
    expect([...filesIn(fromServer.path)]).toEqual([...filesIn(fromFile.path)]);
    expect(await verifyBundle(fromServer.path, { trust: { kind: 'self' } })).toMatchObject({ ok: true });
  }, 120_000);

  it('is replayed to the same bytes as in the file, though reads fail', async () => {
    const { events } = await inFile.readAll({ limit: 1_000, types: ['FolioAssigned'] });
    const { folio } = events.at(7)?.data ?? {};
    if (typeof folio !== 'string') throw new TypeError('no folio');
    const before = await struck();
    await goWrong();
    for (const what of [{ folio }, 'queue', 'sla'] as const) {
      const question = { of: what, at: last };
      const told = await replay({ store: onServer, provider: conectared }, question);
      expect(told).toBe(await replay({ store: inFile, provider: conectared }, question));
      expect(told?.length).toBeGreaterThan(100);
    }
    expect((await struck()) - before).toBeGreaterThanOrEqual(4);
    await server.clearFaults();
  }, 120_000);

  it('tells an event that was put into a complaint’s stream in another provider’s name', async () => {
    const { events } = await onServer.readAll({ limit: 1_000, types: ['Filed'], prefixes: ['complaint-'] });
    const stream = events[3]?.stream ?? '';
    const last = (await onServer.read(stream)).at(-1);
    if (last === undefined) throw new TypeError('no event');
    const { stream: _stream, revision, position: _position, ...event } = last;
    const commandId = randomUUID();
    const metadata = { ...event.metadata, commandId, index: 0, commandSize: 1, provider: 'emenet' };
    const planted = { ...event, id: randomUUID(), metadata };
    await onServer.append({ stream, expect: revision, commandId, events: [planted] });
    const audit = (profile: typeof conectared) =>
      openAudit({ store: onServer, keys: 'memory:', provider: profile, log: memoryKeptLog() });
    const inserted = {
      ...{ ok: false, code: 'log-event-inserted' },
      event: { stream, revision: revision + 1 },
    };
    // Neither the one whose stream it is nor the one in whose name it was put in signs it.
    for (const profile of [conectared, emenet]) {
      expect(await (await audit(profile)).check()).toMatchObject(inserted);
      expect(await (await audit(profile)).export(folder.path('never'))).toMatchObject(inserted);
    }
  }, 120_000);
});
