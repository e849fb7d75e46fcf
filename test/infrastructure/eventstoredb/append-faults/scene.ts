import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { Timers } from '../../../../src/application/ports/timers.js';
import { systemTimers } from '../../../../src/infrastructure/shared/system/system-timers.js';
import {
  eventStoreDb,
  type EventStoreDb,
  type Tuning,
} from '../../../../src/infrastructure/eventstoredb/index.js';
import type { Clients } from '../../../support/eventstoredb/clients.js';
import {
  startLoopbackServer,
  type LoopbackServer,
} from '../../../support/eventstoredb/server/loopback-server.js';

/** Times scaled down. One of the clients takes half a second for its first read. */
const quick: Partial<Tuning> = { appendTimeout: 250, readTimeout: 3_000, firstPause: 10, patience: 20_000 };

/** A server that a file's tests may break, and stores on it that end with their test. */
export interface Scene {
  readonly clients: Clients;
  readonly server: () => LoopbackServer;
  /** One store for all that do not need their own. */
  readonly store: () => EventStoreDb;
  readonly open: (options?: { readonly tuning?: Partial<Tuning>; readonly timers?: Timers }) => EventStoreDb;
  /** The name of a stream that no other test has. */
  readonly stream: () => string;
}

export const sceneWith = (clients: Clients): Scene => {
  const folder = mkdtempSync(join(tmpdir(), 'quejas-append-faults-'));
  const opened: EventStoreDb[] = [];
  let count = 0;
  let started: LoopbackServer | undefined;
  let shared: EventStoreDb | undefined;
  const server = (): LoopbackServer => {
    if (started === undefined) throw new Error('The server has not started.');
    return started;
  };
  beforeAll(async () => {
    started = await startLoopbackServer({ file: join(folder, 'log') });
  });
  const make = (tuning: Partial<Tuning> = {}, timers: Timers = systemTimers): EventStoreDb => {
    const createClient = () => clients.create(server().connectionString);
    return eventStoreDb({ createClient, dialect: clients.dialect, timers, tuning: { ...quick, ...tuning } });
  };
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
    await server().clearFaults();
  });
  afterAll(async () => {
    await shared?.close();
    await started?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    clients,
    server,
    store: () => (shared ??= make()),
    open: ({ tuning, timers } = {}) => {
      const store = make(tuning, timers);
      opened.push(store);
      return store;
    },
    stream: () => {
      count += 1;
      return `complaint-${String(count)}`;
    },
  };
};
