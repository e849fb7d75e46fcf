import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { eventStoreDb } from '../../../src/infrastructure/eventstoredb/index.js';
import { eventStoreContract } from '../../../src/testing/event-store-contract/index.js';
import type { Subject } from '../../../src/testing/event-store-contract/index.js';
import type { Clients } from '../../support/eventstoredb/clients.js';
import {
  startLoopbackServer,
  type LoopbackServer,
} from '../../support/eventstoredb/server/loopback-server.js';
import { describeOnRealServer, realServer } from '../../support/eventstoredb/servers.js';
import { disguised, randomDisguise } from '../../support/eventstoredb/disguised.js';

const kinds = ['complaint-', 'folio-', 'person-'];

/** Each law on a part of the server of its own. */
const subjectOn = (connectionString: string, clients: Clients, disguise = randomDisguise()): Subject => {
  const { dialect, create } = clients;
  const createClient = () => create(connectionString);
  const store = eventStoreDb({ createClient, dialect, prefixes: kinds.map(disguise.on) });
  return {
    store: disguised(store, disguise),
    reopen: () => Promise.resolve(subjectOn(connectionString, clients, disguise)),
  };
};

/** The store contract through one client, on the loopback server and, where there is one, on a real one. */
export const keepsTheContractWith = (clients: Clients): void => {
  describe('on the loopback server', () => {
    let server: LoopbackServer;
    beforeAll(async () => {
      server = await startLoopbackServer();
    });
    afterAll(() => server.stop());

    eventStoreContract({
      describe,
      it: (name, body) => {
        it(name, body, 180_000);
      },
      make: () => subjectOn(server.connectionString, clients),
      abilities: ['reopen'],
      runs: 5,
    });
  });

  describeOnRealServer('on the server at QUEJAS_EVENTSTOREDB_URL', () => {
    eventStoreContract({
      describe,
      it: (name, body) => {
        it(name, body, 180_000);
      },
      make: () => subjectOn(realServer ?? '', clients),
      abilities: ['reopen'],
      runs: 5,
    });
  });
};
