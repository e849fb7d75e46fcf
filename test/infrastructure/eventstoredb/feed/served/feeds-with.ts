import { afterAll, beforeAll, describe } from '@jest/globals';
import type { Clients } from '../../../../support/eventstoredb/clients.js';
import {
  startLoopbackServer,
  type LoopbackServer,
} from '../../../../support/eventstoredb/server/loopback-server.js';
import { describeOnRealServer, realServer } from '../../../../support/eventstoredb/servers.js';
import { readsTheLogWith } from './reads-the-log.js';
import { survivesFaultsWith } from './survives-faults.js';

/** A feed through one client, on the loopback server and, where there is one, on a real one. */
export const feedsWith = (clients: Clients): void => {
  describe('on the loopback server', () => {
    let server: LoopbackServer;
    beforeAll(async () => {
      server = await startLoopbackServer();
    });
    afterAll(() => server.stop());

    readsTheLogWith(clients, () => server.connectionString);
    survivesFaultsWith(clients, () => server);
  });

  describeOnRealServer('on the server at QUEJAS_EVENTSTOREDB_URL', () => {
    readsTheLogWith(clients, () => realServer ?? '');
  });
};
